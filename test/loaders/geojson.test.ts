import { describe, expect, it } from 'vitest';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { readGeoJson } from '../../src/loaders/geojson.ts';

const point = { type: 'Point', coordinates: [2.6, 50.5] };
const read = (features: object[], members: object = {}) =>
  readGeoJson(JSON.stringify({ type: 'FeatureCollection', features, ...members }), 'f.geojson');

describe('reading GeoJSON', () => {
  it('types each column by all its values, and keeps codes as text', () => {
    const { fields, table } = read([
      {
        type: 'Feature',
        geometry: point,
        properties: { a: 1, b: 1.5, c: '01', d: true, e: '2024-02-29' },
      },
      {
        type: 'Feature',
        geometry: null,
        properties: { a: null, b: 2, c: 3, d: null, e: null, f: [1] },
      },
      { type: 'Feature', geometry: point, properties: null },
    ]);
    expect(Object.fromEntries(fields.map(({ name, type }) => [name, type]))).toEqual({
      a: 'integer',
      b: 'number',
      c: 'text',
      d: 'boolean',
      e: 'date',
      f: 'text',
    });
    expect(table.columns).toEqual({
      a: [1, null, null],
      b: [1.5, 2, null],
      c: ['01', '3', null],
      d: [true, null, null],
      e: ['2024-02-29', null, null],
      f: [null, '[1]', null],
    });
  });

  it('keeps null, empty and multi-part geometries in their rows', () => {
    const multi = {
      type: 'MultiPoint',
      coordinates: [
        [2, 50],
        [3, 51],
      ],
    };
    const empty = { type: 'MultiPolygon', coordinates: [] };
    const { table } = read(
      [null, multi, empty].map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
    );
    expect([0, 1, 2].map((row) => rowToGeometry(table.geometry, row))).toEqual([null, multi, null]);
  });

  it('keeps the attributes of a feature whose geometry is unfit, and counts it', () => {
    const circle = { type: 'Circle', coordinates: [0, 0] };
    const { table } = read([
      { type: 'Feature', geometry: point, properties: { nom: 'a' } },
      { type: 'Feature', geometry: circle, properties: { nom: 'b' } },
    ]);
    expect(table.columns).toEqual({ nom: ['a', 'b'] });
    expect([...table.geometry.kinds]).toEqual([1, 0]);
    expect(table.faults).toEqual([{ row: 1, reason: 'unknown-type' }]);
  });

  it('reads a bare feature, a bare geometry, bytes and a byte order mark', () => {
    const feature = JSON.stringify({ type: 'Feature', geometry: point, properties: { é: 'œ' } });
    const bytes = new TextEncoder().encode(`\uFEFF${feature}`);
    expect(readGeoJson(bytes, 'f').table.columns).toEqual({ é: ['œ'] });
    expect(readGeoJson(JSON.stringify(point), 'f').table.geometry.length).toBe(1);
  });

  it('takes the id member as a field unless a property has that name', () => {
    const feature = { type: 'Feature', id: 'x', geometry: point };
    expect(read([{ ...feature, properties: { a: 1 } }]).table.columns.id).toEqual(['x']);
    expect(read([{ ...feature, properties: { id: 7 } }]).table.columns.id).toEqual([7]);
  });

  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'OGC:CRS84'],
    ['urn:ogc:def:crs:EPSG::4326', 'OGC:CRS84'],
    ['EPSG:2154', 'EPSG:2154'],
    ['urn:ogc:def:crs:EPSG::2154', 'EPSG:2154'],
    ['urn:ogc:def:crs:EPSG:9.1:3950', 'EPSG:3950'],
  ])('reads the CRS %s', (name, wanted) => {
    expect(read([], { crs: { type: 'name', properties: { name } } }).crs).toBe(wanted);
    expect(read([]).crs).toBeNull();
  });

  it('says where the JSON breaks', () => {
    expect(() => readGeoJson('{\n"type": oops}', 'f')).toThrow(
      expect.objectContaining({ context: expect.objectContaining({ line: 2, column: 9 }) }),
    );
  });
});
