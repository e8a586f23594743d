import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Engine } from '../engine/protocol.ts';
import type { AppState } from '../state/app-state.ts';
import type { FirstRest } from './first-rest.ts';
import type { Highlights } from './highlights.ts';

/**
 * The highlights of a map, fetched once the first map is there, or before when something is chosen or found; `onChange` hears when there
 * is another to draw, `onFailure` why there is none.
 */
export function createLazyHighlights(
  map: MapLibreMap,
  engine: Engine,
  onRest: FirstRest,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): Highlights {
  let highlights: Highlights | null = null;
  let isWanted = false;
  let isGone = false;

  async function open(): Promise<void> {
    if (isWanted) return;
    isWanted = true;
    const { createHighlights } = await import('./highlights.ts');
    if (isGone) return;
    highlights = createHighlights(map, engine, onChange, onFailure);
    onChange();
  }

  onRest(() => void open().catch(onFailure));
  return {
    follow(state) {
      if (hasHighlights(state)) open().catch(onFailure);
      highlights?.follow(state);
    },
    selectionLayers: () => highlights?.selectionLayers() ?? [],
    answer: (state) => highlights?.answer(state) ?? null,
    destroy() {
      isGone = true;
      highlights?.destroy();
    },
  };
}

/** Whether a feature is chosen, or an answer found. */
function hasHighlights({ selection, seance, answer, sqlMap }: AppState): boolean {
  const isChosen = selection !== null || seance.outlined !== null || sqlMap !== null;
  return isChosen || answer.kind === 'ready';
}
