import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Engine } from '../engine/protocol.ts';
import type { AppState } from '../state/app-state.ts';
import type { FirstRest } from './first-rest.ts';
import type { Highlights } from './highlights.ts';
import { createLazyPart } from './lazy-part.ts';

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
  const part = createLazyPart<Highlights>(
    async () => {
      const { createHighlights } = await import('./highlights.ts');
      return () => createHighlights(map, engine, onChange, onFailure);
    },
    onChange,
    onFailure,
  );
  onRest(part.want);
  return {
    follow(state) {
      if (hasHighlights(state)) part.want();
      part.current?.follow(state);
    },
    selectionLayers: () => part.current?.selectionLayers() ?? [],
    answer: (state) => part.current?.answer(state) ?? null,
    destroy: part.destroy,
  };
}

/** Whether a feature is chosen, or an answer found. */
function hasHighlights({ selection, seance, answer, sqlMap }: AppState): boolean {
  const isChosen = selection !== null || seance.outlined !== null || sqlMap !== null;
  return isChosen || answer.kind === 'ready';
}
