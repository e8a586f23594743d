import type { MultiPoint, Point, Position } from 'geojson';
import type { GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { shapeContains } from '../../shapes/polygon.ts';

/** Two things of a commune stand at least this far apart, so that each can be picked. */
const SPACING_M = 90;

/** A point in a commune that is apart from those in `taken` (INSEE code → points), where it is entered. CC50 metres. */
export function freePoint(
  seed: string,
  commune: GroundCommune,
  taken: Map<string, Position[]>,
): Position {
  const random = createRandom(`${seed} ${commune.code}`);
  const others = taken.get(commune.code) ?? [];
  const reach = 0.42 * Math.sqrt(commune.areaM2);
  let point = commune.centre;
  for (let i = 0; i < 60; i++) {
    const [angle, away] = [random.between(0, 2 * Math.PI), 60 + reach * random.next() ** 1.6];
    const [x, y] = commune.centre as [number, number];
    point = [x + away * Math.cos(angle), y + away * Math.sin(angle)];
    const isApart = others.every((other) => distance(other, point) >= SPACING_M);
    if (isApart && shapeContains(commune.shape, point)) break;
    point = commune.centre;
  }
  taken.set(commune.code, [...others, point]);
  return point;
}

/** The geometry of something in several places; null when it is in none. */
export function pointGeometry(points: Position[]): Point | MultiPoint | null {
  if (points.length === 0) return null;
  if (points.length === 1) return { type: 'Point', coordinates: points[0]! };
  return { type: 'MultiPoint', coordinates: points };
}
