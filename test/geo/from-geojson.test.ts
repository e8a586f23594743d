import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { geometriesToColumn, geometriesToRows } from '../../src/geo/from-geojson.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';

const refusal = (row: number, reason: string) =>
  expect.objectContaining({ code: 'geometry-invalid', context: { row, reason } });

describe('GeoJSON', () => {
  test('heights are dropped', () => {
    const column = geometriesToColumn([{ type: 'Point', coordinates: [1, 2, 30] }]);
    expect(rowToGeometry(column, 0)).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  test('an empty geometry of any type is a row of kind none', () => {
    const types = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon'] as const;
    const column = geometriesToColumn(
      types.map((type) => ({ type, coordinates: [] }) as unknown as Geometry),
    );
    expect([...column.kinds]).toEqual([0, 0, 0, 0, 0]);
    expect(rowToGeometry(column, 4)).toBeNull();
  });

  test('an empty polygon among others is left out, the others stay', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const column = geometriesToColumn([{ type: 'MultiPolygon', coordinates: [[], [ring], [[]]] }]);
    expect(rowToGeometry(column, 0)).toEqual({ type: 'Polygon', coordinates: [ring] });
  });

  test.each([
    ['a collection', 'unknown-type', { type: 'GeometryCollection', geometries: [] }],
    ['an unknown type', 'unknown-type', { type: 'Circle', coordinates: [0, 0] }],
    ['a type inherited from Object', 'unknown-type', { type: 'constructor', coordinates: [0, 0] }],
    ['a polygon as deep as a line', 'wrong-depth', { type: 'Polygon', coordinates: [[0, 0]] }],
    ['a line of nulls', 'wrong-depth', { type: 'LineString', coordinates: [null, null] }],
    ['a point of text', 'not-finite', { type: 'Point', coordinates: ['1', '2'] }],
    ['a geometry without coordinates', 'wrong-depth', { type: 'Polygon' }],
    [
      'an open ring',
      'open-ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        ],
      },
    ],
    ['a line of one place', 'too-few-points', { type: 'LineString', coordinates: [[0, 0]] }],
  ])('%s is refused with its row, or left out when only listed', (_, reason, geometry) => {
    const point: Geometry = { type: 'Point', coordinates: [1, 2] };
    const geometries = [point, geometry as unknown as Geometry, point];
    expect(() => geometriesToColumn(geometries)).toThrow(refusal(1, reason));
    expect(geometriesToRows(geometries)).toEqual({
      geometry: geometriesToColumn([point, null, point]),
      faults: [{ row: 1, reason }],
    });
  });
});
