import { findLayer } from '../domain/catalogue.ts';
import { AppError, type ErrorData, errorToData } from '../domain/errors.ts';
import { parseQuestion } from '../domain/parse-question.ts';
import type { Extent } from '../domain/units.ts';
import { closeCard, flyTo, setBasemap } from '../state/actions.ts';
import type { AppState, View } from '../state/app-state.ts';
import type { Effects } from '../state/effects.ts';
import type { AppStore } from '../state/store.ts';
import { type FrameMessage, idOf, type PageMessage, parseMessage } from './contract.ts';

/** What the desk needs of the atlas around it. */
export interface EmbedPorts {
  store: AppStore;
  effects: Pick<Effects, 'openFeature' | 'selectFeature' | 'ask' | 'cancelAsk'>;
  /** What a reader is told of an error, in French. */
  say(error: ErrorData): string;
  post(message: FrameMessage): void;
}

/** Answers the messages of the page that holds the frame, and tells it what the reader does. */
export function createEmbedDesk({ store, effects, say, post }: EmbedPorts) {
  const act = (action: (state: AppState) => AppState) => store.setState(action);

  async function obey(message: PageMessage): Promise<FrameMessage | null> {
    const reply = replyTo(message);
    switch (message.type) {
      case 'bonjour':
        return { ...hello(store.getState()), ...reply };
      case 'allerA':
        await go(message);
        break;
      case 'montrer':
        act((state) => show(state, message));
        break;
      case 'selectionner':
        if (message.objet) await effects.selectFeature(message.objet.couche, message.objet.cle);
        else act(closeCard);
        throwIfCardFailed(store.getState());
        break;
      case 'poserQuestion':
        return { ...(await ask(message.question)), ...reply };
    }
    return reply.repond === undefined ? null : { type: 'fait', repond: reply.repond };
  }

  async function go(message: Extract<PageMessage, { type: 'allerA' }>): Promise<void> {
    if ('emprise' in message) act((state) => flyTo(state, message.emprise));
    else if ('vue' in message) {
      const [lng, lat, zoom] = message.vue;
      act((state) => ({ ...state, view: { lng, lat, zoom } }));
    } else {
      await effects.openFeature(message.objet.couche, message.objet.cle);
      throwIfCardFailed(store.getState());
    }
  }

  async function ask(question: unknown): Promise<{ type: 'reponse'; compte: number }> {
    if (question === null) {
      effects.cancelAsk();
      return { type: 'reponse', compte: 0 };
    }
    await effects.ask(parseQuestion(question));
    const { answer } = store.getState();
    if (answer.kind === 'failed') throw errorOf(answer.error);
    return { type: 'reponse', compte: answer.kind === 'ready' ? answer.answer.count : 0 };
  }

  const tell = (error: unknown, repond: ReturnType<typeof idOf>) => {
    const data = errorToData(error);
    const reply = repond === undefined ? {} : { repond };
    post({ type: 'erreur', code: data.code, phrase: say(data), ...reply });
  };

  return {
    /** Does what a message asks and replies; an error is a reply too. */
    async take(data: { arpent: unknown }): Promise<void> {
      try {
        const reply = await obey(parseMessage(data));
        if (reply) post(reply);
      } catch (error) {
        tell(error, idOf(data));
      }
    },
    /** Tells the page that it can talk. */
    greet: () => post(hello(store.getState())),
    /** Tells the page where the map looks, what is chosen and what went wrong, each time it is something else. */
    follow(): () => void {
      return store.subscribe((state, before) => {
        const { view, selection, notices } = state;
        if (view?.extent && view !== before.view) post(viewMessage(view, view.extent));
        if (JSON.stringify(selection) !== JSON.stringify(before.selection)) {
          const objet = selection && { couche: selection.layer, cle: selection.key };
          post({ type: 'selection', objet });
        }
        const known = new Set(before.notices.map(({ id }) => id));
        for (const notice of notices)
          if (!known.has(notice.id)) tell(errorOf(notice.error), undefined);
      });
    },
  };
}

function replyTo({ id }: PageMessage): { repond?: string | number } {
  return id === undefined ? {} : { repond: id };
}

function hello({ catalogue }: AppState): FrameMessage & { type: 'pret' } {
  return {
    type: 'pret',
    territoire: catalogue?.territory.name ?? '',
    couches: (catalogue?.layers ?? []).map(({ id, title }) => ({ id, titre: title })),
  };
}

function viewMessage({ lng, lat, zoom }: View, emprise: Extent): FrameMessage {
  return { type: 'vue', vue: [lng, lat, zoom], emprise };
}

/** The state with these layers alone above the base map; throws `layer-unknown`. */
function show(
  state: AppState,
  { couches, fond }: Extract<PageMessage, { type: 'montrer' }>,
): AppState {
  const { catalogue } = state;
  if (!catalogue) return state;
  const isBase = (id: string) => findLayer(catalogue, id).base === true;
  const wanted = couches.map(({ id, opacite = 1 }) => ({ id, opacity: opacite }));
  const base = state.shown.filter(({ id }) => isBase(id) && !couches.some((own) => own.id === id));
  for (const { id } of wanted) findLayer(catalogue, id);
  const shown = { ...state, shown: [...wanted, ...base] };
  return fond === undefined ? shown : setBasemap(shown, fond);
}

function throwIfCardFailed({ card }: AppState): void {
  if (card.kind === 'failed') throw errorOf(card.error);
}

const errorOf = ({ code, message, context }: ErrorData): AppError =>
  new AppError(code, message, context);
