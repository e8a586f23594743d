import type { Scene } from '../domain/seance.ts';
import type { Extent } from '../domain/units.ts';
import { clearAnswer, closeCard, flyTo } from './actions.ts';
import type { AppState, ShownLayer } from './app-state.ts';

/** The sides of a scene that shows a before and an after. */
export const SIDES = ['before', 'after'] as const;

/** One of `SIDES`. */
export type Side = (typeof SIDES)[number];

/**
 * The state that shows a scene, whole: a flight to its extent, its layers and no others, its selection, its commune outlined. An
 * answer to another question is put away; that of the scene is still to be asked, and a figure of the communes still to be found.
 * The scene has been held against the catalogue (`holdSeance`).
 */
export function sceneToState(scene: Scene, state: AppState, side: Side = 'before'): AppState {
  const { selection = null, commune = null, question, choropleth } = scene;
  const isAnswered = question && JSON.stringify(question) === JSON.stringify(state.asked);
  const bare: AppState = {
    ...closeCard(isAnswered ? state : clearAnswer(state)),
    shown: sceneLayers(scene, side),
    choropleth: choropleth?.figure === state.choropleth?.column ? state.choropleth : null,
    comparison: null,
    diff: { kind: 'none' },
    change: null,
    seance: { ...state.seance, outlined: commune },
    selection,
  };
  return flyTo(bare, scene.extent);
}

/** The layers that a scene turns on, topmost first; of a before and an after, those of one side. */
export function sceneLayers({ layers, beforeAfter }: Scene, side: Side): ShownLayer[] {
  const shown = layers.map(({ id, opacity = 1 }) => ({ id, opacity }));
  if (!beforeAfter) return shown;
  const own = beforeAfter[side].layers;
  const other = beforeAfter[side === 'before' ? 'after' : 'before'].layers;
  const kept = shown.filter(({ id }) => own.includes(id) || !other.includes(id));
  const added = own.filter((id) => !kept.some((layer) => layer.id === id));
  return [...added.map((id) => ({ id, opacity: 1 })), ...kept];
}

/** The scene that shows what the map shows now; `fallback` (degrees) is its extent where there is no map. */
export function stateToScene(state: AppState, fallback: Extent): Scene {
  const { view, shown, selection, asked, seance } = state;
  const choropleth = choroplethOf(state);
  return {
    extent: view?.extent ?? fallback,
    layers: shown.map(({ id, opacity }) => (opacity === 1 ? { id } : { id, opacity })),
    ...(selection ? { selection: { ...selection } } : {}),
    ...(seance.outlined === null ? {} : { commune: seance.outlined }),
    ...(choropleth ? { choropleth } : {}),
    ...(asked ? { question: asked } : {}),
  };
}

/** The figure on the map, by its theme and column. */
function choroplethOf({ choropleth, communeFigures }: AppState): Scene['choropleth'] | null {
  if (!choropleth) return null;
  const { column } = choropleth;
  const found = Object.entries(communeFigures).find(
    ([, status]) => status.kind === 'ready' && column in status.values,
  );
  return found ? { theme: found[0], figure: column } : null;
}

/** Whether the map shows something else than the scene: layers, a selection, an open card. */
export function isAstray(scene: Scene, { shown, selection, card }: AppState, side: Side): boolean {
  const wanted = scene.selection ?? null;
  return (
    JSON.stringify(shown) !== JSON.stringify(sceneLayers(scene, side)) ||
    selection?.layer !== wanted?.layer ||
    selection?.key !== wanted?.key ||
    card.kind !== 'closed'
  );
}
