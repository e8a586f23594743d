import { describe, expect, it } from 'vitest';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import type { SourceTable } from '../../../src/publish/read/source.ts';

const context = { gdal: () => Promise.reject(new Error('no GDAL here')) };
const readAll = (text: string, encoding: BufferEncoding = 'utf8') => {
  const bytes = new Uint8Array(Buffer.from(text, encoding));
  return readFiles([{ path: 'f.csv', bytes }], context);
};
const read = async (...given: Parameters<typeof readAll>) =>
  (await readAll(...given))[0] as SourceTable;
const shape = async (text: string, row = 0) => {
  const { table } = await read(text);
  return rowToGeometry(table.geometry, row);
};

describe('text in columns', () => {
  it.each([';', ',', '\t', '|'])('is cut at « %s », quotes heeded', async (separator) => {
    const lines = [
      ['nom', 'note'],
      ['Béthune', `"a${separator}b ""c"""`],
      ['Auchel', '"deux\nlignes"'],
    ];
    const { table } = await read(lines.map((cells) => cells.join(separator)).join('\r\n'));
    expect(table.columns).toEqual({
      nom: ['Béthune', 'Auchel'],
      note: [`a${separator}b "c"`, 'deux\nlignes'],
    });
  });

  it('tells UTF-8, with a mark or not, from Windows-1252', async () => {
    for (const text of ['nom;a\nBéthune;1', '\uFEFFnom;a\nBéthune;1']) {
      const { table, findings } = await read(text);
      expect(table.columns.nom).toEqual(['Béthune']);
      expect(findings).toEqual([]);
    }
    const { table, findings } = await read('nom;a\nBéthune;1', 'latin1');
    expect(table.columns.nom).toEqual(['Béthune']);
    expect(findings).toMatchObject([
      { rule: 'source.encoding-guessed', facts: { encoding: 'Windows-1252' } },
    ]);
  });

  it('types columns as the French write them, and leaves codes alone', async () => {
    const { table, fields } = await read(
      [
        'insee;siren;taux;prix;jour;iso;vrai;mixte;vide;grand',
        '01004;200072460;12,5;1 234,50;31/12/2024;2024-01-02;true;3;;9007199254740993',
        '62119;200072460;-3;12;01/02/2024;2024-01-03;FALSE;x;;2',
      ].join('\n'),
    );
    expect(table.columns).toEqual({
      insee: ['01004', '62119'],
      siren: ['200072460', '200072460'],
      taux: [12.5, -3],
      prix: [1234.5, 12],
      jour: ['2024-12-31', '2024-02-01'],
      iso: ['2024-01-02', '2024-01-03'],
      vrai: [true, false],
      mixte: ['3', 'x'],
      vide: [null, null],
      grand: ['9007199254740993', '2'],
    });
    const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ insee: 'text', taux: 'number', jour: 'date', vrai: 'boolean' });
  });

  it('reads NA as nothing among numbers, but keeps the zone NA of an old plan', async () => {
    const { table } = await read('libelle;surface\nNA;12\nUB;NA');
    expect(table.columns).toEqual({ libelle: ['NA', 'UB'], surface: [12, null] });
    const fromR = await read('a;b;c\nNA;NA;NA\nx;y;1');
    expect(fromR.table.columns).toEqual({ a: [null, 'x'], b: [null, 'y'], c: [null, 1] });
  });

  it('tells the line of a row of another length', async () => {
    const { table, findings } = await read('a;b;c\n1;"x\ny";3\n\n4;5\n6;7;8;9\n1;2;3;');
    expect(table.columns.a).toEqual([1, 4, 6, 1]);
    expect(findings).toEqual([
      {
        rule: 'source.row-ragged',
        row: 1,
        place: null,
        facts: { line: 5, cells: 2, wanted: 3 },
      },
      {
        rule: 'source.row-ragged',
        row: 2,
        place: null,
        facts: { line: 6, cells: 4, wanted: 3 },
      },
    ]);
  });

  it('names columns without name or with a name twice', async () => {
    const { table, findings } = await read('a;;a\n1;2;3');
    expect(table.columns).toEqual({ a: [1], colonne_2: [2], a_2: [3] });
    expect(findings).toMatchObject([{ facts: { from: 'a', to: 'a_2' } }]);
  });

  it('refuses a file without a line of names', async () => {
    await expect(read('\n \n')).rejects.toMatchObject({ context: { reason: 'csv-empty' } });
  });
});

describe('geometry in columns', () => {
  const point = { type: 'Point', coordinates: [2.64, 50.53] };

  it('is found as WKT, EWKT and GeoJSON, whose column goes', async () => {
    const { table, fields, crs } = await read(
      'nom;the_geom\na;SRID=2154;POINT(1 2)'.replace('SRID=2154;', '"SRID=2154;').concat('"'),
    ); // prettier-ignore
    expect(fields.map(({ name }) => name)).toEqual(['nom']);
    expect(crs).toBe('EPSG:2154');
    expect(rowToGeometry(table.geometry, 0)).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(await shape('g;n\nPOINT Z (2.64 50.53 80);1')).toEqual(point);
    const json = `geo_shape;n\n"${JSON.stringify(point).replaceAll('"', '""')}";1`;
    expect(await shape(json)).toEqual(point);
    expect((await read(json)).crs).toBe('OGC:CRS84');
  });

  it.each([
    ['longitude;latitude\n2,64;50,53', 'OGC:CRS84'],
    ['X;Y\n2.64;50.53', null],
    ['x_l93;y_l93\n2.64;50.53', 'EPSG:2154'],
    ['Xlong;Ylat\n2.64;50.53', 'OGC:CRS84'],
    ['geo_point_2d;n\n50.53, 2.64;1', 'OGC:CRS84'],
    ['coordonneesXY;n\n[2.64,50.53];1', 'OGC:CRS84'],
  ])('is found in %j', async (text, crs) => {
    const source = await read(text);
    expect(rowToGeometry(source.table.geometry, 0)).toEqual(point);
    expect(source.crs).toBe(crs);
  });

  it('faults the rows whose cells hold none, and leaves empty ones without', async () => {
    const { table } = await read('n;lon;lat\n1;2.6;50.5\n2;;\n3;2.6;\n4;x;50\n;;');
    expect([...table.geometry.kinds]).toEqual([1, 0, 0, 0]);
    expect(table.faults.map(({ row }) => row)).toEqual([2, 3]);
    const wkt = await read(`wkt;n\n${'POINT(1 2);1\n'.repeat(20)}POINT(1;2`);
    expect(wkt.table.faults).toEqual([{ row: 20, reason: 'unknown-type' }]);
  });

  it('makes a table of each family, with the rows of each', async () => {
    const tables = await readAll(
      'wkt;n\nPOINT(1 2);1\n"LINESTRING(1 2,3 4)";2\n;3\nPOINT(5 6);4\n"GEOMETRYCOLLECTION(POINT(0 0),POLYGON((0 0,1 0,1 1,0 0)))";5',
    );
    expect(tables.map(({ name, table }) => [name, table.columns.n])).toEqual([
      ['f_points', [1, 3, 4, 5]],
      ['f_lignes', [2]],
      ['f_surfaces', [5]],
    ]);
    expect(tables[1]?.findings.at(-1)).toMatchObject({
      rule: 'source.families-split',
      facts: { layers: 'f_points, f_lignes, f_surfaces' },
    });
  });

  it('stays a table when nothing looks like geometry', async () => {
    const { table, crs } = await read('a;b\n1;2');
    expect([...table.geometry.kinds]).toEqual([0]);
    expect(crs).toBeNull();
  });
});
