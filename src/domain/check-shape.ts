import { AppError } from './errors.ts';
import { type Shape, shapeFamily, shapeLines } from './shape.ts';
import type { Extent } from './units.ts';

/** What may be wrong with a shape; `shape-crossing` is for who has exact geometry to find (see `engine/answer/open-shapes.ts`). */
export const SHAPE_FAULTS = [
  'shape-position',
  'shape-far',
  'shape-open',
  'shape-few',
  'shape-flat',
  'shape-crossing',
] as const;

/** One of `SHAPE_FAULTS`. */
export type ShapeFaultKind = (typeof SHAPE_FAULTS)[number];

/**
 * Checks a shape: every position is a longitude and a latitude no farther from the territory's extent (degrees) than
 * `MARGIN_DEG`; rings are closed, have three distinct positions that are not in one line (within a millimetre); lines have
 * two, and there is at least one position.
 * @throws {AppError} `question-invalid` with the `path`, the `fault` and, of a position, `lng` and `lat`.
 */
export function checkShape(shape: Shape, extent: Extent, path: string): void {
  const lines = shapeLines(shape);
  if (lines.length === 0) failShape(path, 'shape-few');
  for (const line of lines) checkLine(line, shape, extent, path);
}

/** Says what is wrong with a shape, and where in degrees when there is a place. */
export function failShape(path: string, fault: ShapeFaultKind, at: number[] = []): never {
  const [lng, lat] = at;
  const isPlaced = lng !== undefined && lat !== undefined;
  const reason = isPlaced ? `${fault} at ${lng} ${lat}` : fault;
  const context = { path, reason, fault, ...(isPlaced && { lng, lat }) };
  throw new AppError('question-invalid', `question at ${path}: ${reason}`, context);
}

/** How far outside the territory a shape may reach, in degrees: some 50 km here, the longest distance of a question. */
const MARGIN_DEG = 0.7;

function checkLine(line: number[][], shape: Shape, extent: Extent, path: string): void {
  for (const position of line) checkPosition(position, extent, path);
  const family = shapeFamily(shape);
  const [first = []] = line;
  if (family === 'polygon' && !isSame(first, line.at(-1) ?? [])) {
    failShape(path, 'shape-open', first);
  }
  const distinct = new Set(line.map(([lng, lat]) => `${lng} ${lat}`)).size;
  if (distinct < { point: 1, line: 2, polygon: 3 }[family]) failShape(path, 'shape-few', first);
  if (family === 'polygon' && widthOf(line) < MIN_WIDTH_DEG) failShape(path, 'shape-flat', first);
}

function checkPosition(position: number[], extent: Extent, path: string): void {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) failShape(path, 'shape-position');
  const [west, south, east, north] = extent;
  const isNear =
    lng >= west - MARGIN_DEG &&
    lng <= east + MARGIN_DEG &&
    lat >= south - MARGIN_DEG &&
    lat <= north + MARGIN_DEG;
  if (!isNear) failShape(path, 'shape-far', position);
}

function isSame([x, y]: number[], [u, v]: number[]): boolean {
  return x === u && y === v;
}

/** How far the positions of a ring stray from the line through its first position and the one farthest from it. */
function widthOf(ring: number[][]): number {
  const [x = 0, y = 0] = ring[0] ?? [];
  const away = ring.map(([u = x, v = y]): [number, number] => [u - x, v - y]);
  let [dx, dy] = [0, 0];
  for (const [u, v] of away) if (Math.hypot(u, v) > Math.hypot(dx, dy)) [dx, dy] = [u, v];
  const strays = away.map(([u, v]) => Math.abs(u * dy - v * dx) / Math.hypot(dx, dy));
  return strays.reduce((most, one) => Math.max(most, one), 0);
}

/** About a millimetre. */
const MIN_WIDTH_DEG = 1e-8;
