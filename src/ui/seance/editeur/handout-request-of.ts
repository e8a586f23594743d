import type { Catalogue } from '../../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../../domain/commune.ts';
import type { Seance, SeanceItem } from '../../../domain/seance.ts';
import type { HandoutItem, HandoutRequest } from '../../../paper/handout/handout-request.ts';
import type { PrintExtra } from '../../../paper/print-request.ts';
import type { AppState } from '../../../state/app-state.ts';
import { setChoropleth } from '../../../state/commune-actions.ts';
import { SIDES, sceneToState } from '../../../state/seance-scene.ts';
import type { AppServices } from '../../app-context.tsx';
import { choroplethOf } from '../../communes/choropleth-of.ts';
import { handoutWords } from '../../strings/seance-handout.ts';

/**
 * What the hand-out of a session needs, its questions asked and its figures found one after the other. The engine holds one answer: the
 * reader's own is then asked for again. Rejects with the reason of `signal`.
 */
export async function handoutRequestOf(
  seance: Seance,
  catalogue: Catalogue,
  services: AppServices,
  { signal, onItem }: { signal: AbortSignal; onItem: (done: number) => void },
): Promise<HandoutRequest> {
  const { store, effects } = services;
  const before = store.getState();
  const items: HandoutItem[] = [];
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
  services: AppServices,
  signal: AbortSignal,
): Promise<HandoutItem> {
  const { store, effects, exports } = services;
  const { scene } = item;
  const { question, commune, beforeAfter } = scene;
  if (question) await effects.ask(question);
  const coloured = await withFigure(item, catalogue, services);
  const isAnswered = (state: AppState) => question && state.answer.kind === 'ready';
  const maps: HandoutItem['maps'] = [];
  for (const side of beforeAfter ? SIDES : (['before'] as const)) {
    const state = sceneToState(scene, coloured, side);
    const shown = { ...state, screen: 'seance' as const, drawn: [] };
    const source = await exports.printSource(shown, '', signal);
    const outline = commune
      ? await exports.printSource(
          {
            ...shown,
            shown: [],
            choropleth: null,
            answer: { kind: 'none' },
            selection: { layer: COMMUNE_LAYER, key: commune },
          },
          '',
          signal,
        )
      : null;
    const name = store.getState().communes?.find(({ code }) => code === commune)?.name ?? '';
    const extras: PrintExtra[] = [
      ...(outline?.highlights ?? []).map(({ geometry }) => ({
        kind: 'chosen' as const,
        geometry,
        title: handoutWords.commune(name),
      })),
      ...source.highlights.map(({ kind, geometry }) => ({
        kind: kind === 'found' ? ('answer' as const) : ('chosen' as const),
        geometry,
        title: kind === 'found' ? handoutWords.answer : handoutWords.chosen,
      })),
    ];
    maps.push({ label: beforeAfter?.[side].label ?? null, layers: source.layers, extras });
  }
  const { answer } = store.getState();
  const target = catalogue.layers.find(({ id }) => id === question?.target);
  const found =
    target && isAnswered(store.getState()) && answer.kind === 'ready'
      ? handoutWords.found(answer.answer.count, target.noun, answer.answer.outOf)
      : null;
  return { item, maps, answer: found ?? (question ? handoutWords.noAnswer : null) };
}

/** The state with the communes coloured by the figure of the scene, where it can be found. */
async function withFigure(
  { scene: { choropleth: wanted } }: SeanceItem,
  catalogue: Catalogue,
  { store, effects }: AppServices,
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
