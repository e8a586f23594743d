import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { LAMBERT_DEFINITIONS } from '../../src/publish/crs/lambert-zones.ts';
import { toDegrees } from '../../src/publish/crs/to-degrees.ts';
import { readZippedShapefile } from '../../src/publish/read/shapefile.ts';
import {
  createDbf,
  createShp,
  createZippedShapefile,
  type DbfField,
  LAMBERT_93_WKT,
  type ShapeRings,
} from '../helpers/create-shapefile.ts';

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const fields: DbfField[] = [
  { name: 'nom', type: 'C', length: 12 },
  { name: 'surface', type: 'N', length: 8 },
  { name: 'jour', type: 'D', length: 8 },
  { name: 'actif', type: 'L', length: 1 },
];
const records = [
  ['Béthune', '   12.50', '20240229', 'T'],
  ['', '********', '', '?'],
];
const holed: ShapeRings = [
  square(680_000, 7_040_000, 100),
  square(680_010, 7_040_010, 20).toReversed(),
  square(690_000, 7_040_000, 10),
];

describe('a zipped Shapefile', () => {
  it('gives text, numbers, dates and booleans, and null for what is blank', () => {
    const { table, crs } = readZippedShapefile(
      createZippedShapefile([holed, null], fields, records),
      'z.zip',
    );
    expect(crs).toBe('EPSG:2154');
    expect(table.columns).toEqual({
      nom: ['Béthune', null],
      surface: [12.5, null],
      jour: ['2024-02-29', null],
      actif: [true, null],
    });
    expect(rowToGeometry(table.geometry, 1)).toBeNull();
  });

  it('puts each hole in the shell that holds it, shells counterclockwise', () => {
    const { table } = readZippedShapefile(
      createZippedShapefile([holed, null], fields, records),
      'z.zip',
    );
    const geometry = rowToGeometry(table.geometry, 0);
    expect(geometry?.type).toBe('MultiPolygon');
    const polygons = geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
    expect(polygons.map((rings) => rings.length).sort()).toEqual([1, 2]);
    const withHole = polygons.find((rings) => rings.length === 2);
    expect(withHole?.[0]?.[1]).toEqual([680_100, 7_040_000]);
  });

  it.each([
    ['windows-1252', null, 'latin1'],
    ['ISO-8859-1', '88591', 'latin1'],
    ['UTF-8 without a .cpg', null, 'utf8'],
    ['an unknown .cpg', 'System', 'latin1'],
  ] as const)('decodes %s', (_, cpg, encoding) => {
    const dbf = createDbf(fields, records, (text) => new Uint8Array(Buffer.from(text, encoding)));
    const zip = createZippedShapefile([null, null], fields, records, {
      'couche.dbf': dbf,
      'couche.cpg': cpg,
    });
    expect(readZippedShapefile(zip, 'z.zip').table.columns.nom).toEqual(['Béthune', null]);
  });

  it('says what is missing or cut', () => {
    const read = (shapes: ShapeRings[], extra: Parameters<typeof createZippedShapefile>[3]) => () =>
      readZippedShapefile(createZippedShapefile(shapes, fields, records, extra), 'z.zip');
    const cut = createShp([holed, holed]).subarray(0, -20);
    const reason = (name: string) =>
      expect.objectContaining({ context: expect.objectContaining({ reason: name }) });
    expect(read([null, null], { 'couche.dbf': null })).toThrow(reason('no-dbf'));
    expect(read([null, null], { 'couche.shp': null })).toThrow(reason('no-shapefile'));
    expect(read([null, null], { 'autre.shp': createShp([]) })).toThrow(
      reason('several-shapefiles'),
    );
    expect(read([null], {})).toThrow(reason('row-count'));
    expect(read([], { 'couche.shp': cut })).toThrow(reason('shp-truncated'));
    expect(() => readZippedShapefile(new Uint8Array(50), 'z.zip')).toThrow(reason('zip'));
  });

  it('names a CRS that is not read', () => {
    const prj = LAMBERT_93_WKT.replace('700000.0', '600000.0');
    const zip = createZippedShapefile([null, null], fields, records, { 'couche.prj': prj });
    expect(readZippedShapefile(zip, 'z.zip').crs).toBe('RGF_1993_Lambert_93');
  });
});

describe('bringing to degrees', () => {
  it.each(Object.keys(LAMBERT_DEFINITIONS))('agrees with proj4 from %s', (crs) => {
    const position = [2.64, 50.53];
    const [x, y] = proj4(LAMBERT_DEFINITIONS[crs] as string).forward(position) as [number, number];
    const column = geometriesToColumn([{ type: 'Point', coordinates: [x, y] }]);
    const { geometry } = toDegrees('f', column, crs, null);
    expect(geometry.xy[0]).toBeCloseTo(2.64, 9);
    expect(geometry.xy[1]).toBeCloseTo(50.53, 9);
  });

  it('believes the file, then the option, then the coordinates', () => {
    const point = (x: number, y: number) =>
      geometriesToColumn([{ type: 'Point', coordinates: [x, y] }]);
    const lambert = point(680_000, 7_040_000);
    expect(toDegrees('f', lambert, null, null)).toMatchObject({ crs: 'EPSG:2154', isGuess: true });
    expect(toDegrees('f', lambert, null, 'EPSG:2154')).toMatchObject({ isGuess: false });
    expect(toDegrees('f', point(1_680_000, 9_250_000), null, null).crs).toBe('EPSG:3950');
    const failure = (name: string) =>
      expect.objectContaining({ context: expect.objectContaining({ reason: name }) });
    expect(() => toDegrees('f', lambert, 'OGC:CRS84', null)).toThrow(failure('coordinates'));
    expect(() => toDegrees('f', point(9e7, 9e7), null, null)).toThrow(failure('coordinates'));
    expect(() => toDegrees('f', lambert, 'EPSG:27572', null)).toThrow(failure('unknown'));
    expect(() => toDegrees('f', point(50.5, 2.6), null, null)).toThrow(failure('swapped'));
  });
});
