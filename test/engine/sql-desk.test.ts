import { tableFromIPC } from 'apache-arrow';
import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../src/domain/errors.ts';
import type { Database } from '../../src/engine/database.ts';
import type { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { CATALOGUE_COLUMNS } from '../../src/sql/catalogue-table.ts';
import { createSquare, shift } from '../geo/create-polygons.ts';
import { createSqlDesk, createWork } from './create-sql-desk.ts';

let desk: SqlDesk;
let database: Database;
let read: string[];

/** 5 000 points a metre apart: too many for all pairs of two such layers. */
const POINTS = Array.from(
  { length: 5000 },
  (_, i): Geometry => ({ type: 'Point', coordinates: shift([i, 0]) }),
);

beforeAll(async () => {
  const squares = [0, 10, 30].map(
    (x): Geometry => ({ type: 'Polygon', coordinates: [createSquare(x, 0, 10)] }),
  );
  ({ desk, database, read } = await createSqlDesk({
    parcelles: {
      geometries: [...squares, null],
      types: {
        id: 'text',
        contenance: 'integer',
        valeur: 'number',
        arpente: 'boolean',
        maj: 'date',
      },
      columns: {
        id: ['a', 'b', 'é"c', 'd'],
        contenance: [100, 200, null, 400],
        valeur: [1.5, null, 3.5, 4.5],
        arpente: [true, false, null, true],
        maj: ['2024-01-31', null, '2023-02-01', '2022-01-01'],
      },
    },
    zones_urba: {
      geometries: squares,
      types: { libelle: 'text' },
      columns: { libelle: ['U', 'AU', 'N'] },
    },
    arbres: {
      geometries: POINTS,
      types: { n: 'integer' },
      columns: { n: POINTS.map((_, i) => i) },
    },
    bornes: {
      geometries: POINTS,
      types: { n: 'integer' },
      columns: { n: POINTS.map((_, i) => i) },
    },
  }));
});

const run = (sql: string) => desk.run(sql, createWork());
const rowsOf = async (sql: string) => readRows((await run(sql)).ipc).rows;

async function refusalOf(sql: string): Promise<AppError['context'] & { code: string }> {
  const error = await run(sql).then(
    () => null,
    (cause: AppError) => cause,
  );
  return { ...error?.context, code: String(error?.code) };
}

describe('a statement', () => {
  it('tells its columns, rows and the versions of the layers that it read, and reads no other', async () => {
    const result = await run(
      'SELECT id, contenance, valeur, arpente, maj::DATE AS maj, geom, count(*) OVER () AS n, [1] AS l FROM parcelles WHERE id < $$c$$;',
    );
    expect(result.columns).toEqual([
      { name: 'id', type: 'text' },
      { name: 'contenance', type: 'integer' },
      { name: 'valeur', type: 'number' },
      { name: 'arpente', type: 'boolean' },
      { name: 'maj', type: 'date' },
      { name: 'geom', type: 'geometry' },
      { name: 'n', type: 'integer' },
      { name: 'l', type: 'other' },
    ]);
    expect(result.rowCount).toBe(2);
    expect(result.layers).toEqual({ parcelles: 'v-parcelles' });
    expect(result.notices).toEqual([]);
    expect(read).toEqual(['parcelles']);
  });

  it('sees the fields and geom of a layer, and nothing of the engine', async () => {
    const { columns } = await run('SELECT * FROM parcelles');
    expect(columns.map(({ name }) => name)).toEqual([
      'id',
      'contenance',
      'valeur',
      'arpente',
      'maj',
      'geom',
    ]);
  });

  it('reads the catalogue as a table of its layers, and no file for it', async () => {
    const { layers, columns } = await run('SELECT * FROM couches');
    expect(layers).toEqual({});
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(CATALOGUE_COLUMNS));
    const sql =
      'SELECT id, service, date, champs, entites, simule FROM couches WHERE entites < 10 ORDER BY id';
    expect(await rowsOf(sql)).toEqual([
      ['parcelles', null, '2025-01-01', 5, 4, true],
      ['zones_urba', null, '2025-01-01', 1, 3, true],
    ]);
    const joined =
      'SELECT c.titre, count(*) FROM parcelles p JOIN zones_urba z ON ST_Intersects(p.geom, z.geom), couches c WHERE c.id = $$parcelles$$ GROUP BY c.titre';
    expect(await rowsOf(joined)).toEqual([['Essai', 5]]);
    expect(await refusalOf('SELECT 1 FROM couche')).toMatchObject({
      reason: 'table-unknown',
      nearest: 'couches',
    });
  });

  it('measures in metres, with NULL for what has no geometry', async () => {
    expect(await rowsOf('SELECT round(ST_Area(geom), 6), geom IS NULL FROM parcelles')).toEqual([
      [100, false],
      [100, false],
      [100, false],
      [null, true],
    ]);
  });

  it.each([
    ['SHOW TABLES', [['arbres'], ['bornes'], ['couches'], ['parcelles'], ['zones_urba']]],
    ['DESCRIBE', [['arbres'], ['bornes'], ['couches'], ['parcelles'], ['zones_urba']]],
    ['VALUES (1, 2)', [[1, 2]]],
    ['SELECT 1;', [[1]]],
    ['TABLE zones_urba', null],
    ['FROM zones_urba SELECT libelle ORDER BY 1', [['AU'], ['N'], ['U']]],
    ['SELECT \'; DROP TABLE x\' AS "a;b" -- ;', [['; DROP TABLE x']]],
    ['WITH parcelles AS (SELECT 1 AS x) SELECT * FROM parcelles', [[1]]],
    ['SELECT count(*) FROM layers.parcelles', [[4]]],
  ])('%s is understood', async (sql, expected) => {
    const rows = await rowsOf(sql);
    if (expected) expect(rows).toEqual(expected);
    else expect(rows).toHaveLength(3);
  });

  it('may describe, summarise or explain', async () => {
    expect((await rowsOf('DESCRIBE zones_urba')).map(([name]) => name)).toEqual([
      'libelle',
      'geom',
    ]);
    expect(await rowsOf('SUMMARIZE SELECT contenance FROM parcelles')).toHaveLength(1);
    expect(JSON.stringify(await rowsOf('EXPLAIN SELECT id FROM parcelles'))).toContain('SEQ_SCAN');
  });

  it('gives every row, however many', async () => {
    const { ipc, rowCount } = await run('SELECT n, geom FROM arbres, range(40)');
    expect(rowCount).toBe(200_000);
    expect(tableFromIPC(ipc).numRows).toBe(200_000);
  });

  it('waits for the one before it', async () => {
    const both = await Promise.all([
      run('SELECT a.n FROM arbres a JOIN bornes b ON ST_Equals(a.geom, b.geom)'),
      run('SELECT a.n FROM bornes a JOIN arbres b ON ST_DWithin(a.geom, b.geom, 0.5)'),
    ]);
    expect(both.map(({ rowCount }) => rowCount)).toEqual([5000, 5000]);
  });

  it('leaves no table behind, whether it ends well or not', async () => {
    await run(
      'WITH z AS (SELECT * FROM zones_urba) SELECT p.id FROM parcelles p JOIN z ON ST_Touches(p.geom, z.geom)',
    );
    await refusalOf(
      'SELECT error(p.id) FROM parcelles p JOIN zones_urba z ON ST_Intersects(p.geom, z.geom)',
    );
    const tables = readRows(database.query('SELECT table_name FROM duckdb_tables()')).rows.flat();
    expect(tables.filter((name) => String(name).startsWith('__'))).toEqual([]);
  });
});

describe('a fault is told at its place, with what may have been meant', () => {
  it.each([
    [
      'SELECT * FROM parcels',
      { reason: 'table-unknown', word: 'parcels', position: 14, nearest: 'parcelles' },
    ],
    [
      'SELECT 1 FROM zones',
      { reason: 'table-unknown', word: 'zones', position: 14, nearest: 'zones_urba' },
    ],
    ['SELECT 1 FROM xyz', { reason: 'table-unknown', word: 'xyz', position: 14 }],
    [
      'SELECT contenanse FROM parcelles',
      { reason: 'column-unknown', word: 'contenanse', position: 7, nearest: 'contenance' },
    ],
    [
      'SELECT p.nom\nFROM parcelles p\nWHERE p.surfase > 3',
      { reason: 'column-unknown', line: 3, column: 9 },
    ],
    [
      'SELECT 1\nFROM parcelles p\nWHERE\n  p.valeurs > 3',
      { reason: 'column-unknown', line: 4, column: 5 },
    ],
    [
      'SELECT ST_Aera(geom) FROM parcelles',
      { reason: 'function-unknown', word: 'ST_Aera', position: 7, nearest: 'ST_Area' },
    ],
    [
      'SELECT summ(contenance) FROM parcelles',
      { reason: 'function-unknown', word: 'summ', position: 7 },
    ],
    ['SELEC 1', { reason: 'not-read-only', word: 'SELEC', position: 0 }],
    ['SELECT FROM WHERE', { reason: 'syntax', word: 'WHERE', position: 12 }],
    ['SELECT 1 +', { reason: 'syntax', position: 10 }],
    ["SELECT 'é', (1", { reason: 'syntax' }],
    [
      "SELECT 'éé', contenanc FROM parcelles",
      { reason: 'column-unknown', word: 'contenanc', position: 13 },
    ],
    ['SELECT id, count(*) FROM parcelles', { reason: 'grouping', word: 'id', position: 7 }],
    [
      'SELECT geom FROM parcelles a, parcelles b',
      { reason: 'ambiguous', word: 'geom', position: 7 },
    ],
    ['SELECT ST_Area(geom, 2) FROM parcelles', { reason: 'arguments', nearest: 'ST_Area(g)' }],
    ['SELECT ST_Buffer(geom) FROM parcelles', { reason: 'arguments', word: 'ST_Buffer' }],
    ['SELECT $n', { reason: 'parameter', word: '$n', position: 7 }],
    ['SELECT 1 + ?', { reason: 'parameter', word: '?', position: 11 }],
    ['SELECT id FROM parcelles LIMIT $1', { reason: 'parameter', word: '$1', position: 31 }],
    ["SELECT * FROM parcelles WHERE contenance = 'abc'", { reason: 'type' }],
    [
      'SELECT ST_Area(libelle) FROM zones_urba',
      { reason: 'geometry', word: 'ST_Area', position: 7 },
    ],
    [
      'SELECT ST_Area(contenance) FROM parcelles',
      { reason: 'geometry', word: 'contenance', position: 15 },
    ],
    ["SELECT ST_Transform(geom, 'rgf93') FROM parcelles", { reason: 'type', position: 26 }],
    [
      'SELECT ST_DWithin(geom, geom, -2) FROM parcelles',
      { reason: 'distance', word: 'ST_DWithin', position: 7, value: '-2' },
    ],
    [
      "SELECT ST_GeomFromText('POINT(1')",
      { reason: 'geometry', word: 'ST_GeomFromText', position: 7 },
    ],
    ["SELECT 1 FROM parcelles, 'x.csv'", { reason: 'file' }],
  ])('%s', async (sql, expected) => {
    expect(await refusalOf(sql)).toMatchObject({ code: 'sql-invalid', ...expected });
  });

  it('in a statement whose join was rewritten too', async () => {
    const sql = 'SELECT p.idd FROM parcelles p JOIN zones_urba z ON ST_Intersects(p.geom, z.geom)';
    expect(await refusalOf(sql)).toMatchObject({
      reason: 'column-unknown',
      position: 9,
      word: 'idd',
    });
  });

  it('when all pairs of two layers would be compared', async () => {
    const sql = 'SELECT 1 FROM arbres a, bornes b WHERE ST_Intersects(a.geom, b.geom) OR false';
    expect(await refusalOf(sql)).toMatchObject({
      reason: 'nested-loop',
      pairs: 25_000_000,
      position: 39,
    });
  });
});

describe('a cancel', () => {
  it('is heard within a moment, and the next statement runs', async () => {
    const controller = new AbortController();
    const sql =
      'SELECT count(*) FROM range(100000) a, range(100000) b WHERE (a.range + b.range) % 7 > 3';
    const running = desk.run(sql, createWork(controller.signal));
    const channel = new MessageChannel();
    const cancelled = new Promise<number>((resolve) => {
      channel.port1.onmessage = () => {
        controller.abort();
        channel.port1.close();
        resolve(performance.now());
      };
    });
    channel.port2.postMessage(null);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - (await cancelled)).toBeLessThan(5000);
    expect(await rowsOf('SELECT 2')).toEqual([[2]]);
  });

  it('stops the rows of a result', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(desk.run('SELECT 1', createWork(controller.signal))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

it('memory that runs out ends in an error that says to start anew', async () => {
  const small = await createSqlDesk({});
  const sql = "SELECT repeat('x', 3900000000)";
  await expect(small.desk.run(sql, createWork())).rejects.toMatchObject({
    code: 'too-large',
    context: { isFatal: true },
  });
});
