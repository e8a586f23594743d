import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';

/** Land cover: one polygon for each run of neighbouring blocks of one kind, covering the communes without gap. */
export function buildOccupationSol(ground: Ground): DemoLayer {
  return {
    id: 'occupation_sol',
    features: ground.covers.map(({ kind, shape, commune }, index) => ({
      geometry: { type: 'Polygon', coordinates: shape },
      properties: { id: `OS${String(index + 1).padStart(5, '0')}`, commune, nature: kind },
    })),
  };
}
