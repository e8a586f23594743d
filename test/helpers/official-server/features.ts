import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  Point,
  Polygon,
  Position,
} from 'geojson';
import type { Extent } from '../../../src/domain/units.ts';
import { type GroundCommune, round } from './ground.ts';

/** A square of a commune, the `index`th of `across` × `across` that abut around its centre, row by row from the south-west; degrees. */
export function squareIn(
  { centre: [x, y], reach }: GroundCommune,
  index: number,
  across: number,
): Polygon {
  const side = (2 * reach) / across;
  const west = x - reach + (index % across) * side;
  const south = y - reach + Math.floor(index / across) * side;
  const [left, bottom, right, top] = [west, south, west + side, south + side].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const ring: Position[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** The middle of such a square. */
export function pointIn(commune: GroundCommune, index: number, across: number): Point {
  const [[[west, south], , [east, north]]] = squareIn(commune, index, across).coordinates as [
    [Position, Position, Position],
  ];
  const middle = (a: number | undefined, b: number | undefined) =>
    round(((a as number) + (b as number)) / 2);
  return { type: 'Point', coordinates: [middle(west, east), middle(south, north)] };
}

/** A line from west to east within a commune, `index` of `of` from the south. */
export function lineIn({ centre: [x, y], reach }: GroundCommune, index = 0, of = 1): LineString {
  const north = round(y - reach + ((index + 0.5) * 2 * reach) / of);
  return {
    type: 'LineString',
    coordinates: [
      [round(x - reach), north],
      [round(x), round(north + reach / 20)],
      [round(x + reach), north],
    ],
  };
}

/** A line through the centres of communes, in their order. */
export function lineThrough(communes: readonly GroundCommune[]): LineString {
  return { type: 'LineString', coordinates: communes.map(({ centre }) => centre) };
}

/** A feature; `id` besides its properties, as many services have it. */
export function feature(
  geometry: Geometry | null,
  properties: Record<string, unknown>,
  id?: string,
): Feature {
  return {
    type: 'Feature',
    ...(id !== undefined && { id }),
    geometry: geometry as Geometry,
    properties,
  };
}

/** Features, with what the source says besides. */
export function collection(
  features: Feature[],
  more: Record<string, unknown> = {},
): FeatureCollection {
  return { type: 'FeatureCollection', ...more, features } as FeatureCollection;
}

/** Whether a feature's box meets a box, both in degrees. */
export function meets({ geometry }: Feature, [west, south, east, north]: Extent): boolean {
  const box = boxOf(geometry);
  return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
}

/** Box of a geometry. */
export function boxOf(geometry: Geometry): Extent {
  const positions = flatten('coordinates' in geometry ? geometry.coordinates : []);
  const [xs, ys] = [positions.map(([x]) => x as number), positions.map(([, y]) => y as number)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function flatten(coordinates: unknown[]): Position[] {
  return typeof coordinates[0] === 'number'
    ? [coordinates as Position]
    : (coordinates as unknown[][]).flatMap(flatten);
}
