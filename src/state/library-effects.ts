import { COMMUNE_LAYER } from '../domain/commune.ts';
import { errorToData, isAbort } from '../domain/errors.ts';
import type { Ask, Library } from '../domain/library.ts';
import type { Progress } from '../domain/progress.ts';
import type { Question } from '../domain/question.ts';
import type { Engine } from '../engine/protocol.ts';
import * as actions from './actions.ts';
import type { ReplyStatus } from './app-state.ts';
import type { AppStore } from './store.ts';

/** What the effects of the pages of themes need of the others and of the world. */
export interface LibraryPorts {
  engine: Engine;
  /** The library, checked; throws `library-missing` or `library-invalid`. */
  fetchLibrary(): Promise<Library>;
  /** Puts a question to the map; ends once `answer` of the state says what became of it. */
  ask(question: Question): Promise<void>;
  cancelAsk(): void;
}

/** The effects of the pages of themes; what they give, or why they failed, is in the state. None rejects. */
export function createLibraryEffects(store: AppStore, ports: LibraryPorts) {
  let asking: AbortController | null = null;
  const setReply = (reply: ReplyStatus) =>
    store.setState(actions.setReply(store.getState(), reply), true);

  /** Fetches the library, once: a failure is tried again at the next call. */
  async function readLibrary(): Promise<void> {
    const { kind } = store.getState().library;
    if (kind === 'loading' || kind === 'ready') return;
    store.setState((state) => actions.setLibrary(state, { kind: 'loading' }));
    try {
      const library = await ports.fetchLibrary();
      store.setState((state) => actions.setLibrary(state, { kind: 'ready', library }));
    } catch (cause) {
      const error = errorToData(cause);
      store.setState((state) => actions.setLibrary(state, { kind: 'failed', error }));
    }
  }

  /** Reads the names of the communes, once, where there is a layer of them; a failure is told in a notice. */
  async function readCommunes(): Promise<void> {
    const { catalogue, communes } = store.getState();
    const layer = catalogue?.layers.find(({ id }) => id === COMMUNE_LAYER);
    if (!layer || communes) return;
    const { key, titleField } = layer;
    try {
      const request = { layer: COMMUNE_LAYER, fields: [key, titleField] };
      const { rows, columns } = await ports.engine.call('drawLayer', request);
      const read = Array.from(rows, (_, i) => ({
        code: String(columns[key]?.[i]),
        name: String(columns[titleField]?.[i]),
      }));
      const sorted = read.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
      store.setState((state) => actions.setCommunes(state, sorted));
    } catch (error) {
      store.setState((state) => actions.addNotice(state, errorToData(error)));
    }
  }

  /** Answers the open question, its parameters filled; one in the model of questions is answered on the map as well. */
  async function askOpen(ask: Ask): Promise<void> {
    asking?.abort();
    const controller = new AbortController();
    asking = controller;
    setReply({ kind: 'asking', progress: null });
    try {
      const reply = await ('question' in ask
        ? askFeatures(ask.question)
        : askRows(ask.sql.join('\n'), controller));
      if (asking === controller) setReply(reply);
    } catch (error) {
      if (asking !== controller) return;
      setReply(isAbort(error) ? { kind: 'none' } : { kind: 'failed', error: errorToData(error) });
    }
  }

  async function askFeatures(question: Question): Promise<ReplyStatus> {
    await ports.ask(question);
    const { answer, asked } = store.getState();
    if (answer.kind === 'failed') return answer;
    const isOurs = asked === question && answer.kind === 'ready';
    return isOurs
      ? { kind: 'ready', reply: { kind: 'features', answer: answer.answer } }
      : { kind: 'none' };
  }

  async function askRows(sql: string, controller: AbortController): Promise<ReplyStatus> {
    const onProgress = (progress: Progress) => {
      if (asking === controller) setReply({ kind: 'asking', progress });
    };
    const { signal } = controller;
    const result = await ports.engine.call('sql', { sql }, { signal, onProgress });
    return { kind: 'ready', reply: { kind: 'rows', result, statement: sql } };
  }

  /** Stops the answer to the open question; the page is as before it was asked. */
  function cancelReply(): void {
    asking?.abort();
    asking = null;
    if (store.getState().answer.kind === 'asking') ports.cancelAsk();
    setReply({ kind: 'none' });
  }

  return { readLibrary, readCommunes, askOpen, cancelReply };
}
