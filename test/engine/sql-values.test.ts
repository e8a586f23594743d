import { beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../src/domain/errors.ts';
import type { Database } from '../../src/engine/database.ts';
import type { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { formatSqlCell } from '../../src/ui/sql/sql-cell.ts';
import { createSquare } from '../geo/create-polygons.ts';
import { createSqlDesk, createWork } from './create-sql-desk.ts';

let desk: SqlDesk;
let database: Database;

beforeAll(async () => {
  const layer = {
    geometries: [0, 5, 30].map((x) => ({
      type: 'Polygon' as const,
      coordinates: [createSquare(x, 0, 10)],
    })),
    types: { nom: 'text' as const, n: 'integer' as const },
    columns: { nom: ['b', 'a', 'c'], n: [2, 1, 3] },
  };
  ({ desk, database } = await createSqlDesk({ zones: layer, lieux: layer }));
});

const run = (sql: string) => desk.run(sql, createWork());
const rowsOf = async (sql: string) => readRows((await run(sql)).ipc).rows;
const readValue = async (expression: string) => (await rowsOf(`SELECT ${expression} AS v`))[0]?.[0];

describe('a value', () => {
  it.each([
    ['[9007199254740993, NULL]', '[9007199254740993, NULL]'],
    ["{'k': 1::BIGINT}", "{'k': 1}"],
    ["MAP {'a': 2::BIGINT}", '{a=2}'],
    ['[1::HUGEINT, 2]::HUGEINT[2]', '[1, 2]'],
    ['1::UHUGEINT', '1'],
    ['INTERVAL 3 DAY', '3 days'],
    ["'b'::ENUM('a', 'b')", 'b'],
    ["DATE '2024-01-31'", '2024-01-31'],
    ["TIME '12:00'", '12:00:00'],
    ["TIMESTAMP '2024-01-31 10:20:30'", '2024-01-31 10:20:30'],
    ["TIMESTAMP '290000-01-01'", '290000-01-01 00:00:00'],
    ["'infinity'::TIMESTAMP", 'infinity'],
    ['count(*)', 1],
    ['sum(2)', 2],
    ['1.5::DECIMAL(5, 2)', 1.5],
  ])('%s is exact, or text', async (expression, expected) => {
    expect(await readValue(expression)).toBe(expected);
  });

  it('of a group is counted right', async () => {
    const sql = 'SELECT list(k), histogram(k) FROM (SELECT count(*) k FROM zones GROUP BY nom)';
    expect(await rowsOf(sql)).toEqual([['[1, 1, 1]', '{1=3}']]);
  });

  it('keeps its row and its place where two columns have one name', async () => {
    const { columns, ipc } = await run(
      'WITH t AS (SELECT * FROM zones) SELECT nom x, [n] x, n AS "a""b" FROM t ORDER BY nom; -- end',
    );
    expect(columns.map(({ name }) => name)).toEqual(['x', 'x', 'a"b']);
    expect(readRows(ipc)).toEqual({
      columns: ['x', 'x', 'a"b'],
      rows: [
        ['a', '[1]', 1],
        ['b', '[2]', 2],
        ['c', '[3]', 3],
      ],
    });
  });

  it('is text after a join by the index too', async () => {
    const result = await run(
      'SELECT a.nom, list(b.nom ORDER BY b.nom) FROM zones a JOIN lieux b ON ST_Intersects(a.geom, b.geom) GROUP BY a.nom ORDER BY 1',
    );
    expect(result.joins).toHaveLength(1);
    expect(readRows(result.ipc).rows).toEqual([
      ['a', '[a, b]'],
      ['b', '[a, b]'],
      ['c', '[c]'],
    ]);
  });

  it('of bytes that are no geometry, or of a date with its time, is shown', () => {
    expect(formatSqlCell(Uint8Array.of(97, 98, 99), 'geometry')).toBe('3 octets');
    expect(formatSqlCell(new Uint8Array(12).fill(97), 'geometry')).toBe('12 octets');
    expect(formatSqlCell('2024-01-31', 'date')).toBe('31/01/2024');
    expect(formatSqlCell('2024-01-31 10:20:30', 'date')).toBe('31/01/2024 10:20:30');
  });
});

describe('an error', () => {
  it.each(['SELECT nom FROM zones WHERE memory_limit = 1', 'SELECT "array length" FROM zones'])(
    'of %s is about the column',
    async (sql) => {
      const error: AppError = await run(sql).catch((cause) => cause);
      expect([error.code, error.context.reason]).toEqual(['sql-invalid', 'column-unknown']);
    },
  );

  it('that came first is told, whatever fails after it', async () => {
    const { session } = database;
    const [runFor, query] = [session.run, session.query];
    session.run = async () => {
      throw new Error('first');
    };
    session.query = (sql) => {
      if (sql.startsWith('DROP')) throw new Error('second');
      return query.call(session, sql);
    };
    try {
      const sql = 'SELECT count(*) FROM zones a JOIN lieux b ON ST_Intersects(a.geom, b.geom)';
      await expect(run(sql)).rejects.toThrow('first');
    } finally {
      session.run = runFor;
      session.query = query;
      for (const table of tablesMade()) session.query(`DROP TABLE ${table}`);
    }
  });

  it('has its place in the statement as it was written', async () => {
    const sql = 'SELECT [n], nom::INTEGER FROM zones';
    const error: AppError = await run(sql).catch((cause) => cause);
    expect(error.context).toMatchObject({ word: 'nom', line: 1, column: 13 });
  });
});

function tablesMade(): string[] {
  const sql = "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE '\\_\\_%' ESCAPE '\\'";
  return readRows(database.query(sql)).rows.map(([name]) => String(name));
}
