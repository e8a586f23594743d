import { describe, expect, it } from 'vitest';
import { newSeance } from '../../src/domain/seance-draft.ts';
import { createSeanceEditor } from '../../src/state/seance-editor.ts';
import { createSeanceStorage } from '../../src/state/seance-storage.ts';

const TERRITORY = {
  siren: '200072460',
  extent: [2.3, 50.3, 2.9, 50.7] as [number, number, number, number],
};

describe('the editor of sessions', () => {
  it('keeps each change at once, for the next visit too', () => {
    const browser = createBrowser();
    const editor = openTab(browser);
    editor.add(newSeance(TERRITORY, ['communes']), null);
    rename(editor, 'Conseil');
    const later = openTab(browser);
    later.readOwn();
    expect(later.store.getState().own.map(({ seance }) => seance.title)).toEqual(['Conseil']);
  });

  it('undoes what is typed in one field together, and other changes one by one', () => {
    const editor = openTab(createBrowser());
    editor.add(newSeance(TERRITORY, []), null);
    rename(editor, 'C');
    rename(editor, 'Co');
    editor.change((seance) => ({ ...seance, assembly: 'Bureau' }), 'assembly');
    editor.undo();
    expect(titleOf(editor)).toBe('Co');
    expect(editor.store.getState().edited?.seance.assembly).toBe('');
    editor.undo();
    expect(titleOf(editor)).toBe('');
    editor.redo();
    expect(titleOf(editor)).toBe('Co');
  });

  it('writes nothing over what another tab wrote until the reader has chosen', () => {
    const browser = createBrowser();
    const [one, two] = [openTab(browser), openTab(browser)];
    one.add(newSeance(TERRITORY, []), null);
    two.readOwn();
    two.open(two.store.getState().own[0]!);
    rename(one, 'De l’un');
    rename(two, 'De l’autre');
    expect(two.store.getState().edited?.other?.seance.title).toBe('De l’un');
    expect(storedTitle(browser)).toBe('De l’un');
    two.settle('mine');
    expect(storedTitle(browser)).toBe('De l’autre');
    rename(one, 'De l’un encore');
    one.settle('theirs');
    expect(titleOf(one)).toBe('De l’autre');
    one.undo();
    expect(titleOf(one)).toBe('De l’un encore');
  });

  it('keeps in the page what a full storage refuses, and says so', () => {
    const browser = createBrowser();
    const editor = openTab(browser);
    browser.isFull = true;
    editor.add(newSeance(TERRITORY, []), null);
    rename(editor, 'Conseil');
    const { own, failure } = editor.store.getState();
    expect(failure?.code).toBe('storage-full');
    expect(own.map(({ seance }) => seance.title)).toEqual(['Conseil']);
    browser.isFull = false;
    rename(editor, 'Conseil du 3 mars');
    expect(editor.store.getState().failure).toBeNull();
    expect(storedTitle(browser)).toBe('Conseil du 3 mars');
  });

  it('brings back the session that was deleted last', () => {
    const editor = openTab(createBrowser());
    editor.add(newSeance(TERRITORY, []), 'publiee');
    const key = editor.store.getState().edited!.key;
    editor.remove(key);
    expect(editor.store.getState()).toMatchObject({ own: [], edited: null });
    editor.restore();
    expect(editor.store.getState().own).toMatchObject([{ key, copyOf: 'publiee' }]);
  });

  it('counts what it cannot read and leaves it in place', () => {
    const browser = createBrowser();
    browser.entries.set('arpent-seance-200072460-x', '{"schema":9}');
    const editor = openTab(browser);
    editor.readOwn();
    expect(editor.store.getState()).toMatchObject({ own: [], unread: 1 });
    expect(browser.entries.get('arpent-seance-200072460-x')).toBe('{"schema":9}');
  });
});

type Editor = ReturnType<typeof createSeanceEditor>;
type Browser = ReturnType<typeof createBrowser>;

const rename = (editor: Editor, title: string) =>
  editor.change((seance) => ({ ...seance, title }), 'title');
const titleOf = (editor: Editor) => editor.store.getState().edited?.seance.title;
const storedTitle = (browser: Browser) =>
  JSON.parse([...browser.entries.values()][0] ?? '{}').seance.title;

let serial = 0;

function openTab(browser: Browser): Editor {
  return createSeanceEditor({
    storage: createSeanceStorage(browser.host, TERRITORY),
    now: () => `2026-01-01T00:00:00.${String(++serial).padStart(3, '0')}Z`,
    newId: () => `k${++serial}`,
  });
}

/** A browser's storage without the event that tells other tabs, as when both write at once. */
function createBrowser() {
  const entries = new Map<string, string>();
  const browser = {
    entries,
    isFull: false,
    host: null as never as Parameters<typeof createSeanceStorage>[0],
  };
  browser.host = {
    addEventListener() {},
    localStorage: {
      get length() {
        return entries.size;
      },
      key: (i: number) => [...entries.keys()][i] ?? null,
      getItem: (key: string) => entries.get(key) ?? null,
      removeItem: (key: string) => void entries.delete(key),
      setItem(key: string, text: string) {
        if (browser.isFull) throw new DOMException('no room', 'QuotaExceededError');
        entries.set(key, text);
      },
      clear: () => entries.clear(),
    },
  };
  return browser;
}
