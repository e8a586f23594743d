import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { DrawBatch } from '../../src/engine/protocol.ts';
import { createMesh } from '../../src/geo/draw-mesh.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { batchToGeoJson } from '../../src/map/data/batch-to-geojson.ts';
import { borderLines } from '../../src/map/data/border-lines.ts';
import { changeMarks } from '../../src/map/data/change-marks.ts';
import { labelPoints } from '../../src/map/data/label-points.ts';
import { createTileCache } from '../../src/map/data/tile-cache.ts';
import { pointsOf, segmentsOf } from '../../src/map/deck/geometry-parts.ts';
import { createSquare } from '../helpers/create-layer.ts';

function createBatch(
  geometries: (Geometry | null)[],
  columns: DrawBatch['columns'] = {},
): DrawBatch {
  return {
    geometry: geometriesToColumn(geometries),
    rows: Uint32Array.from(geometries, (_, row) => 10 + row),
    columns,
  };
}

describe('GeoJSON of a batch', () => {
  it('has the row as id and leaves out what has no geometry', () => {
    const batch = createBatch([null, createSquare(2, 50, 1)], { nom: ['a', 'b'] });
    expect(batchToGeoJson(batch).features).toMatchObject([
      { id: 11, properties: { nom: 'b' }, geometry: { type: 'Polygon' } },
    ]);
  });
});

describe('marks of changes', () => {
  it('stand in the middle of each shape until it is 24 pixels wide, whichever way it is long', () => {
    const wide = createSquare(2, 0, 360 / 512);
    const { features } = changeMarks(createBatch([null, wide], { change: ['added', 'removed'] }));
    expect(features).toHaveLength(1);
    expect(features[0]?.properties).toMatchObject({ change: 'removed' });
    expect(features[0]?.properties?.until).toBeCloseTo(Math.log2(24), 3);
  });
});

describe('points of names', () => {
  it('stand in the middle of the largest part', () => {
    const coordinates = [createSquare(0, 0, 1), createSquare(5, 5, 4)].map(
      (square) => (square as Polygon).coordinates,
    );
    const { features } = labelPoints(createBatch([{ type: 'MultiPolygon', coordinates }]));
    expect(features[0]!.geometry.coordinates).toEqual([7, 7]);
  });

  it('stay inside a shape whose centroid is outside', () => {
    const ring = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 8],
      [8, 8],
      [8, 1],
      [0, 1],
      [0, 0],
    ];
    const { features } = labelPoints(createBatch([{ type: 'Polygon', coordinates: [ring] }]));
    const [x] = features[0]!.geometry.coordinates;
    expect(x).toBeGreaterThan(8);
    expect(x).toBeLessThan(9);
  });

  it('are ranked by the square root of their share of the greatest value', () => {
    const squares = [createSquare(0, 0, 1), createSquare(2, 0, 1)];
    const batch = createBatch(squares, { population: [25, 100] });
    const ranks = labelPoints(batch, 'population').features.map((f) => f.properties?._rank);
    expect(ranks).toEqual([0.5, 1]);
  });
});

describe('border lines', () => {
  it('hold the border of two neighbours once', () => {
    const { features } = borderLines(createBatch([createSquare(0, 0, 1), createSquare(1, 0, 1)]));
    const edges = features.reduce((sum, { geometry }) => sum + geometry.coordinates.length - 1, 0);
    expect(edges).toBe(7);
    expect(features).toHaveLength(3);
  });

  it('keep the ring of an island in one line', () => {
    const { features } = borderLines(createBatch([createSquare(0, 0, 1)]));
    expect(features).toHaveLength(1);
    expect(features[0]!.geometry.coordinates).toHaveLength(5);
  });
});

describe('the cache of row groups', () => {
  const createTile = (rowGroup: number) => {
    const batch = createBatch([createSquare(rowGroup * 10, 0, 1)]);
    const mesh = createMesh(batch.geometry, { isFilled: false, isNamed: false });
    return { ...batch, rowGroup, mesh };
  };

  it('lets go of what was longest out of sight, never of what is seen', () => {
    const cache = createTileCache(2);
    cache.add([0, 1, 2].map(createTile));
    cache.trim([0, 0, 1, 1]);
    expect(cache.held().sort()).toEqual([0, 2]);
    cache.add([createTile(3)]);
    cache.trim([0, -1, 40, 1]);
    expect(cache.held().sort()).toEqual([0, 2, 3]);
    cache.trim([30, 0, 31, 1]);
    expect(cache.held()).toContain(3);
    expect(cache.held()).toHaveLength(2);
  });
});

describe('geometry for deck.gl', () => {
  const hole = createSquare(1, 1, 1) as { coordinates: number[][][] };
  const shell = createSquare(0, 0, 4) as { coordinates: number[][][] };
  const column = geometriesToColumn([
    { type: 'Point', coordinates: [3, 3] },
    null,
    { type: 'Polygon', coordinates: [...shell.coordinates, ...hole.coordinates] },
    {
      type: 'LineString',
      coordinates: [
        [5, 0],
        [5, 2],
        [6, 2],
      ],
    },
  ]);

  it('holds every edge of lines and rings, from a near origin', () => {
    const { length, offsets, origin } = segmentsOf(column);
    expect(length).toBe(4 + 4 + 2);
    expect(offsets[36]! + origin[0]).toBeCloseTo(5);
    expect(offsets[39]! + origin[1]).toBeCloseTo(2);
    expect(segmentsOf(column, (row) => row === 3).length).toBe(2);
  });

  it('holds every point, and nothing of an empty column', () => {
    expect(pointsOf(column)).toEqual([[3, 3]]);
    expect(segmentsOf(geometriesToColumn([]))).toMatchObject({ length: 0, origin: [0, 0] });
  });
});
