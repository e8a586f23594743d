import { expect, it } from 'vitest';
import { checkReadOnly } from '../../src/sql/guard.ts';
import { planJoins } from '../../src/sql/plan-joins.ts';
import { readStatement } from '../../src/sql/read-statement.ts';

const LAYERS = new Set(['parcelles', 'zones', 'communes']);

function plan(sql: string) {
  const tokens = checkReadOnly(sql);
  const query = readStatement(tokens);
  if (!query) throw new Error(`${sql} is no query`);
  return planJoins(sql, tokens, query, LAYERS, 'layers');
}

it('the later table becomes pairs, the condition an equality, the star what it was', () => {
  const { sql, steps, nested } = plan(
    'SELECT *, 1 FROM parcelles AS p JOIN zones z ON ST_Within(z.geom, p.geom) AND z.k > 2',
  );
  expect(sql).toBe(
    'SELECT * EXCLUDE (__row, __left), 1 FROM "__keyed_parcelles" AS p JOIN ' +
      '(SELECT __p.__left, __t.* FROM __pairs_1 AS __p JOIN "__keyed_zones" AS __t ON __t.__row = __p.__right) AS z ' +
      'ON (z.__left = p.__row) AND z.k > 2',
  );
  expect(steps).toEqual([
    {
      kind: 'pairs',
      table: '__pairs_1',
      left: { layer: 'parcelles' },
      right: { layer: 'zones' },
      relation: 'contains',
      distance: null,
      position: 48,
      aliases: ['p', 'z'],
    },
  ]);
  expect(nested).toEqual([]);
});

it('a strict distance stays beside its pairs', () => {
  const { sql, steps } = plan(
    'SELECT 1 FROM parcelles p, zones z WHERE ST_Distance(p.geom, z.geom) < 1_0.5',
  );
  expect(sql).toContain('WHERE (z.__left = p.__row AND ST_Distance(p.geom, z.geom) < 1_0.5)');
  expect(steps).toMatchObject([{ relation: 'dWithin', distance: 10.5 }]);
});

it('what a statement computes is numbered first', () => {
  const { steps, sql } = plan(
    'WITH z AS (SELECT geom g FROM zones) SELECT p.id FROM parcelles p JOIN z ON ST_Touches(p.geom, z.g)',
  );
  expect(steps.map(({ kind, table }) => `${kind} ${table}`)).toEqual([
    'table __table_1',
    'pairs __pairs_1',
  ]);
  expect(steps[0]).toMatchObject({
    sql: 'WITH z AS (SELECT geom g FROM zones) SELECT (row_number() OVER () - 1)::UINTEGER AS __row, * FROM z',
  });
  expect(sql).toMatch(/^WITH z AS \(SELECT \* EXCLUDE \(__row\) FROM __table_1\) SELECT p.id/);
});

it.each([
  'SELECT 1 FROM parcelles p JOIN zones z ON ST_Intersects(p.geom, z.geom) OR p.k = 1',
  'SELECT 1 FROM parcelles p RIGHT JOIN zones z ON ST_Intersects(p.geom, z.geom)',
  'SELECT 1 FROM parcelles p FULL JOIN zones z ON ST_Intersects(p.geom, z.geom)',
  'SELECT 1 FROM parcelles p NATURAL JOIN zones z WHERE ST_Intersects(p.geom, z.geom)',
  'SELECT 1 FROM parcelles p, zones z WHERE NOT ST_Intersects(p.geom, z.geom)',
  'SELECT 1 FROM parcelles p, zones z WHERE CASE WHEN p.k = 1 AND ST_Intersects(p.geom, z.geom) THEN true ELSE z.k = 1 END',
  'SELECT COLUMNS(*) FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom)',
  'SELECT p FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom)',
  'SELECT 1 FROM parcelles p, (VALUES (1)) z(geom) WHERE ST_Intersects(p.geom, z.geom)',
  'SELECT 1 FROM parcelles p, unnest([1]) z(geom) WHERE ST_Intersects(p.geom, z.geom)',
  'WITH RECURSIVE r AS (SELECT * FROM zones UNION ALL SELECT z.* FROM r JOIN zones z ON ST_Touches(r.geom, z.geom)) FROM r',
  'SELECT 1 FROM parcelles p WHERE ST_Intersects(p.geom, ST_Point(1, 2))',
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) GROUP BY z',
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) HAVING count(DISTINCT p) = 1',
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) QUALIFY row_number() OVER (PARTITION BY z) = 1',
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) AND hash(z) > 0',
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) AND hash(z.*) > 0',
  "SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) AND z::VARCHAR LIKE '%1%'",
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Intersects(p.geom, z.geom) AND EXISTS (SELECT z)',
  'SELECT 1 FROM parcelles p, zones z WHERE ST_Distance(p.geom, z.geom) < 60000',
  'SELECT 1 FROM parcelles p LEFT JOIN zones z ON z.k = 1 LEFT JOIN communes c ON ST_Intersects(COALESCE(z.geom, ST_Point(1, 2)), c.geom)',
  'SELECT 1 FROM parcelles p RIGHT JOIN zones z ON z.k = 1 JOIN communes c ON ST_Intersects(ST_Buffer(p.geom, 1), c.geom)',
  "SELECT 'FROM zones z JOIN parcelles p ON ST_Intersects(z.geom, p.geom)'",
])('%s is left as it is', (sql) => {
  const planned = plan(sql);
  expect(planned.sql).toBe(sql);
  expect(planned.steps).toEqual([]);
});

it.each([
  'SELECT p.id FROM parcelles p JOIN zones z ON ST_Intersects(p.geom, z.geom) WHERE EXISTS (SELECT 1 FROM communes z WHERE z.k = p.k)',
  'SELECT p.id FROM parcelles p JOIN zones z ON ST_Intersects(p.geom, z.geom) WHERE p.k IN (WITH z AS (SELECT 1 k) SELECT k FROM z)',
  'SELECT p.id FROM parcelles p JOIN (SELECT a.*, hash(a) h FROM zones a) z ON ST_Intersects(p.geom, z.geom)',
  'SELECT count(*), p.z, max(k) AS z FROM parcelles p JOIN zones AS "Z" ON ST_Intersects(p.geom, z.geom) GROUP BY ALL',
  'SELECT p.id FROM parcelles p LEFT JOIN zones z ON z.k = 1 LEFT JOIN communes c ON ST_Intersects(z.geom, c.geom)',
])('%s goes through the index', (sql) => {
  expect(plan(sql).steps.filter(({ kind }) => kind === 'pairs')).toHaveLength(1);
});

it.each([
  ['WITH z AS (FROM zones LIMIT 1) (', ')'],
  ['WITH z AS (FROM zones LIMIT 1) SELECT 1 UNION ALL (', ')'],
  ['WITH z AS (FROM zones LIMIT 1), b AS ((', ') UNION ALL (SELECT 2)) FROM b'],
  ['WITH b AS (WITH z AS (FROM zones LIMIT 1) (', ')) FROM b'],
  ['WITH z AS (FROM zones LIMIT 1) ((SELECT 1) UNION (', '))'],
])('%s… sees its common table expression', (before, after) => {
  const select = 'SELECT p.id FROM parcelles p JOIN z ON ST_Touches(p.geom, z.geom)';
  const { steps } = plan(before + select + after);
  expect(steps.map(({ kind }) => kind)).toEqual(['table', 'pairs']);
  expect(steps[0]).toMatchObject({
    sql: expect.stringContaining('WITH z AS (FROM zones LIMIT 1)'),
  });
});

it('a star leaves out what it holds, and a product is no star', () => {
  const join = (kind: string) =>
    `FROM parcelles p ${kind} JOIN zones z ON ST_Touches(p.geom, z.geom)`;
  for (const kind of ['SEMI', 'ANTI']) {
    expect(plan(`SELECT * ${join(kind)}`).sql).toMatch(/^SELECT \* EXCLUDE \(__row\) FROM/);
    expect(plan(join(kind)).sql).toMatch(/^SELECT \* EXCLUDE \(__row\) FROM/);
  }
  const product = `SELECT DISTINCT round(p.k) * 2`;
  expect(plan(`${product} ${join('')}`).sql.startsWith(`${product} FROM`)).toBe(true);
  expect(plan(`SELECT DISTINCT ON (p.k) * ${join('')}`).sql).toContain('* EXCLUDE (__row, __left)');
});

it('many parentheses and many calls are read in time', () => {
  const nested = `${'('.repeat(190)}1${')'.repeat(190)}`;
  const calls = Array.from({ length: 500 }, () => `ST_Disjoint(p.geom, (z.geom))`).join(' OR ');
  const start = performance.now();
  plan(`SELECT ${nested} FROM parcelles p, zones z WHERE ${calls}`);
  expect(performance.now() - start).toBeLessThan(3000);
});
