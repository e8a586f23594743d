/** The storage of a browser, whose tabs hear of each other; it takes at most `room` entries. */
export class BrowserStorage {
  readonly entries = new Map<string, string>();
  readonly #listeners: { tab: object; heard: (event: { key: string | null }) => void }[] = [];
  room = Number.POSITIVE_INFINITY;
  isRefusing = false;

  tab() {
    const { entries } = this;
    const tab = {};
    const told = (key: string) => {
      for (const other of this.#listeners) if (other.tab !== tab) other.heard({ key });
    };
    const check = (key: string) => {
      if (entries.has(key) || entries.size < this.room) return;
      throw new DOMException('full', 'QuotaExceededError');
    };
    const localStorage = {
      get length() {
        return entries.size;
      },
      key: (i: number) => [...entries.keys()][i] ?? null,
      getItem: (key: string) => entries.get(key) ?? null,
      setItem(key: string, text: string) {
        check(key);
        entries.set(key, text);
        told(key);
      },
      removeItem(key: string) {
        entries.delete(key);
        told(key);
      },
    } as unknown as Storage;
    const isRefusing = () => this.isRefusing;
    return {
      get localStorage() {
        if (isRefusing()) throw new DOMException('no', 'SecurityError');
        return localStorage;
      },
      addEventListener: (_type: 'storage', heard: (event: { key: string | null }) => void) => {
        this.#listeners.push({ tab, heard });
      },
    };
  }
}
