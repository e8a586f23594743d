import type { Catalogue } from '../domain/catalogue.ts';
import { AppError, errorToData } from '../domain/errors.ts';
import { holdSeance } from '../domain/hold-seance.ts';
import {
  MAX_SEANCE_FILE_BYTES,
  parseSeance,
  parseSeanceIndex,
  readSeanceText,
} from '../domain/parse-seance.ts';
import { isSameQuestion, type Question } from '../domain/question.ts';
import type { Seance } from '../domain/seance.ts';
import {
  commandPresenter,
  currentItem,
  leavePresentation,
  openSeance,
  setSeance,
  startPresenting,
} from './seance-actions.ts';
import type { PresenterCommand } from './seance-presenter.ts';
import { sceneLayers } from './seance-scene.ts';
import type { AppStore } from './store.ts';

/** What the effects of sessions need of the world. */
export interface SeancePorts {
  /** The parsed JSON of a file of the site; null where there is none. @throws what the network does. */
  fetchJson(path: string): Promise<unknown>;
  /** Puts a question; its answer, or why there is none, is then in the state. */
  ask(question: Question): Promise<void>;
  /** Stops a question that is being answered, and puts it away. */
  cancelAsk(): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The effects of sessions; none rejects: what they give, or why they failed, is in the state. */
export function createSeanceEffects(store: AppStore, ports: SeancePorts) {
  const set = (changes: Parameters<typeof setSeance>[1]) =>
    store.setState((state) => setSeance(state, changes));

  /** Fetches the list of the site's sessions, once: a failure is tried again at the next call. */
  async function readList(): Promise<void> {
    const { kind } = store.getState().seance.list;
    if (kind === 'loading' || kind === 'ready') return;
    set({ list: { kind: 'loading' } });
    try {
      const json = await ports.fetchJson('seances/index.json');
      const entries = json === null ? [] : parseSeanceIndex(json).seances;
      set({ list: { kind: 'ready', entries } });
    } catch (error) {
      set({ list: { kind: 'failed', error: errorToData(error) } });
    }
  }

  /** Opens what `read` gives, unless another was asked for meanwhile; false where there was none to open. */
  async function openRead(
    id: string,
    read: (catalogue: Catalogue) => Promise<Seance>,
  ): Promise<boolean> {
    const { catalogue } = store.getState();
    if (!catalogue) return false;
    const status = { kind: 'loading' as const, id };
    set({ status });
    const isLatest = () => store.getState().seance.status === status;
    try {
      const seance = await read(catalogue);
      if (!isLatest()) return false;
      store.setState((state) => openSeance(state, holdSeance(seance, catalogue)));
      return true;
    } catch (error) {
      if (isLatest()) set({ status: { kind: 'failed', error: errorToData(error) }, wanted: null });
      return false;
    }
  }

  /** Opens a session of the site. */
  const open = (id: string): Promise<boolean> =>
    openRead(id, async () => {
      const json = await ports.fetchJson(`seances/${id}.json`);
      if (json === null) throw new AppError('seance-missing', `no session "${id}"`, { id });
      return parseSeance(json);
    });

  /** Asks what the scene asks. Putting a question turns its layers on: the scene's own stay alone. */
  function askScene(): void {
    const state = store.getState();
    const scene = currentItem(state)?.scene;
    const question = scene?.question;
    if (!scene || !question) return;
    if (isSameQuestion(question, state.asked) && state.answer.kind !== 'failed') return;
    void ports.ask(question);
    const side = state.seance.presenter?.side ?? 'before';
    store.setState((asked) => ({ ...asked, shown: sceneLayers(scene, side) }));
  }

  /** Stops what the scene before asked, where this one asks something else. */
  function stopAsking(before: Question | undefined): void {
    const next = currentItem(store.getState())?.scene.question;
    if (before && !isSameQuestion(before, next ?? null)) ports.cancelAsk();
  }

  function present(point: string | null): void {
    const isAsking = store.getState().answer.kind === 'asking';
    store.setState((state) => startPresenting(state, point, ports.now()));
    if (isAsking) ports.cancelAsk();
    askScene();
  }

  return {
    readList,
    open,
    /** Opens the session of a file. */
    openFile: (file: { name: string; size: number; text(): Promise<string> }): Promise<boolean> =>
      openRead(file.name, async () => {
        if (file.size > MAX_SEANCE_FILE_BYTES) {
          const context = { reason: 'size', seen: file.size, wanted: MAX_SEANCE_FILE_BYTES };
          throw new AppError('seance-invalid', `session of ${file.size} bytes`, context);
        }
        return readSeanceText(await file.text());
      }),
    /** Opens a session that is at hand: one that was just written. */
    openAtHand: (seance: Seance): Promise<boolean> => openRead(seance.id, async () => seance),
    /** Opens what a link asks for, and presents it where the link names an item. */
    async openWanted(): Promise<void> {
      const { wanted, status } = store.getState().seance;
      if (!wanted) return;
      const isOpen = status.kind === 'ready' && status.held.seance.id === wanted.id;
      if (!isOpen && !(await open(wanted.id))) return;
      set({ wanted: null });
      if (wanted.point !== null) present(wanted.point);
    },
    /** Presents the open session from an item on, or from the first. */
    present,
    /** Does what a key or a button of the presentation asks for. */
    command(command: PresenterCommand): void {
      const before = currentItem(store.getState())?.scene.question;
      store.setState((state) => commandPresenter(state, command, ports.now()));
      stopAsking(before);
      askScene();
    },
    /** Ends the presentation and gives the reader their map back, their question asked anew: the engine holds one answer. */
    leave(): void {
      const question = currentItem(store.getState())?.scene.question;
      const kept = store.getState().seance.kept;
      if (question) ports.cancelAsk();
      store.setState(leavePresentation);
      if (!kept?.asked || kept.answer.kind === 'failed') return;
      void ports.ask(kept.asked);
      store.setState((state) => ({ ...state, shown: kept.shown }));
    },
    /** Fetches the layers of the next scene ahead. */
    fetchAhead: (ahead: string[]): void => set({ ahead }),
  };
}

/** All that the Séance screen can ask for that takes time. */
export type SeanceEffects = ReturnType<typeof createSeanceEffects>;
