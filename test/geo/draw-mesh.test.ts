import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createMesh } from '../../src/geo/draw-mesh.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import type { GeometryColumn } from '../../src/geo/geometry-column.ts';
import { labelPlace } from '../../src/geo/label-place.ts';
import { triangulate } from '../../src/geo/triangulate.ts';
import { uniqueEdges } from '../../src/geo/unique-edges.ts';
import { createSquare } from '../helpers/create-layer.ts';
import { createRandom } from './create-random.ts';

const random = createRandom(8);
const ALL = { isFilled: true, isNamed: true };

/** A closed ring around a place, star-shaped, so that it does not cross itself. */
function createStar([x, y]: Position, radius: number, corners: number): Position[] {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners;
    const reach = radius * (0.4 + 0.6 * random());
    return [x! + reach * Math.cos(angle), y! + reach * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

function ringArea(ring: Position[]): number {
  let doubled = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    doubled += ring[i]![0]! * ring[i + 1]![1]! - ring[i + 1]![0]! * ring[i]![1]!;
  }
  return Math.abs(doubled) / 2;
}

/** Areas of the triangles that fill a column. */
function triangleAreas({ xy }: GeometryColumn, triangles: Uint32Array): number[] {
  return Array.from({ length: triangles.length / 3 }, (_, t) => {
    const corners = [...triangles.subarray(3 * t, 3 * t + 3)].map((v) => [
      xy[2 * v]!,
      xy[2 * v + 1]!,
    ]);
    return ringArea([...corners, corners[0]!]);
  });
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

describe('polygons cut into triangles', () => {
  it('are filled to their area, less their holes, part by part, at the coordinates of the territory', () => {
    for (let round = 0; round < 60; round++) {
      const parts = Array.from({ length: 1 + (round % 3) }, (_, part) => {
        const centre = [2.5 + 0.01 * part, 50.5];
        const shell = createStar(centre, 0.002, 5 + Math.floor(40 * random()));
        const hole = createStar(centre, 0.0006, 4 + Math.floor(9 * random()));
        return round % 2 === 0 ? [shell] : [shell, hole.reverse()];
      });
      const wanted = sum(
        parts.map(([shell, hole]) => ringArea(shell!) - (hole ? ringArea(hole) : 0)),
      );
      const column = geometriesToColumn([{ type: 'MultiPolygon', coordinates: parts }]);
      const areas = triangleAreas(column, triangulate(column));
      expect(sum(areas)).toBeCloseTo(wanted, 12);
    }
  });

  it('give nothing where a ring has no area, and leave their neighbours whole', () => {
    const flat: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ],
      ],
    };
    const point: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 5],
          [5, 5],
          [5, 5],
          [5, 5],
        ],
      ],
    };
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    };
    const column = geometriesToColumn([flat, point, null, line, createSquare(7, 7, 2)]);
    const triangles = triangulate(column);
    expect(sum(triangleAreas(column, triangles))).toBe(4);
    const first = column.vertexOffsets.at(-2)!;
    expect([...triangles].every((v) => v >= first || v < 8)).toBe(true);
  });
});

describe('edges', () => {
  it('are each there once, as told by their text, and belong to the first that has them', () => {
    const squares = Array.from({ length: 60 }, (_, i) =>
      createSquare(2.5 + (i % 8) * 0.001, 50.5 + Math.floor(i / 8) * 0.001, 0.001),
    );
    const column = geometriesToColumn([...squares, ...squares.slice(0, 5)]);
    const { xy } = column;
    const text = (v: number) =>
      [`${xy[2 * v]} ${xy[2 * v + 1]}`, `${xy[2 * v + 2]} ${xy[2 * v + 3]}`].sort().join();
    const wanted = new Map<string, number>();
    for (let row = 0; row < column.length; row++) {
      for (let v = 5 * row; v < 5 * row + 4; v++) {
        if (!wanted.has(text(v))) wanted.set(text(v), row);
      }
    }
    const { starts, owners } = uniqueEdges(column);
    expect([...starts].map(text)).toEqual([...wanted.keys()]);
    expect([...owners]).toEqual([...wanted.values()]);
  });
});

describe('a mesh', () => {
  const hole = createSquare(2.501, 50.501, 0.001) as { coordinates: Position[][] };
  const shell = createSquare(2.5, 50.5, 0.004) as { coordinates: Position[][] };
  const holed: Geometry = {
    type: 'Polygon',
    coordinates: [...shell.coordinates, ...hole.coordinates],
  };
  const column = geometriesToColumn([null, holed, createSquare(2.504, 50.5, 0.004)]);

  it('counts its corners and edges from a near origin, to a millimetre', () => {
    const { corners, edges, origin, owners, extent } = createMesh(column, ALL);
    expect(extent).toEqual([2.5, 50.5, 2.508, 50.504]);
    column.xy.forEach((value, i) => {
      expect(Math.abs(corners[i]! + origin[i % 2]! - value)).toBeLessThan(1e-8);
    });
    expect(edges).toHaveLength(4 * (4 + 4 + 3));
    expect([...owners]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
    expect([...edges.subarray(0, 4)]).toEqual([...corners.subarray(0, 4)]);
  });

  it('has only what was asked for, and nothing of nothing', () => {
    const bare = createMesh(column, { isFilled: false, isNamed: false });
    expect([bare.corners, bare.triangles, bare.places].map(({ length }) => length)).toEqual([
      0, 0, 0,
    ]);
    const empty = createMesh(geometriesToColumn([]), ALL);
    expect(empty).toMatchObject({
      origin: [0, 0],
      extent: [Infinity, Infinity, -Infinity, -Infinity],
    });
    expect(empty.edges).toHaveLength(0);
  });

  it('says where the names stand, and how large what they name is', () => {
    const { places } = createMesh(column, ALL);
    expect(places.subarray(0, 3).every(Number.isNaN)).toBe(true);
    expect(places[6]).toBeCloseTo(2.506, 9);
    expect(places[8]).toBeCloseTo(0.004, 9);
    expect(labelPlace(column, 0)).toBeNull();
  });
});
