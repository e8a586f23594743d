import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { boxOf, shapeContains } from './polygon.ts';

/** The commune that holds a position (CC50 metres), or null outside the territory. */
export function communeAt(ground: Ground, position: Position): GroundCommune | null {
  const [x, y] = position as [number, number];
  for (const { commune, box } of boxesOf(ground)) {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    if (shapeContains(commune.shape, position)) return commune;
  }
  return null;
}

const boxesOf = oncePerGround((ground: Ground) =>
  ground.communes.map((commune) => ({
    commune,
    box: boxOf(commune.shape.flatMap((polygon) => polygon[0]!)),
  })),
);
