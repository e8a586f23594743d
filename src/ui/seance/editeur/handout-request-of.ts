import { type Catalogue, findLayer } from '../../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../../domain/commune.ts';
import type { Seance, SeanceItem } from '../../../domain/seance.ts';
import type { HandoutItem, HandoutRequest } from '../../../paper/handout/handout-request.ts';
import type { PrintExtra } from '../../../paper/print-request.ts';
import type { AppState } from '../../../state/app-state.ts';
import { setChoropleth } from '../../../state/commune-actions.ts';
import { SIDES, sceneToState } from '../../../state/seance-scene.ts';
import type { AppServices, ExportServices } from '../../app-context.tsx';
import { choroplethOf } from '../../communes/choropleth-of.ts';
import { handoutWords } from '../../strings/seance-handout.ts';

/** What of the page the request of a hand-out is made with; a command has as much. */
export interface HandoutServices extends Pick<AppServices, 'store' | 'effects'> {
  exports: Pick<ExportServices, 'printSource'>;
}

/**
 * What the hand-out of a session needs, its questions asked and its figures found one after the other. The engine holds one answer: the
 * reader's own is then asked for again. Rejects with the reason of `signal`.
 */
export async function handoutRequestOf(
  seance: Seance,
  catalogue: Catalogue,
  services: HandoutServices,
  { signal, onItem }: { signal: AbortSignal; onItem: (done: number) => void },
): Promise<HandoutRequest> {
  const { store, effects } = services;
  const before = store.getState();
  const items: HandoutItem[] = [];
  if (seance.items.some(({ scene }) => scene.commune)) await effects.readCommunes();
  try {
    for (const [i, item] of seance.items.entries()) {
      signal.throwIfAborted();
      items.push(await handoutItem(item, catalogue, services, signal));
      onItem(i + 1);
    }
  } finally {
    if (seance.items.some(({ scene }) => scene.question)) {
      if (before.asked && before.answer.kind !== 'failed') void effects.ask(before.asked);
      else effects.cancelAsk();
      store.setState({ shown: before.shown });
    }
  }
  const { title, assembly, date } = seance;
  const day = new Date().toLocaleDateString('sv');
  return { territory: catalogue.territory, seance: { title, assembly, date }, day, items };
}

async function handoutItem(
  item: SeanceItem,
  catalogue: Catalogue,
  services: HandoutServices,
  signal: AbortSignal,
): Promise<HandoutItem> {
  const { store, effects, exports } = services;
  const { scene } = item;
  const { question, commune, beforeAfter } = scene;
  if (question) await effects.ask(question);
  const coloured = await withFigure(item, catalogue, services);
  const maps: HandoutItem['maps'] = [];
  for (const side of beforeAfter ? SIDES : (['before'] as const)) {
    const state = { ...sceneToState(scene, coloured, side), screen: 'seance' as const, drawn: [] };
    const source = await exports.printSource(state, '', signal);
    const extras = source.highlights.map(({ kind, geometry }): PrintExtra => {
      return kind === 'found'
        ? { kind: 'answer', geometry, title: handoutWords.answer }
        : { kind: 'chosen', geometry, title: handoutWords.chosen };
    });
    const outline = commune ? await outlineOf(commune, state, services, signal) : [];
    const label = beforeAfter?.[side].label ?? null;
    maps.push({ label, layers: source.layers, extras: [...outline, ...extras] });
  }
  return { item, maps, answer: question ? answerOf(store.getState(), catalogue) : null };
}

/** What the question of a scene found, in words. */
function answerOf({ answer }: AppState, catalogue: Catalogue): string {
  if (answer.kind !== 'ready') return handoutWords.noAnswer;
  const { count, outOf, question } = answer.answer;
  const { noun } = findLayer(catalogue, question.target);
  return handoutWords.found(count, noun, outOf);
}

/** The outline of a commune, as that of a chosen feature. */
async function outlineOf(
  code: string,
  state: AppState,
  { store, exports }: HandoutServices,
  signal: AbortSignal,
): Promise<PrintExtra[]> {
  const selection = { layer: COMMUNE_LAYER, key: code };
  const alone: AppState = { ...state, shown: [], choropleth: null, answer: NONE, selection };
  const { highlights } = await exports.printSource(alone, '', signal);
  const name = store.getState().communes?.find((commune) => commune.code === code)?.name ?? '';
  const title = handoutWords.commune(name);
  return highlights.map(({ geometry }) => ({ kind: 'chosen', geometry, title }));
}

const NONE = { kind: 'none' } as const;

/** The state with the communes coloured by the figure of the scene, where it can be found. */
async function withFigure(
  { scene: { choropleth: wanted } }: SeanceItem,
  catalogue: Catalogue,
  { store, effects }: HandoutServices,
): Promise<AppState> {
  if (!wanted) return { ...store.getState(), choropleth: null };
  await effects.readLibrary();
  const { library } = store.getState();
  const ofTheme =
    library.kind === 'ready'
      ? library.library.communeFigures?.find(({ theme }) => theme === wanted.theme)
      : undefined;
  if (ofTheme) await effects.readCommuneFigures(ofTheme);
  const status = store.getState().communeFigures[wanted.theme];
  const figure = ofTheme?.figures.find(({ column }) => column === wanted.figure);
  const values = status?.kind === 'ready' && figure ? status.values[figure.column] : undefined;
  const state = store.getState();
  return figure && values
    ? setChoropleth(state, choroplethOf(figure, values, catalogue))
    : { ...state, choropleth: null };
}
