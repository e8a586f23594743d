import type { Catalogue } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import type { AppState, PastVersion } from './app-state.ts';
import type { AppStore } from './store.ts';
import { currentLayer } from './version-actions.ts';

/** Data that were published since the page was opened. */
export interface Renewal {
  catalogue: Catalogue;
  /** Titles of the layers that have another version, or that are new. */
  titles: string[];
}

/** What the effects of renewed data need of the others. */
export interface RenewalPorts {
  /** The catalogue as it is published now. */
  readCatalogue(): Promise<Catalogue>;
  /** Brings engine and state to another catalogue in one turn. */
  changeCatalogue(change: (state: AppState) => AppState): void;
  /** Answers the question that is asked from the renewed data, told beside the answer that stands. */
  answerRenewed(): Promise<void>;
  /** Milliseconds since the page was opened. */
  clock(): number;
}

/** The effects of data that are published while the page is open: they are offered, never imposed. None rejects. */
export function createRenewalEffects(store: AppStore, ports: RenewalPorts) {
  let looked = ports.clock();

  return {
    /** Looks whether other data were published, when the reader comes back to the page; not more often than every minute. */
    async lookForRenewal(): Promise<void> {
      if (!store.getState().catalogue || !(ports.clock() - looked >= MIN_INTERVAL_MS)) return;
      looked = ports.clock();
      try {
        const catalogue = await ports.readCatalogue();
        store.setState((state) => ({ ...state, renewal: findRenewal(state, catalogue) }));
      } catch {
        // Nobody asked: a reader who is offline, or a site that is being replaced, is looked at again later.
        looked = ports.clock();
      }
    },
    /** Takes the data that were offered: map, cards and answers are of them from then on. */
    async takeRenewal(): Promise<void> {
      const { renewal } = store.getState();
      if (!renewal) return;
      ports.changeCatalogue((state) => withCatalogue(state, renewal.catalogue));
      await ports.answerRenewed();
    },
    /** Keeps the data of the page as they are; the same ones are offered again when the page is next opened. */
    declineRenewal(): void {
      looked = Number.POSITIVE_INFINITY;
      store.setState((state) => ({ ...state, renewal: null }));
    },
  };
}

/** What a catalogue brings that the state has not; null when it is nothing, or metadata alone. */
export function findRenewal(state: AppState, catalogue: Catalogue): Renewal | null {
  const isNew = (layer: Layer) =>
    currentLayer(state, layer.id)?.file.version !== layer.file.version;
  const titles = catalogue.layers.filter(isNew).map(({ title }) => title);
  return titles.length === 0 ? null : { catalogue, titles };
}

/** The state with another catalogue: temporary layers and those that are shown in an older version stay as they are. */
export function withCatalogue(state: AppState, catalogue: Catalogue): AppState {
  const own = state.catalogue?.layers ?? [];
  const past: Record<string, PastVersion> = {};
  const layers = catalogue.layers.map((current) => {
    const old = state.past[current.id];
    const shown = own.find(({ id }) => id === current.id);
    if (!old || !shown || shown.file.version === current.file.version) return current;
    past[current.id] = { ...old, current };
    return shown;
  });
  const temporary = own.filter(({ isTemporary }) => isTemporary);
  const next = { ...catalogue, layers: [...temporary, ...layers] };
  const isThere = ({ id }: { id: string }) => next.layers.some((layer) => layer.id === id);
  return {
    ...state,
    catalogue: next,
    past,
    histories: {},
    shown: state.shown.filter(isThere),
    renewal: null,
  };
}

/** A site is published a few times a day at most. */
const MIN_INTERVAL_MS = 60_000;
