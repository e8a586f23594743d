import type { Geometry, Position } from 'geojson';
import { shift } from './create-polygons.ts';

/**
 * A random geometry, valid or not, whose vertices lie on a grid of 8 × 8 positions 10 m apart in CC50, seldom half-way
 * between two: sides that run in any direction, cross, coincide in part and end on one another.
 */
export function createTangle(random: () => number): Geometry {
  const step = random() < 0.2 ? 5 : 10;
  const at = (): Position => {
    const x = step * Math.floor((80 / step) * random());
    return shift([x, step * Math.floor((80 / step) * random())]);
  };
  const many = <Item>(most: number, create: () => Item) =>
    Array.from({ length: 1 + Math.floor(most * random()) }, create);
  const line = () => {
    const positions = [at(), ...many(4, at)];
    return random() < 0.2 ? [...positions, positions[0]!] : positions;
  };
  const ring = () => {
    const positions = [at(), at(), ...many(3, at)];
    return [...positions, positions[0]!];
  };
  const kind = random();
  if (kind < 0.08) return { type: 'Point', coordinates: at() };
  if (kind < 0.16) return { type: 'MultiPoint', coordinates: many(4, at) };
  if (kind < 0.3) return { type: 'LineString', coordinates: line() };
  if (kind < 0.45) return { type: 'MultiLineString', coordinates: many(4, line) };
  if (kind < 0.7) return { type: 'Polygon', coordinates: [ring()] };
  if (kind < 0.8) return { type: 'Polygon', coordinates: [ring(), ring()] };
  return { type: 'MultiPolygon', coordinates: many(4, () => [ring()]) };
}

/** Squares of the grid of `createTangle`, of which many touch along a side or at a corner: to be united. */
export function createCells(random: () => number): Geometry {
  const share = 0.3 + 0.5 * random();
  const coordinates: Position[][][] = [];
  for (let x = 0; x < 60; x += 10) {
    for (let y = 0; y < 60; y += 10) {
      if (coordinates.length > 0 && random() > share) continue;
      const slant = random() < 0.2 ? 10 : 0;
      const square = [
        [x, y],
        [x + 10, y],
        [x + 10 + slant, y + 10],
        [x, y + 10],
        [x, y],
      ];
      coordinates.push([square.map(shift)]);
    }
  }
  return { type: 'MultiPolygon', coordinates };
}

/** A geometry made out of another: the same points told otherwise, its border, or some of its vertices. */
export function createRelative(random: () => number, geometry: Geometry): Geometry {
  if (geometry.type === 'GeometryCollection') throw new Error('a collection has no rings');
  const kind = random();
  if (kind < 0.4) return retell(geometry);
  const lines = linesOf(geometry);
  if (kind < 0.6 && lines[0]!.length > 1) return { type: 'MultiLineString', coordinates: lines };
  if (kind < 0.8 && lines[0]!.length > 2) {
    const [line] = lines;
    const from = Math.floor((line!.length - 1) * random());
    return { type: 'LineString', coordinates: line!.slice(from, from + 3).slice(0, 2) };
  }
  return { type: 'MultiPoint', coordinates: lines.map((line) => line[line.length >> 1]!) };
}

/** The same points, with the vertices in the opposite order and others half-way between them. */
function retell(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): Geometry {
  const retold = (line: Position[]) =>
    line
      .flatMap((position, i) => {
        const next = line[i + 1];
        if (!next) return [position];
        const middle = [(position[0]! + next[0]!) / 2, (position[1]! + next[1]!) / 2];
        return [position, ...(middle.every(Number.isInteger) ? [middle] : [])];
      })
      .reverse();
  switch (geometry.type) {
    case 'Point':
      return { type: 'MultiPoint', coordinates: [geometry.coordinates] };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: [...geometry.coordinates].reverse() };
    case 'LineString':
      return { type: 'LineString', coordinates: retold(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(retold).reverse() };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(retold) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((part) => part.map(retold)).reverse(),
      };
  }
}

/** Every line or ring of a geometry; of points, a line of one vertex each. */
function linesOf(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}
