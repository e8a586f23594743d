import type { Position } from 'geojson';
import type { Ground, GroundRoad } from '../ground/ground.ts';
import { nearestOnLine, pointAlong } from './polyline.ts';

/** The place of a street that is nearest to a position, and the unit direction of the street there. */
export interface NearestRoad {
  road: GroundRoad;
  point: Position;
  heading: Position;
  distance: number;
}

/** The street or road nearest to a position (CC50 metres), of those that `keep` lets through; null when it keeps none. */
export function nearestRoad(
  { roads }: Ground,
  position: Position,
  keep: (road: GroundRoad) => boolean = ({ kind }) => kind !== 'autoroute',
): NearestRoad | null {
  let best: NearestRoad | null = null;
  for (const road of roads) {
    if (!keep(road) || isBeyond(road.line, position, best?.distance ?? Infinity)) continue;
    const near = nearestOnLine(road.line, position);
    if (best && near.distance >= best.distance) continue;
    const { heading } = pointAlong(road.line, near.along);
    best = { road, point: near.point, heading, distance: near.distance };
  }
  return best;
}

/** Whether the box of a line lies farther than `reach` from a position. */
function isBeyond(line: Position[], [x, y]: Position, reach: number): boolean {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of line) {
    left = Math.min(left, point[0]!);
    right = Math.max(right, point[0]!);
    low = Math.min(low, point[1]!);
    high = Math.max(high, point[1]!);
  }
  const away = Math.max(left - x!, x! - right, low - y!, y! - high);
  return away >= reach;
}
