import { area } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { expect, test } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { loadGeos } from '../../src/geos/geos.ts';
import { repairPolygons } from '../../src/publish/repair-polygons.ts';

const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings });
const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const bowTie: Position[] = [
  [0, 0],
  [2, 2],
  [2, 0],
  [0, 2],
  [0, 0],
];

test('only invalid polygons change, in their place, and each is told with its reason', async () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [1, 1],
      [1, 1],
    ],
  };
  const geometries = [
    polygon(square(5, 5, 1)),
    polygon(bowTie),
    line,
    null,
    polygon(square(10, 10, 4), square(20, 20, 1)),
    polygon(square(10, 10, 4), square(11, 11, 1)),
  ];
  const column = geometriesToColumn(geometries);
  const { geometry, findings } = await repairPolygons(column, {});
  expect(findings.map(({ rule, row, facts }) => [rule, row, facts.code])).toEqual([
    ['source.geometry-repaired', 1, 'self-intersection'],
    ['source.geometry-repaired', 4, 'hole-outside'],
  ]);
  expect(findings[0]?.place).toEqual([1, 1]);
  expect(geometry.length).toBe(column.length);
  for (const row of [0, 2, 3, 5]) {
    expect(rowToGeometry(geometry, row)).toEqual(rowToGeometry(column, row));
  }
  const geos = await loadGeos();
  for (const row of [1, 4]) {
    expect(geos.isValid(writeWkb(geometry, row) as Uint8Array)).toBe(true);
  }
  const areaOf = (row: number) => area(rowToGeometry(geometry, row) as Geometry);
  const triangles = [
    [0, 0, 2],
    [2, 2, 0],
  ].map(([x = 0, south = 0, north = 0]) => {
    const [base, tip] = [
      [x, south],
      [1, 1],
    ] as [Position, Position];
    return area(polygon([base, tip, [x, north], base]));
  });
  expect(areaOf(1)).toBeCloseTo((triangles[0] ?? 0) + (triangles[1] ?? 0), 0);
  const squares = area(polygon(square(10, 10, 4))) + area(polygon(square(20, 20, 1)));
  expect(areaOf(4)).toBeCloseTo(squares, 0);
});

test('a column without a fault is the same column', async () => {
  const column = geometriesToColumn([polygon(square(0, 0, 1)), polygon(square(2, 2, 1))]);
  const { geometry, findings } = await repairPolygons(column, {});
  expect(geometry).toBe(column);
  expect(findings).toEqual([]);
});
