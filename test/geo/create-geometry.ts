import type { Geometry, Position } from 'geojson';
import { createGridPolygon, shift } from './create-polygons.ts';

/**
 * A point, line or polygon, single or multiple, whose vertices lie on a small grid in CC50, so that any two of them
 * touch, share a border or coincide more often than not.
 */
export function createGridGeometry(random: () => number): Geometry {
  const at = (): Position => shift([5 * Math.floor(18 * random()), 5 * Math.floor(18 * random())]);
  const many = (count: number) => Array.from({ length: count }, at);
  const kind = random();
  if (kind < 0.1) return { type: 'Point', coordinates: at() };
  if (kind < 0.15) return { type: 'MultiPoint', coordinates: many(3) };
  if (kind < 0.25) return { type: 'LineString', coordinates: many(2) };
  if (kind < 0.35) return { type: 'LineString', coordinates: createWalk(random) };
  if (kind < 0.4) {
    return { type: 'MultiLineString', coordinates: [createWalk(random), createWalk(random)] };
  }
  return createGridPolygon(random, 10);
}

/** A line along the grid, that goes straight on for a while and never turns back. */
function createWalk(random: () => number): Position[] {
  let x = 10 * Math.floor(9 * random());
  let y = 10 * Math.floor(9 * random());
  const line = [shift([x, y])];
  const steps = 2 + Math.floor(4 * random());
  for (let i = 0; i < steps; i++) {
    const length = 10 * (1 + Math.floor(3 * random()));
    if (i % 2 === 0) x += length;
    else y += length;
    line.push(shift([x, y]));
  }
  return line;
}
