import type { Geometry } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';
import type { DemoFeature, DemoLayer } from './demo-layer.ts';

/**
 * A layer in few large arrays: to serialize a quarter of a million features one by one takes ten times as long. Nothing of them is
 * lost: properties keep their names and order, positions all their numbers.
 */
export interface PackedLayer {
  id: string;
  /** The names of properties that features have, in their order: a list for each way of having them. */
  shapes: string[][];
  /** Of each feature the place of its list in `shapes`, and all values one after the other. */
  shapeOf: Uint32Array;
  values: Value[];
  /** Of each feature its type of geometry, empty for none. */
  types: string[];
  /** Lengths of the lists of coordinates, as they are met from the outside in; a position has its own too. */
  lengths: Uint32Array;
  numbers: Float64Array;
}

type Coordinates = number | Coordinates[];

/** A layer as it is serialized. */
export function packLayer({ id, features }: DemoLayer): PackedLayer {
  const places = new Map<string, number>();
  const shapes: string[][] = [];
  const shapeOf: number[] = [];
  const values: Value[] = [];
  const lengths: number[] = [];
  const numbers: number[] = [];
  const flatten = (list: Coordinates[]) => {
    lengths.push(list.length);
    for (const one of list) {
      if (typeof one === 'number') numbers.push(one);
      else flatten(one);
    }
  };
  const types = features.map(({ geometry, properties }) => {
    const names = Object.keys(properties);
    const shape = names.join('\n');
    let place = places.get(shape);
    if (place === undefined) {
      place = shapes.push(names) - 1;
      places.set(shape, place);
    }
    shapeOf.push(place);
    for (const name of names) values.push(properties[name] as Value);
    if (geometry === null) return '';
    flatten(coordinatesOf(geometry));
    return geometry.type;
  });
  return {
    id,
    shapes,
    shapeOf: Uint32Array.from(shapeOf),
    values,
    types,
    lengths: Uint32Array.from(lengths),
    numbers: Float64Array.from(numbers),
  };
}

/** The layer that was packed. */
export function unpackLayer(packed: PackedLayer): DemoLayer {
  const { id, shapes, shapeOf, values, types, lengths, numbers } = packed;
  let [value, list, number] = [0, 0, 0];
  const unflatten = (depth: number): Coordinates[] => {
    const length = lengths[list++] as number;
    const own: Coordinates[] = [];
    for (let i = 0; i < length; i++) {
      own.push(depth === 0 ? (numbers[number++] as number) : unflatten(depth - 1));
    }
    return own;
  };
  const features = types.map((type, i): DemoFeature => {
    const properties: Record<string, Value> = {};
    for (const name of shapes[shapeOf[i] as number] as string[]) {
      properties[name] = values[value++] as Value;
    }
    if (type === '') return { geometry: null, properties };
    const coordinates = unflatten(DEPTHS[type] as number);
    return { geometry: { type, coordinates } as Geometry, properties };
  });
  return { id, features };
}

/** Lists around the positions of a geometry. */
const DEPTHS: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** @throws {TypeError} for a collection, which no layer holds. */
function coordinatesOf(geometry: Geometry): Coordinates[] {
  if ('coordinates' in geometry) return geometry.coordinates as Coordinates[];
  throw new TypeError('a layer holds a collection of geometries');
}
