import { type Catalogue, parseCatalogue } from '../domain/catalogue.ts';
import { checkQuestion } from '../domain/check-question.ts';
import { errorToData, isAbort } from '../domain/errors.ts';
import type { Place, Value } from '../domain/feature.ts';
import type { LayerFaults } from '../domain/geometry-fault.ts';
import type { PublishedVersion } from '../domain/layer-history.ts';
import type { Library } from '../domain/library.ts';
import { mergeCatalogues } from '../domain/merge-catalogues.ts';
import type { Progress } from '../domain/progress.ts';
import { isSameQuestion, layersOf, type Question } from '../domain/question.ts';
import type { Engine } from '../engine/protocol.ts';
import * as actions from './actions.ts';
import { parseAddress } from './address.ts';
import { createAnswerViewEffects } from './answer-view-effects.ts';
import { keepView, takeView } from './answer-view-link.ts';
import type { Screen } from './app-state.ts';
import type { BookmarkEffects, BookmarkPorts } from './bookmark-effects.ts';
import { createCardEffects } from './card-effects.ts';
import { createCommuneEffects } from './commune-effects.ts';
import { createDraftEffects } from './draft-effects.ts';
import { createDrawingEffects } from './drawing-effects.ts';
import { fetchedEffects } from './fetched-effects.ts';
import { followLink } from './follow-link.ts';
import { createKeptEffects, type KeptPorts } from './kept-effects.ts';
import { createLibraryEffects } from './library-effects.ts';
import { createMovedEffects } from './moved-effects.ts';
import { createRenewalEffects } from './renewal-effects.ts';
import { createSheetEffects } from './sheet-effects.ts';
import type { AppStore } from './store.ts';
import { createTemporaryEffects } from './temporary-effects.ts';
import { createVersionEffects, type VersionPorts } from './version-effects.ts';

/** Rows of an answer as plain values: one array a row, in the order of `columns`. */
export interface AnswerRows {
  columns: string[];
  rows: Value[][];
}

/** Rows of an Arrow table, read one at a time: those of a statement may be many. */
export interface RowSource {
  columns: string[];
  length: number;
  /** The values of a row, in the order of `columns`; geometry is WKB. */
  rowAt(index: number): (Value | Uint8Array)[];
  /** One value of a row, by the place of its column. */
  valueAt(index: number, column: number): Value | Uint8Array;
}

/** What effects need of the world, given by `main.tsx`. */
export interface EffectPorts extends VersionPorts, KeptPorts, BookmarkPorts {
  engine: Engine;
  /** The parsed JSON of the catalogue; throws `catalogue-missing`. */
  fetchCatalogue(): Promise<unknown>;
  /** The parsed JSON of the catalogue of a protected folder; null for a reader who may not have it. */
  fetchRestricted(folder: string): Promise<unknown>;
  /** The pages of themes, checked; throws `library-missing` or `library-invalid`. */
  fetchLibrary(): Promise<Library>;
  /** Plain values of an Arrow IPC stream. */
  decodeRows(stream: Uint8Array): Promise<AnswerRows>;
  /** The rows of an Arrow IPC stream, to be read as they come into sight. */
  openRows(stream: Uint8Array): Promise<RowSource>;
}

/** All that the screens can ask for that takes time; each ends in a change of the state. */
export type Effects = ReturnType<typeof createEffects>;

/**
 * The effects of a store. None rejects for a reason that the reader is told of by the state (an answer that failed, a
 * notice): only `search`, `fieldValues`, `layerFaults` and those of `createAnswerViewEffects` do, since
 * they give a value.
 */
export function createEffects(store: AppStore, ports: EffectPorts) {
  const { engine } = ports;
  const apply = (
    action: (state: ReturnType<AppStore['getState']>) => ReturnType<AppStore['getState']>,
  ) => store.setState(action(store.getState()), true);
  const notify = (error: unknown) => {
    if (!isAbort(error)) apply((state) => actions.addNotice(state, errorToData(error)));
  };
  const versions = createVersionEffects(store, ports);
  const library = createLibraryEffects(store, {
    engine,
    fetchLibrary: ports.fetchLibrary,
    ask,
    cancelAsk,
  });
  const card = createCardEffects(store, engine);
  const { followPinned, entryOf, changeCatalogue } = versions;
  const moved = createMovedEffects(store, { engine, entryOf, followPinned, ask });
  let asking: AbortController | null = null;
  let links = 0;
  /** The last link that came before the catalogue. */
  let awaited: string | null = null;
  let bookmarks: Promise<BookmarkEffects> | null = null;

  /** The catalogue with what the reader may have besides; when that cannot be told, the public one, and a notice. */
  async function withRestricted(catalogue: Catalogue): Promise<Catalogue> {
    const folder = catalogue.territory.restricted;
    if (!folder) return catalogue;
    try {
      const restricted = await ports.fetchRestricted(folder);
      return restricted === null
        ? catalogue
        : mergeCatalogues(catalogue, parseCatalogue(restricted), folder);
    } catch (error) {
      notify(error);
      return catalogue;
    }
  }

  async function readCatalogue(): Promise<Catalogue> {
    return withRestricted(parseCatalogue(await ports.fetchCatalogue()));
  }

  async function start(hash: string): Promise<void> {
    const { screen: opened } = store.getState();
    try {
      const catalogue = await readCatalogue();
      await engine.call('open', { catalogue, baseUrl: ports.baseUrl });
      apply((state) => actions.setCatalogue(state, catalogue));
      const { screen } = store.getState();
      const isElsewhere = awaited === null && screen !== opened;
      await readAddress(awaited ?? hash, isElsewhere ? screen : undefined);
    } catch (error) {
      notify(error);
    }
  }

  /**
   * Brings the state to what a link holds, in one change made before this returns; then opens the versions that it pins, and
   * fetches its feature, asks its question and makes its comparison, unless they are there. A later link overtakes all; one that
   * comes before the catalogue is followed once that is there. `screen` is the one that the reader went to meanwhile.
   */
  async function readAddress(hash: string, screen?: Screen): Promise<void> {
    const { catalogue, selection, asked, comparison } = store.getState();
    if (!catalogue) {
      awaited = hash;
      return;
    }
    const address = { ...parseAddress(hash), ...(screen && { screen }) };
    links += 1;
    const link = links;
    const isAsked = isSameQuestion(address.question, asked);
    if (!address.selection) card.stopReading();
    if (!isAsked) asking?.abort();
    apply((state) => followLink(state, address, catalogue));
    const chosen = address.selection;
    const isChosen = chosen?.layer === selection?.layer && chosen?.key === selection?.key;
    const wanted = address.screen === 'donnees' ? address.comparison : null;
    const isCompared = JSON.stringify(wanted) === JSON.stringify(comparison);
    if (!wanted) versions.stopComparing();
    const isOther = await versions.followPinned(address.versions);
    if (link !== links) return;
    const mustAsk = !isAsked || isOther;
    if (mustAsk) moved.noteMoved(address.question, address.versions);
    await Promise.all([
      chosen && !isChosen
        ? card.showFeature(chosen.layer, chosen.key, address.view === null)
        : null,
      address.question && mustAsk ? askLinked(address.question, address.versions) : null,
      wanted && !isCompared ? versions.compare(wanted) : null,
    ]);
  }

  /** Asks the question of a link, then what differs where its data have moved on. */
  async function askLinked(question: Question, pinned: Record<string, string> | null) {
    await ask(question, pinned);
    if (store.getState().answer.kind === 'ready') await moved.compareAnswers();
  }

  /** Asks a question; `pinned` are the versions that a link promised the answer from. */
  async function ask(question: Question, pinned: Record<string, string> | null = null) {
    asking?.abort();
    const controller = new AbortController();
    asking = controller;
    const { catalogue } = store.getState();
    if (!catalogue) return;
    try {
      checkQuestion(question, catalogue);
      apply((state) =>
        actions.putQuestion(keepView(state, question), question, layersOf(question), pinned),
      );
      const answer = await engine.call(
        'ask',
        { question },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            if (asking !== controller) return;
            apply((state) => actions.setAnswer(state, { kind: 'asking', progress }));
          },
        },
      );
      apply((state) => actions.setAnswer(takeView(state, answer.id), { kind: 'ready', answer }));
    } catch (error) {
      if (controller.signal.aborted) return;
      const failed = errorToData(error);
      apply((state) =>
        state.asked === question
          ? actions.setAnswer(state, { kind: 'failed', error: failed })
          : actions.refuseQuestion(state, question, failed),
      );
    }
  }

  function askAgain(): void {
    const { asked } = store.getState();
    if (asked) void ask(asked);
  }

  async function answerRenewed(): Promise<void> {
    const { asked, answer } = store.getState();
    if (asked && answer.kind === 'ready') await moved.answerRenewed(asked, answer.answer.versions);
    else askAgain();
  }

  function cancelAsk(): void {
    asking?.abort();
    asking = null;
    apply(actions.clearAnswer);
  }

  function search(text: string, signal: AbortSignal): Promise<Place[]> {
    return engine.call('search', { text, limit: SEARCH_LIMIT }, { signal });
  }

  function fieldValues(layer: string, field: string) {
    return engine.call('fieldValues', { layer, field });
  }

  function layerFaults(
    layer: string,
    check: boolean,
    options: { signal: AbortSignal; onProgress?: (progress: Progress) => void },
  ): Promise<LayerFaults> {
    return engine.call('layerFaults', { layer, check }, options);
  }

  return {
    start,
    readAddress,
    identify: card.identify,
    /** Flies to a feature and opens its card. */
    openFeature: (layer: string, key: string) => card.showFeature(layer, key, true),
    /** Opens the card of a feature where the map is. */
    selectFeature: (layer: string, key: string) => card.showFeature(layer, key, false),
    closeCard: card.closeCard,
    ask: (question: Question) => ask(question),
    cancelAsk,
    search,
    fieldValues,
    layerFaults,
    openRows: ports.openRows,
    /** The effects of favourite layers and kept maps, fetched and opened when first asked for; the catalogue must be there. */
    bookmarks(): Promise<BookmarkEffects> {
      bookmarks ??= import('./bookmark-effects.ts').then((module) =>
        module.createBookmarkEffects(store, ports),
      );
      return bookmarks;
    },
    /** Tells the reader of what went wrong beside what was asked for. */
    tell: notify,
    ...createAnswerViewEffects(store, engine, ports.decodeRows),
    askAgain,
    ...versions,
    ...moved,
    ...createKeptEffects(store, ports),
    ...createRenewalEffects(store, { readCatalogue, changeCatalogue, answerRenewed, clock }),
    /** Shows a layer in an older version, and answers the question anew. */
    showVersion(version: PublishedVersion) {
      versions.showVersion(version);
      askAgain();
    },
    /** Shows a layer in its current version again, and answers the question anew. */
    showCurrent(layer: string) {
      versions.showCurrent(layer);
      askAgain();
    },
    ...createCommuneEffects(store, ports),
    ...createTemporaryEffects(store, engine),
    ...createDraftEffects(engine),
    ...createDrawingEffects(store, engine),
    ...createSheetEffects(engine, notify),
    ...fetchedEffects(
      async () => (await import('./sql-effects.ts')).createSqlEffects(store, engine),
      ['runSql', 'cancelSql', 'planSql', 'placeRows', 'drawResult'],
    ),
    ...library,
    ...fetchedEffects(async () => {
      const { createScenarioEffects } = await import('./scenario-effects.ts');
      return createScenarioEffects(store, engine, library.readLibrary);
    }, ['measureVariants', 'stopMeasuring', 'leastParcels', 'namesOf']),
  };
}

/** Milliseconds since the page was opened. */
const clock = () => performance.now();

/** Entries that the search list shows at most; it says so when there are more. */
const SEARCH_LIMIT = 30;
