import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Engine } from '../engine/protocol.ts';
import { drawnChange } from '../state/moved-link.ts';
import { drawnDiff } from '../state/version-actions.ts';
import type { MapComparison } from './comparison.ts';
import { createLazyPart } from './lazy-part.ts';

/** The comparison of a map, fetched when something is first compared; `onChange` hears when there is another to draw. */
export function createLazyComparison(
  map: MapLibreMap,
  engine: Engine,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): MapComparison {
  const part = createLazyPart<MapComparison>(
    async () => {
      const { createComparison } = await import('./comparison.ts');
      return () => createComparison(map, engine, onChange, onFailure);
    },
    onChange,
    onFailure,
  );
  return {
    follow(state) {
      if (drawnDiff(state) || drawnChange(state)) part.want();
      part.current?.follow(state);
    },
    layers: () => part.current?.layers() ?? [],
    plain: (beforeId) => part.current?.plain(beforeId) ?? [],
    destroy: part.destroy,
  };
}
