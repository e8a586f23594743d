import { tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import type { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { CATALOGUE_COLUMNS } from '../../src/sql/catalogue-table.ts';
import { createSqlDesk, createWork, refusalOf } from './create-sql-desk.ts';
import { SMALL_LAYERS } from './small-layers.ts';

let desk: SqlDesk;
let database: Database;
let read: string[];

beforeAll(async () => {
  ({ desk, database, read } = await createSqlDesk(SMALL_LAYERS));
});

const run = (sql: string) => desk.run(sql, createWork());
const rowsOf = async (sql: string) => readRows((await run(sql)).ipc).rows;

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
    expect(await refusalOf(desk, 'SELECT 1 FROM couche')).toMatchObject({
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
      desk,
      'SELECT error(p.id) FROM parcelles p JOIN zones_urba z ON ST_Intersects(p.geom, z.geom)',
    );
    const tables = readRows(database.query('SELECT table_name FROM duckdb_tables()')).rows.flat();
    expect(tables.filter((name) => String(name).startsWith('__'))).toEqual([]);
  });
});

describe('a cancel', () => {
  it('is heard while a statement computes that would take minutes, and the next statement runs', async () => {
    const controller = new AbortController();
    const sql = 'SELECT count(*) FROM range(100000000000) a WHERE (a.range * 3) % 7 > 3';
    const running = desk.run(sql, createWork(controller.signal));
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      controller.abort();
      channel.port1.close();
    };
    channel.port2.postMessage(null);
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
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
  const small = await createSqlDesk({}, () => nodePlatform.startDatabase(() => {}));
  const sql = "SELECT repeat('x', 3900000000)";
  await expect(small.desk.run(sql, createWork())).rejects.toMatchObject({
    code: 'too-large',
    context: { isFatal: true },
  });
});
