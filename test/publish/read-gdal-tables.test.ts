import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Gdal, GdalTable } from '../../src/gdal/gdal.ts';
import { openGdal } from '../../src/gdal/node-gdal.ts';
import { readWithGdal } from '../../src/publish/read/gdal-tables.ts';

const REAL_DATA = join(import.meta.dirname, '../../../shared/real-data');

const collection = (features: object[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
const feature = (properties: object, coordinates: number[] | null) => ({
  type: 'Feature',
  properties,
  geometry: coordinates && { type: 'Point', coordinates },
});
const file = (path: string) => ({ path, bytes: new Uint8Array([1]) });

/** A GDAL that gives these tables, and notes what it is given. */
function fakeGdal(tables: Partial<GdalTable>[]) {
  const given: string[][] = [];
  const gdal = {
    readTables: async (files: Record<string, Uint8Array>) => {
      given.push(Object.keys(files));
      return tables.map((table) => {
        return { name: 't', crs: null, warnings: [], fields: [], ...table } as GdalTable;
      });
    },
  } as unknown as Gdal;
  return { context: { gdal: async () => gdal }, given };
}

describe('tables that GDAL reads', () => {
  it('have the types that the file declares, in its order', async () => {
    const geoJson = collection([
      feature(
        { x: 2, code: '01', jour: '2024-03-31T00:00:00', heure: '2024-03-31T08:00:00' },
        [1, 2],
      ),
      feature({ x: 3, code: '02', jour: null, heure: '2024-03-31T00:00:00' }, null),
    ]);
    const { context } = fakeGdal([
      {
        geoJson,
        fields: [
          { name: 'code', type: 'text' },
          { name: 'x', type: 'number' },
          { name: 'vide', type: 'integer' },
          { name: 'jour', type: 'text' },
          { name: 'heure', type: 'text' },
        ],
      },
    ]);
    const [table] = await readWithGdal([], file('a.gpkg'), context);
    expect(table?.fields.map(({ name, type }) => [name, type])).toEqual([
      ['code', 'text'],
      ['x', 'number'],
      ['vide', 'integer'],
      ['jour', 'date'],
      ['heure', 'text'],
    ]);
    expect(table?.table.columns.vide).toEqual([null, null]);
    expect(table?.table.columns.jour).toEqual(['2024-03-31', null]);
    expect([...(table?.table.geometry.kinds ?? [])]).toEqual([1, 0]);
  });

  it('lose their heights with a notice', async () => {
    const { context } = fakeGdal([{ geoJson: collection([feature({}, [1, 2, 3])]) }]);
    const [table] = await readWithGdal([], file('a.gpkg'), context);
    expect(table?.findings.map(({ rule }) => rule)).toEqual(['source.heights-dropped']);
  });

  it('keep a column whose name comes twice, and tell of integers that lose digits', async () => {
    const geoJson = new TextEncoder().encode(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"x","a2":"y","n":9007199254740995},"geometry":null}]}',
    );
    const fields = ['a', 'a', 'n'].map((name) => {
      return { name, type: name === 'n' ? ('integer' as const) : ('text' as const) };
    });
    const { context } = fakeGdal([{ geoJson, fields }]);
    const [table] = await readWithGdal([], file('a.xlsx'), context);
    expect(table?.table.columns).toMatchObject({ a: ['x'], a2: ['y'] });
    expect(table?.fields.map(({ name }) => name)).toEqual(['a', 'n', 'a2']);
    expect(table?.findings).toMatchObject([{ rule: 'source.integers-rounded', field: 'n' }]);
  });

  it('tell what GDAL said, its errors apart from the rest', async () => {
    const warnings = ['Warning 1: a', 'ERROR 1: b', 'ERROR 3: c', 'a line that goes on'];
    const { context } = fakeGdal([{ geoJson: collection([feature({}, [1, 2])]), warnings }]);
    const [table] = await readWithGdal([], file('a.gpkg'), context);
    expect(table?.findings.map(({ rule, facts }) => [rule, facts])).toEqual([
      ['source.reader-errors', { words: 'ERROR 1: b', count: 2 }],
      ['source.reader-warnings', { words: 'Warning 1: a', count: 1 }],
    ]);
  });

  it('of GPX are left out where they are empty, with the fields that none has', async () => {
    const fields = [
      { name: 'name', type: 'text' as const },
      { name: 'ele', type: 'number' as const },
    ];
    const { context } = fakeGdal([
      { name: 'waypoints', geoJson: collection([]), fields },
      { name: 'tracks', geoJson: collection([feature({ name: 'a' }, [1, 2])]), fields },
    ]);
    const tables = await readWithGdal([], file('a.gpx'), context);
    expect(tables.map(({ name }) => name)).toEqual(['a']);
    expect(tables[0]?.fields.map(({ name }) => name)).toEqual(['name']);
  });

  it('have the name of their file where their own tells nothing', async () => {
    const points = collection([feature({}, [1, 2])]);
    const namesOf = async (path: string, names: string[]) => {
      const { context } = fakeGdal(names.map((name) => ({ name, geoJson: points, fields: [] })));
      return (await readWithGdal([], file(path), context)).map(({ name }) => name);
    };
    expect(await namesOf('d/sortie.gpx', ['waypoints', 'tracks'])).toEqual([
      'sortie_waypoints',
      'sortie_tracks',
    ]);
    expect(await namesOf('friches 2026.xlsx', ['Feuil1'])).toEqual(['friches 2026']);
    expect(await namesOf('friches.xlsx', ['Sites', 'Feuil2'])).toEqual(['Sites', 'friches_Feuil2']);
    expect(await namesOf('friches.gpkg', ['tracks'])).toEqual(['tracks']);
  });

  it('are read with what belongs to the file, and nothing else', async () => {
    const { context, given } = fakeGdal([]);
    const files = ['d/A.TAB', 'd/a.dat', 'd/a.Map', 'd/b.dat', 'a.dat', 'd/a.xlsx'].map(file);
    await readWithGdal(files, files[0]!, context);
    const edigeo = ['e/X.THF', 'e/Y.VEC', 'e/sub/Z.VEC', 'f/Y.VEC', 'e/notes.txt'].map(file);
    await readWithGdal(edigeo, edigeo[0]!, context);
    expect(given).toEqual([
      ['d/a.dat', 'd/a.Map', 'd/A.TAB'],
      ['e/Y.VEC', 'e/sub/Z.VEC', 'e/X.THF'],
    ]);
  });
});

describe.skipIf(!existsSync(REAL_DATA))('real files', () => {
  it('EuroVelo 5 has one track, and the model of economic sites its empty tables', async () => {
    const gdal = openGdal();
    const read = async (path: string) => {
      const main = { path, bytes: new Uint8Array(readFileSync(join(REAL_DATA, path))) };
      const tables = await readWithGdal([main], main, { gdal: async () => gdal });
      return tables.map(({ name, fields, table }) => [name, fields.length, table.geometry.length]);
    };
    expect(await read('eurovelo5/gpx_eurovelo5.gpx')).toEqual([['gpx_eurovelo5', 0, 1]]);
    expect(await read('schemas/sites-economiques/sites_economiques.gpkg')).toEqual([
      ['etablissement', 29, 0],
      ['pole_eco', 10, 0],
      ['site_eco', 60, 0],
      ['terrain_eco', 17, 0],
    ]);
  });
});
