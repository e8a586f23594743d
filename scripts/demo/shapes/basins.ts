import type { Position } from 'geojson';
import type { GroundRiver } from '../ground/ground.ts';
import { distance, lineLength } from '../ground/ring.ts';
import { negativePolygons } from './level-set.ts';
import { difference, intersection, type Shape } from './overlay.ts';
import { boxOf } from './polygon.ts';
import { nearestOnLine, pointAlong } from './polyline.ts';

/** A drainage basin, known by the names of its main rivers. */
export interface Basin {
  rivers: string[];
}

/** A basin and the land that is nearer to its rivers than to those of the basins after it. */
export interface Watershed<B extends Basin> {
  basin: B;
  shape: Shape;
}

/**
 * The land of each basin but the last, which has the rest: places nearer to the basin's rivers than to the others'.
 * A river that no basin names belongs to the basin of the named river nearest to its mouth.
 */
export function watersheds<B extends Basin>(rivers: GroundRiver[], basins: B[]): Watershed<B>[] {
  const points = new Map(basins.map((basin): [B, Position[]] => [basin, []]));
  for (const river of rivers) points.get(basinOf(river, rivers, basins))!.push(...sample(river));
  const all = [...points.values()].flat();
  return basins.map((basin, i) => {
    const own = points.get(basin)!;
    const others = basins.slice(i + 1).flatMap((other) => points.get(other)!);
    return { basin, shape: i === basins.length - 1 ? [] : nearerLand(own, others, all) };
  });
}

/** Cuts a shape along the watersheds; the last basin takes what is left. */
export function splitByBasin<B extends Basin>(
  shape: Shape,
  basins: Watershed<B>[],
): Watershed<B>[] {
  let rest = shape;
  return basins.map(({ basin, shape: land }, i) => {
    if (i === basins.length - 1) return { basin, shape: rest };
    const part = intersection(rest, land);
    rest = difference(rest, land);
    return { basin, shape: part };
  });
}

const CELL_M = 400;
const SAMPLE_M = 400;

function basinOf<B extends Basin>(river: GroundRiver, rivers: GroundRiver[], basins: B[]): B {
  const named = (name: string) => basins.find((basin) => basin.rivers.includes(name));
  const own = named(river.name);
  if (own) return own;
  const mouth = river.line.at(-1)!;
  const nearest = rivers
    .filter((other) => named(other.name))
    .map((other) => ({ other, away: nearestOnLine(other.line, mouth).distance }))
    .sort((a, b) => a.away - b.away)[0];
  return named(nearest?.other.name ?? '') ?? basins.at(-1)!;
}

function sample({ line }: GroundRiver): Position[] {
  const count = Math.max(1, Math.round(lineLength(line) / SAMPLE_M));
  const step = lineLength(line) / count;
  return Array.from({ length: count + 1 }, (_, i) => pointAlong(line, i * step).point);
}

function nearerLand(own: Position[], others: Position[], all: Position[]): Shape {
  const box = boxOf(all);
  const margin = 20 * CELL_M;
  const origin = [box[0] - margin, box[1] - margin];
  const columns = Math.ceil((box[2] - box[0] + 2 * margin) / CELL_M);
  const rows = Math.ceil((box[3] - box[1] + 2 * margin) / CELL_M);
  const values = new Float32Array(columns * rows).fill(1);
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const node = [origin[0]! + column * CELL_M, origin[1]! + row * CELL_M];
      values[row * columns + column] = nearest(own, node) - nearest(others, node);
    }
  }
  return negativePolygons({ origin, cell: CELL_M, columns, rows }, values, 0);
}

function nearest(points: Position[], node: Position): number {
  return points.reduce((least, point) => Math.min(least, distance(point, node)), Infinity);
}
