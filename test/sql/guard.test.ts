import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { checkReadOnly } from '../../src/sql/guard.ts';

function refusalOf(sql: string) {
  try {
    checkReadOnly(sql);
  } catch (error) {
    if (error instanceof AppError) return error.context;
    throw error;
  }
  return null;
}

describe('what only reads is let through', () => {
  it.each(
    [
      'SELECT 1',
      'select * from parcelles;',
      '  (SELECT 1) UNION ALL (SELECT 2) ;; ',
      'FROM parcelles SELECT id',
      'VALUES (1, 2), (3, 4)',
      'TABLE parcelles',
      'WITH a AS (SELECT 1), b(x) AS NOT MATERIALIZED (SELECT 2) SELECT * FROM a, b',
      'WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) FROM t',
      'EXPLAIN ANALYZE SELECT 1',
      'EXPLAIN (FORMAT json) SELECT 1',
      'DESCRIBE parcelles',
      'SUMMARIZE SELECT 1',
      'SHOW TABLES',
      "SELECT 'COPY t TO ''x.csv''; DROP TABLE t' AS texte",
      'SELECT "drop", "copy to" FROM t',
      "SELECT $$ ; DROP TABLE t $$, $é$ it's $$ $é$",
      "SELECT E'l\\'été ; DROP TABLE t', x'00ff'",
      'SELECT 1 -- ; DROP TABLE t',
      'SELECT /* a /* ; DROP */ ; COPY */ 1',
      "SELECT * FROM t WHERE a IS DISTINCT FROM 'x.csv'",
      "SELECT extract(year FROM '2024-01-01'::date), trim(both ' ' FROM ' a ')",
      'SELECT update, delete FROM t WHERE (insert = 1)',
      'SELECT count(*) FROM t, unnest([1, 2]) u(x), range(3)',
      'SELECT date_part FROM scanner, glob_x, pg_typeof(1)',
      'SELECT été, “œ” FROM çà',
      'SELECT max(update ORDER BY 1), count(copy IS NULL), max(show), max(show ORDER BY 1) FROM t',
      'SELECT main.id, f(main.geom), x.main FROM zones main JOIN x ON f(main.a, main.b)',
      'WITH main AS (SELECT 1 a) SELECT 2, main.a FROM main WHERE (main.a = 1)',
      'FROM (DESCRIBE zae)',
      'SELECT 1 FROM zones main JOIN x ON main.a = x.a JOIN y ON (main.a = y.a) ORDER BY main.a DESC, main.b',
      '',
    ].filter(Boolean),
  )('%s', (sql) => {
    expect(refusalOf(sql)).toBeNull();
  });
});

describe('what does more than read is refused, at its word', () => {
  it.each([
    ["COPY t TO 'x.csv'", 'not-read-only', 'COPY', 0],
    ["ATTACH 'x.db'", 'not-read-only', 'ATTACH', 0],
    ['INSTALL spatial', 'not-read-only', 'INSTALL', 0],
    ['load spatial', 'not-read-only', 'load', 0],
    ['SET threads = 1', 'not-read-only', 'SET', 0],
    ['RESET threads', 'not-read-only', 'RESET', 0],
    ['PRAGMA database_list', 'not-read-only', 'PRAGMA', 0],
    ['CREATE TABLE t AS SELECT 1', 'not-read-only', 'CREATE', 0],
    ['CREATE MACRO f(a) AS a', 'not-read-only', 'CREATE', 0],
    ['INSERT INTO t VALUES (1)', 'not-read-only', 'INSERT', 0],
    ['UPDATE t SET a = 1', 'not-read-only', 'UPDATE', 0],
    ['DELETE FROM t', 'not-read-only', 'DELETE', 0],
    ['MERGE INTO t USING u ON true', 'not-read-only', 'MERGE', 0],
    ['TRUNCATE t', 'not-read-only', 'TRUNCATE', 0],
    ['DROP TABLE t', 'not-read-only', 'DROP', 0],
    ['ALTER TABLE t ADD COLUMN a INT', 'not-read-only', 'ALTER', 0],
    ["EXPORT DATABASE 'd'", 'not-read-only', 'EXPORT', 0],
    ["IMPORT DATABASE 'd'", 'not-read-only', 'IMPORT', 0],
    ['CALL pragma_version()', 'not-read-only', 'CALL', 0],
    ['USE memory', 'not-read-only', 'USE', 0],
    ['CHECKPOINT', 'not-read-only', 'CHECKPOINT', 0],
    ['VACUUM', 'not-read-only', 'VACUUM', 0],
    ['ANALYZE', 'not-read-only', 'ANALYZE', 0],
    ['BEGIN', 'not-read-only', 'BEGIN', 0],
    ['PREPARE p AS SELECT 1', 'not-read-only', 'PREPARE', 0],
    ['EXECUTE p', 'not-read-only', 'EXECUTE', 0],
    ['DETACH memory', 'not-read-only', 'DETACH', 0],
    ['COMMENT ON TABLE t IS NULL', 'not-read-only', 'COMMENT', 0],
    ['SHOW ALL TABLES', 'not-read-only', 'TABLES', 9],
    ['/* SELECT */ COPY t', 'not-read-only', 'COPY', 13],
    ['-- SELECT\nDROP TABLE t', 'not-read-only', 'DROP', 10],
    ['EXPLAIN ANALYZE DELETE FROM t', 'not-read-only', 'DELETE', 16],
    ['EXPLAIN (FORMAT json) COPY t TO 1', 'not-read-only', 'COPY', 22],
    ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', 'not-read-only', 'INSERT', 21],
    ['WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a', 'not-read-only', 'DELETE', 11],
    ['((DROP TABLE t))', 'not-read-only', 'DROP', 2],
    ['SELECT 1; DROP TABLE t', 'many-statements', 'DROP', 10],
    ['SELECT 1;;SELECT 2', 'many-statements', 'SELECT', 10],
    ["SELECT ';' ; SELECT 2", 'many-statements', 'SELECT', 13],
    ["SELECT * FROM read_csv('x')", 'forbidden-function', 'read_csv', 14],
    ['SELECT * FROM READ_CSV_AUTO (1)', 'forbidden-function', 'READ_CSV_AUTO', 14],
    ['SELECT * FROM "read_parquet"(\'x\')', 'forbidden-function', '"read_parquet"', 14],
    ["SELECT * FROM main.read_text('x')", 'forbidden-function', 'read_text', 19],
    ["SELECT * FROM /* */ read_blob /* */ ('x')", 'forbidden-function', 'read_blob', 20],
    ["SELECT * FROM glob('*')", 'forbidden-function', 'glob', 14],
    ["SELECT * FROM query('DROP TABLE t')", 'forbidden-function', 'query', 14],
    ["SELECT * FROM query_table('t')", 'forbidden-function', 'query_table', 14],
    ["SELECT * FROM sniff_csv('x')", 'forbidden-function', 'sniff_csv', 14],
    ["SELECT getenv('HOME')", 'forbidden-function', 'getenv', 7],
    ["SELECT current_setting('threads')", 'forbidden-function', 'current_setting', 7],
    ['SELECT (SELECT max(a) FROM parquet_scan(1))', 'forbidden-function', 'parquet_scan', 27],
    ['SELECT * FROM duckdb_secrets()', 'internal-name', 'duckdb_secrets', 14],
    ['SELECT * FROM a, duckdb_settings()', 'internal-name', 'duckdb_settings', 17],
    ['SELECT * FROM pragma_table_info(1)', 'internal-name', 'pragma_table_info', 14],
    ['SELECT * FROM information_schema.tables', 'internal-name', 'information_schema', 14],
    ['SELECT * FROM "PG_CATALOG".pg_class', 'internal-name', '"PG_CATALOG"', 14],
    ['SELECT * FROM sqlite_master', 'internal-name', 'sqlite_master', 14],
    ['SELECT __row FROM t', 'internal-name', '__row', 7],
    ['SELECT * FROM main.parcelles', 'internal-name', 'main', 14],
    ['FROM t JOIN memory.layers.zones z ON true', 'internal-name', 'memory', 12],
    ['SELECT "__GEOM"(1, 2)', 'internal-name', '"__GEOM"', 7],
    ['SELECT * FROM __rows_parcelles', 'internal-name', '__rows_parcelles', 14],
    ['FROM communes c, main.zae z', 'internal-name', 'main', 17],
    ['FROM x: main.zae', 'internal-name', 'main', 8],
    ['SUMMARIZE main.zae', 'internal-name', 'main', 10],
    ['DESCRIBE "Main".zae', 'internal-name', '"Main"', 9],
    ['FROM (DESCRIBE main.zae)', 'internal-name', 'main', 15],
    ['FROM (PIVOT temp.zae ON id)', 'internal-name', 'temp', 12],
    ['TABLE memory.main.zae', 'internal-name', 'memory', 6],
    ['SELECT 1 FROM zones main, main.zae', 'internal-name', 'main', 26],
    ['SELECT 1 FROM zones main, ONLY main.zae', 'internal-name', 'main', 31],
    ['SELECT 1 FROM zones main JOIN x ON (true), main.zae', 'internal-name', 'main', 43],
    ['SELECT 1 FROM zones main, (main.zae z)', 'internal-name', 'main', 27],
    ['SELECT 1 FROM zones main, x: main.zae', 'internal-name', 'main', 29],
    ['SELECT 1 FROM zones main, (SUMMARIZE main.zae)', 'internal-name', 'main', 37],
    ['FROM (SHOW ALL TABLES)', 'not-read-only', 'SHOW', 6],
    ['FROM (SHOW TABLES)', 'not-read-only', 'SHOW', 6],
    ['FROM a, (DESCRIBE)', 'not-read-only', 'DESCRIBE', 9],
    ['WITH a AS (DESCRIBE) FROM a', 'not-read-only', 'DESCRIBE', 11],
    ['DESCRIBE ALL TABLES', 'not-read-only', 'TABLES', 13],
    ['SELECT setseed(0.5)', 'forbidden-function', 'setseed', 7],
    ['SELECT * FROM truncate_duckdb_logs()', 'forbidden-function', 'truncate_duckdb_logs', 14],
    ['SELECT * FROM (UPDATE t SET a = 1)', 'not-read-only', 'UPDATE', 15],
    [`SELECT ${'('.repeat(201)}1${')'.repeat(201)}`, 'too-deep', '(', 207],
    ["SELECT * FROM 'x.csv'", 'file', "'x.csv'", 14],
    ["SELECT a FROM 'x.csv' AS t", 'file', "'x.csv'", 14],
    ["FROM t JOIN 'x.parquet' ON true", 'file', "'x.parquet'", 12],
    ["SELECT (SELECT 1 FROM 'x.json')", 'file', "'x.json'", 22],
    ['SELECT * FROM "https://a.b/x"', 'file', '"https://a.b/x"', 14],
    ['SELECT * FROM "x.csv"', 'file', '"x.csv"', 14],
    ["SELECT 'abc", 'unclosed', "'abc", 7],
    ['SELECT /* /* */ 1', 'unclosed', '/* /* */ 1', 7],
    ['SELECT "a', 'unclosed', '"a', 7],
    ['SELECT $x$ a', 'unclosed', '$x$ a', 7],
    ['', 'empty', '', 0],
    [' -- rien\n ; ', 'empty', '', 0],
  ])('%s', (sql, reason, word, position) => {
    expect(refusalOf(sql)).toMatchObject({ reason, word, position });
  });
});

it('a place is told as a line and a column too, with its line', () => {
  expect(refusalOf('SELECT *\nFROM t,\n  read_csv(1)')).toMatchObject({
    position: 19,
    line: 3,
    column: 3,
    excerpt: '  read_csv(1)',
  });
});

it('verbs by the thousand are read one after another', () => {
  expect(refusalOf(`${'EXPLAIN '.repeat(20_000)}SELECT 1`)).toBeNull();
  expect(refusalOf(`${'EXPLAIN '.repeat(20_000)}COPY t`)).toMatchObject({ word: 'COPY' });
});
