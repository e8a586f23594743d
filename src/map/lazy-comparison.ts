import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Engine } from '../engine/protocol.ts';
import { drawnChange } from '../state/moved-link.ts';
import { drawnDiff } from '../state/version-actions.ts';
import type { MapComparison } from './comparison.ts';

/** The comparison of a map, fetched when something is first compared; `onChange` hears when there is another to draw. */
export function createLazyComparison(
  map: MapLibreMap,
  engine: Engine,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): MapComparison {
  let comparison: MapComparison | null = null;
  let isWanted = false;
  let isGone = false;

  async function open(): Promise<void> {
    const { createComparison } = await import('./comparison.ts');
    if (isGone) return;
    comparison = createComparison(map, engine, onChange, onFailure);
    onChange();
  }

  return {
    follow(state) {
      if (!isWanted && (drawnDiff(state) || drawnChange(state))) {
        isWanted = true;
        open().catch(onFailure);
      }
      comparison?.follow(state);
    },
    layers: () => comparison?.layers() ?? [],
    plain: (beforeId) => comparison?.plain(beforeId) ?? [],
    destroy() {
      isGone = true;
      comparison?.destroy();
    },
  };
}
