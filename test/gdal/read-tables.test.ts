import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { GdalModule } from '../../src/gdal/gdal-module.ts';
import { readTables } from '../../src/gdal/read-tables.ts';
import { createEdigeo } from '../helpers/create-edigeo.ts';
import { startGdalModule, writeWithGdal } from '../helpers/write-with-gdal.ts';

const SQUARE = [
  [680000.25, 7040000.5],
  [680100, 7040000],
  [680100, 7040100],
  [680000.25, 7040000.5],
];

/** Two parcels in Lambert-93 with what is easily lost: accents, leading zeros, days, absent values. */
const TABLE = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } },
  features: [
    {
      type: 'Feature',
      properties: { nom: 'Béthune, cœur çà', code: '007', n: 12, jour: '2024-03-31', x: 1.5 },
      geometry: { type: 'Polygon', coordinates: [SQUARE] },
    },
    {
      type: 'Feature',
      properties: { nom: 'Lens', code: '012', n: 3, jour: '2024-04-01', x: 2 },
      geometry: { type: 'Polygon', coordinates: [SQUARE.map(([x, y]) => [x! + 1000, y!])] },
    },
  ],
};

let gdal: GdalModule;

beforeAll(async () => {
  gdal = await startGdalModule();
});

describe('files of each format, written by GDAL and read again', () => {
  it.each([
    ['a.gpkg', ['-f', 'GPKG'], 0],
    ['a.sqlite', ['-f', 'SQLite'], 0],
    ['a.tab', ['-f', 'MapInfo File', '-lco', 'ENCODING=CP1252'], 0.02],
    ['a.mif', ['-f', 'MapInfo File', '-lco', 'ENCODING=CP1252'], 0],
    ['a.gml', ['-f', 'GML'], 0],
    ['a.fgb', ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO'], 0],
  ])('%s keeps positions, values and CRS', (name, options, tolerance) => {
    const files = writeWithGdal(gdal, TABLE, name, options);
    const [table] = readTables(gdal, files, name);
    expect(table).toMatchObject({ crs: 'EPSG:2154', warnings: [] });
    const { features } = JSON.parse(new TextDecoder().decode(table?.geoJson));
    expect(features).toHaveLength(2);
    expect(features[0].properties).toMatchObject({ nom: 'Béthune, cœur çà', code: '007', n: 12 });
    expect(features[0].properties.jour).toMatch(/^2024-03-31(T00:00:00)?$/);
    const [ring] = features[0].geometry.coordinates;
    const reached = ring.flat().toSorted(ascending);
    SQUARE.flat()
      .toSorted(ascending)
      .forEach((value, i) => {
        expect(Math.abs(reached[i] - value)).toBeLessThanOrEqual(tolerance);
      });
  });

  it.each(['a.xlsx', 'a.ods'])('%s keeps codes with zeros as text and days as days', (name) => {
    const files = writeWithGdal(gdal, TABLE, name, ['-f', name.slice(2).toUpperCase()]);
    const [table] = readTables(gdal, files, name);
    expect(table?.crs).toBeNull();
    expect(table?.fields).toEqual([
      { name: 'nom', type: 'text' },
      { name: 'code', type: 'text' },
      { name: 'n', type: 'integer' },
      { name: 'jour', type: 'date' },
      { name: 'x', type: 'number' },
    ]);
    const { features } = JSON.parse(new TextDecoder().decode(table?.geoJson));
    expect(features[0]).toMatchObject({
      geometry: null,
      properties: { code: '007', jour: '2024-03-31' },
    });
  });

  it('a sheet whose cells are all text has its first row as names', () => {
    const rows = ['Béthune', 'Lens'].map((nom) => ({
      type: 'Feature',
      properties: { nom, code: '01' },
      geometry: null,
    }));
    const table = { type: 'FeatureCollection', features: rows };
    const files = writeWithGdal(gdal, table, 'a.xlsx', ['-f', 'XLSX']);
    const [read] = readTables(gdal, files, 'a.xlsx');
    expect(read?.fields.map(({ name }) => name)).toEqual(['nom', 'code']);
  });

  it('a DXF gives the name of each entity’s layer, and no CRS', () => {
    const lines = TABLE.features.map(({ properties }) => ({
      type: 'Feature',
      properties: { Layer: properties.nom },
      geometry: { type: 'LineString', coordinates: SQUARE },
    }));
    const table = { type: 'FeatureCollection', features: lines };
    const files = writeWithGdal(gdal, table, 'a.dxf', ['-f', 'DXF']);
    const [read] = readTables(gdal, { 'a.dxf': files['a.dxf']! }, 'a.dxf');
    const { features } = JSON.parse(new TextDecoder().decode(read?.geoJson));
    expect(features[1].properties.Layer).toBe('Lens');
    expect(read?.crs).toBeNull();
  });

  it('an EDIGEO exchange gives its objects, their accents and its CRS', () => {
    const [table, ...others] = readTables(gdal, createEdigeo('LAMB93'), 'E01.THF');
    expect(others).toEqual([]);
    expect(table).toMatchObject({ name: 'PARCELLE_id', crs: 'EPSG:2154' });
    const { features } = JSON.parse(new TextDecoder().decode(table?.geoJson));
    expect(features).toHaveLength(1);
    expect(features[0].properties.NOM_id).toBe('Béthune');
    expect(features[0].geometry.coordinates[0].toSorted()).toEqual(SQUARE.toSorted());
    const [zone] = readTables(gdal, createEdigeo('RGF93CC50'), 'E01.THF');
    expect(zone?.crs).toBe('EPSG:3950');
  });

  it('heights are kept in the text', () => {
    const geometry = { type: 'Point', coordinates: [680000, 7040000, 42.5] };
    const table = { ...TABLE, features: [{ type: 'Feature', properties: { n: 1 }, geometry }] };
    const files = writeWithGdal(gdal, table, 'a.gpkg', ['-f', 'GPKG']);
    const [read] = readTables(gdal, files, 'a.gpkg');
    expect(new TextDecoder().decode(read?.geoJson)).toContain('42.5');
  });
});

describe('what files may not do', () => {
  const read = (files: Record<string, string>, main: string) => {
    const bytes = Object.entries(files).map(([path, text]) => [
      path,
      new TextEncoder().encode(text),
    ]);
    return () => readTables(gdal, Object.fromEntries(bytes), main);
  };

  it.each([
    ['a.gml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a.gml', '<!doctype a SYSTEM "file:///etc/passwd" [ ]><a/>'],
    [
      'a.gpx',
      `<?xml version="1.0"?><!--${' '.repeat(999_990)}--><!DOCTYPE a [<!ENTITY b "">]><a/>`,
    ],
  ])('%s that declares entities is refused before GDAL sees it', (name, text) => {
    expect(reasonOf(read({ [name]: text }, name))).toBe('xml-entities');
  });

  it('an EDIGEO exchange of several lots is refused, for one alone would be read', () => {
    const thf = 'LONSA01:A\r\nLONSA01:B\r\n';
    expect(reasonOf(read({ 'a.thf': thf }, 'a.thf'))).toBe('edigeo-lots');
  });

  it('a virtual dataset under another name is not opened', () => {
    const vrt = '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/usr/share/proj/proj.db';
    const text = `${vrt}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>`;
    for (const name of ['a.gml', 'a.gpx', 'a.gpkg', 'a.tab', 'a.dxf']) {
      expect(reasonOf(read({ [name]: text }, name))).toBe('gdal');
    }
  });

  it('a table of MapInfo that is a view of another folder’s file stays inside', () => {
    const tab = '!table\n!version 300\n\nOpen Table "/usr/share/proj/proj.db" Hide\n';
    expect(reasonOf(read({ 'a.tab': tab }, 'a.tab'))).toBe('gdal');
  });

  it('a path cannot leave the folder of the call, and nothing stays behind', () => {
    const before = gdal.list('/tmp');
    for (const path of ['../../usr/share/proj/a.gpx', '/etc/a.gpx', 'C:\\..\\a.gpx', './/a.gpx']) {
      const [table] = read({ [path]: GPX }, path)();
      expect(table?.name).toBe('waypoints');
    }
    for (const name of ['a.gpkg', 'a.xlsx', 'a.fgb', 'a.vrt', 'a']) {
      expect(read({ [name]: 'no such thing' }, name)).toThrow(AppError);
    }
    expect(gdal.list('/tmp')).toEqual(before);
    expect(() => gdal.list('/source')).toThrow();
  });
});

const GPX =
  '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="50.5" lon="2.6"/></gpx>';

function reasonOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.context.reason;
    throw error;
  }
  return 'nothing was thrown';
}

function ascending(a: number, b: number): number {
  return a - b;
}
