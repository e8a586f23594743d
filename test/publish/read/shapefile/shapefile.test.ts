import { describe, expect, it } from 'vitest';
import { rowToGeometry } from '../../../../src/geo/to-geojson.ts';
import { unpack } from '../../../../src/publish/read/archive/unpack.ts';
import { readFiles } from '../../../../src/publish/read/read-files.ts';
import type { SourceTable } from '../../../../src/publish/read/source.ts';
import {
  createDbf,
  createShp,
  createZippedShapefile,
  type DbfField,
  LAMBERT_93_WKT,
  type ShapeRings,
} from '../../../helpers/create-shapefile.ts';

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

const context = { gdal: () => Promise.reject(new Error('no GDAL here')) };
const readAll = async (zip: Uint8Array) =>
  readFiles(unpack([{ path: 'z.zip', bytes: zip as Uint8Array<ArrayBuffer> }]), context);
const readOne = async (zip: Uint8Array) => (await readAll(zip))[0] as SourceTable;

describe('a zipped Shapefile', () => {
  it('gives text, numbers, dates and booleans, and null for what is blank', async () => {
    const { table, crs } = await readOne(createZippedShapefile([holed, null], fields, records));
    expect(crs).toBe('EPSG:2154');
    expect(table.columns).toEqual({
      nom: ['Béthune', null],
      surface: [12.5, null],
      jour: ['2024-02-29', null],
      actif: [true, null],
    });
    expect(rowToGeometry(table.geometry, 1)).toBeNull();
  });

  it('puts each hole in the shell that holds it, shells counterclockwise', async () => {
    const { table } = await readOne(createZippedShapefile([holed, null], fields, records));
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
  ] as const)('decodes %s', async (_, cpg, encoding) => {
    const dbf = createDbf(fields, records, (text) => new Uint8Array(Buffer.from(text, encoding)));
    const zip = createZippedShapefile([null, null], fields, records, {
      'couche.dbf': dbf,
      'couche.cpg': cpg,
    });
    expect((await readOne(zip)).table.columns.nom).toEqual(['Béthune', null]);
  });

  it('says what is missing or cut', async () => {
    const read = (shapes: ShapeRings[], extra: Parameters<typeof createZippedShapefile>[3]) =>
      readAll(createZippedShapefile(shapes, fields, records, extra));
    const whole = createShp([holed, holed]);
    const reason = (name: string) =>
      expect.objectContaining({ context: expect.objectContaining({ reason: name }) });
    await expect(read([null], {})).rejects.toThrow(reason('row-count'));
    const cut = { 'couche.shp': whole.subarray(0, -20) };
    await expect(read([], cut)).rejects.toThrow(reason('shp-truncated'));
    const none = { 'couche.shp': null, 'couche.dbf': null };
    await expect(read([], none)).rejects.toMatchObject({ code: 'format-unknown' });
    const dbf = createDbf(fields, records, (text) => new TextEncoder().encode(text));
    const short = { 'couche.dbf': dbf.subarray(0, -9) };
    await expect(read([holed, null], short)).rejects.toThrow(reason('dbf-truncated'));
  });

  it('reads shapes without attributes, and attributes without shapes', async () => {
    const extra = (name: string) => ({ [name]: null });
    const zip = (name: string) =>
      createZippedShapefile([holed, null], fields, records, extra(name));
    const shapes = await readOne(zip('couche.dbf'));
    expect(shapes.table.geometry.length).toBe(2);
    expect(shapes.findings.map(({ rule }) => rule)).toEqual(['source.attributes-absent']);
    const attributes = await readOne(zip('couche.shp'));
    expect([...attributes.table.geometry.kinds]).toEqual([0, 0]);
    expect(attributes.table.columns.nom).toEqual(['Béthune', null]);
  });

  it('reads several, in folders, with names of any case', async () => {
    const dbf = createDbf(fields, records, (text) => new TextEncoder().encode(text));
    const zip = createZippedShapefile([holed, null], fields, records, {
      'Autre/ZONE.SHP': createShp([null, holed]),
      'Autre/zone.DBF': dbf,
      'Autre/Zone.prj': LAMBERT_93_WKT,
    });
    const tables = await readAll(zip);
    expect(tables.map(({ name, path, crs }) => [name, path, crs])).toEqual([
      ['ZONE', 'z.zip/Autre/ZONE.SHP', 'EPSG:2154'],
      ['couche', 'z.zip/couche.shp', 'EPSG:2154'],
    ]);
  });

  it('leaves out deleted records with their shapes', async () => {
    const dbf = createDbf(fields, records, (text) => new TextEncoder().encode(text));
    dbf[32 + 32 * fields.length + 1] = 0x2a;
    const zip = createZippedShapefile([null, holed], fields, records, { 'couche.dbf': dbf });
    const { table, findings } = await readOne(zip);
    expect(table.geometry.kinds).toEqual(Uint8Array.of(3));
    expect(table.columns.nom).toEqual([null]);
    expect(findings).toMatchObject([{ rule: 'source.deleted-records', facts: { count: 1 } }]);
  });

  it('guesses Windows-1252 aloud, believes the language byte, keeps long integers whole', async () => {
    const many: DbfField[] = [
      { name: 'nom', type: 'C', length: 12 },
      { name: 'idu', type: 'N', length: 18 },
    ];
    const rows = [['Béthune     ', '900719925474099312']];
    const build = (language: number, encoding: BufferEncoding) => {
      const dbf = createDbf(many, rows, (text) => new Uint8Array(Buffer.from(text, encoding)));
      dbf[29] = language;
      const parts = { 'couche.dbf': dbf, 'couche.cpg': null };
      return readOne(createZippedShapefile([null], many, rows, parts));
    };
    const guessed = await build(0, 'latin1');
    expect(guessed.table.columns).toEqual({ nom: ['Béthune'], idu: ['900719925474099312'] });
    expect(guessed.findings.map(({ facts }) => facts)).toEqual([{ encoding: 'Windows-1252' }]);
    expect((await build(87, 'latin1')).findings).toEqual([]);
    const lying = await build(87, 'utf8');
    expect(lying.table.columns.nom).toEqual(['Béthune']);
  });

  it('keeps the definition of a CRS that has no code here', async () => {
    const prj = LAMBERT_93_WKT.replace('700000.0', '600000.0');
    const zip = createZippedShapefile([null, null], fields, records, { 'couche.prj': prj });
    expect((await readOne(zip)).crs).toBe(prj);
  });
});
