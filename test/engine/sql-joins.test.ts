import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { createGridGeometry } from '../geo/create-geometry.ts';
import { createGridPolygon, createSquare } from '../geo/create-polygons.ts';
import { createRandom } from '../geo/create-random.ts';
import { createSqlDesk, createWork } from './create-sql-desk.ts';

let desk: SqlDesk;

/** One of four squares of 60 m that cover the ground of the others. */
function createQuarter(i: number): Geometry {
  return { type: 'Polygon', coordinates: [createSquare(60 * (i % 2), 60 * Math.floor(i / 2), 60)] };
}

beforeAll(async () => {
  const random = createRandom(7);
  const many = <T>(count: number, make: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const layerOf = (geometries: (Geometry | null)[]) => ({
    geometries,
    types: { id: 'text', genre: 'integer', Libellé: 'text' } as const,
    columns: {
      id: geometries.map((_, i) => `n${i}`),
      genre: geometries.map((_, i) => (i % 7 === 6 ? null : i % 3)),
      Libellé: geometries.map((_, i) => `objet ${i}`),
    },
  });
  const orNull = (i: number, geometry: Geometry) => (i % 11 === 5 ? null : geometry);
  ({ desk } = await createSqlDesk({
    parcelles: layerOf(many(120, (i) => orNull(i, createGridGeometry(random)))),
    zones: layerOf(many(25, (i) => orNull(i, createGridPolygon(random, 10)))),
    communes: layerOf(many(4, createQuarter)),
  }));
});

/** Runs a statement whose spatial conditions stand in `{ }`: as it is, and with each out of the index's reach. */
async function runBothWays(template: string) {
  const indexed = await desk.run(template.replace(/[{}]/g, ''), createWork());
  const plain = await desk.run(
    template.replace(/\{/g, '(').replace(/\}/g, ' OR false)'),
    createWork(),
  );
  const sorted = (ipc: Uint8Array) =>
    readRows(ipc)
      .rows.map((row) => JSON.stringify(row))
      .sort();
  expect(indexed.columns).toEqual(plain.columns);
  expect(readRows(indexed.ipc).columns).toEqual(indexed.columns.map(({ name }) => name));
  expect(sorted(indexed.ipc)).toEqual(sorted(plain.ipc));
  expect(plain.joins).toEqual([]);
  return { ...indexed, plainNotices: plain.notices };
}

const PREDICATES = ['Intersects', 'Within', 'Contains', 'Touches', 'Crosses', 'Overlaps', 'Equals'];

describe('a join through the index gives what a comparison of all pairs gives', () => {
  it.each(PREDICATES)('ST_%s, the later layer on either side', async (name) => {
    for (const call of [`ST_${name}(a.geom, b.geom)`, `ST_${name}(b.geom, a.geom)`]) {
      const result = await runBothWays(
        `SELECT a.id, b.id FROM parcelles a JOIN zones b ON {${call}}`,
      );
      expect(result.joins).toHaveLength(1);
      expect(result.notices).toEqual([]);
      expect(result.plainNotices).toHaveLength(1);
      expect(result.joins[0]?.pairs).toBe(result.rowCount);
    }
  });

  it.each([
    ['with a distance', 'FROM parcelles a JOIN zones b ON {ST_DWithin(a.geom, b.geom, 12.5)}'],
    [
      'of the distance itself',
      'FROM parcelles a JOIN zones b ON {ST_Distance(a.geom, b.geom) < 10}',
    ],
    ['and its bound', 'FROM parcelles a JOIN zones b ON {ST_Distance(b.geom, a.geom) <= 10}'],
    [
      'by commas',
      'FROM parcelles a, zones b WHERE {ST_Intersects(a.geom, b.geom)} AND a.genre = 1',
    ],
    ['without aliases', 'FROM parcelles JOIN zones ON {ST_Intersects(parcelles.geom, zones.geom)}'],
    [
      'with quoted names',
      'FROM "parcelles" AS "P" JOIN zones "z b" ON {ST_Intersects("P"."geom", "z b".GEOM)}',
    ],
    ['in upper case', 'FROM PARCELLES A JOIN ZONES B ON {st_INTERSECTS(a.GEOM, B.Geom)}'],
    [
      'of a layer with itself',
      'FROM zones a JOIN zones b ON {ST_Touches(a.geom, b.geom)} AND a.id < b.id',
    ],
    [
      'with more conditions',
      'FROM parcelles a JOIN zones b ON a.genre = b.genre AND ({ST_Intersects(a.geom, b.geom)}) AND b.genre BETWEEN 0 AND 1',
    ],
    [
      'of three layers',
      'FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} JOIN communes c ON {ST_Within(b.geom, c.geom)}',
    ],
    [
      'of three by commas',
      'FROM communes c, parcelles a, zones b WHERE {ST_Within(b.geom, c.geom)} AND {ST_Intersects(a.geom, b.geom)}',
    ],
    [
      'with all three related',
      'FROM parcelles a, zones b, communes c WHERE {ST_Intersects(a.geom, b.geom)} AND {ST_Intersects(b.geom, c.geom)} AND {ST_Intersects(a.geom, c.geom)}',
    ],
    ['on the left', 'FROM parcelles a LEFT JOIN zones b ON {ST_Intersects(a.geom, b.geom)}'],
    [
      'on the left with a condition',
      'FROM parcelles a LEFT JOIN zones b ON {ST_Intersects(a.geom, b.geom)} AND b.genre = 2 AND a.genre = 1',
    ],
    [
      'on the left, then what has none',
      'FROM parcelles a LEFT JOIN zones b ON {ST_Intersects(a.geom, b.geom)} WHERE b.id IS NULL',
    ],
    [
      'on the left twice',
      'FROM parcelles a LEFT JOIN zones b ON {ST_Within(a.geom, b.geom)} LEFT JOIN communes c ON {ST_Within(b.geom, c.geom)}',
    ],
    [
      'semi',
      'FROM parcelles a SEMI JOIN zones b ON {ST_Intersects(a.geom, b.geom)} CROSS JOIN communes b',
    ],
    [
      'anti',
      'FROM parcelles a ANTI JOIN zones b ON {ST_Intersects(a.geom, b.geom)} CROSS JOIN communes b',
    ],
    [
      'of a buffer',
      'FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, ST_Buffer(b.geom, 5))}',
    ],
    [
      'of two that are computed',
      'FROM parcelles a JOIN zones b ON {ST_Within(ST_Centroid(a.geom), ST_Buffer(b.geom, -1))}',
    ],
    [
      'before a right one',
      'FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} RIGHT JOIN communes c ON c.genre = b.genre',
    ],
  ])('%s', async (_what, from) => {
    const [a, b] = /"P"/.test(from)
      ? ['"P"', '"z b"']
      : / a\b/i.test(from)
        ? ['a', 'b']
        : ['parcelles', 'zones'];
    const result = await runBothWays(`SELECT ${a}.id, ${b}.id, ${b}."Libellé" ${from}`);
    expect(result.joins.length).toBeGreaterThan(0);
    expect(result.notices).toEqual([]);
    expect(result.rowCount).toBeGreaterThan(0);
  });

  it.each([
    [
      'exists',
      'SELECT id FROM parcelles a WHERE EXISTS (SELECT 1 FROM zones b WHERE {ST_Intersects(a.geom, b.geom)})',
    ],
    [
      'not exists',
      'SELECT id FROM parcelles a WHERE NOT EXISTS (SELECT * FROM zones b WHERE {ST_Intersects(a.geom, b.geom)} AND b.genre = 1)',
    ],
    [
      'exists with the inner geometry unnamed',
      'SELECT id FROM parcelles a WHERE EXISTS (FROM zones WHERE {ST_Contains(geom, a.geom)})',
    ],
    [
      'exists under OR',
      'SELECT id FROM parcelles a WHERE a.genre = 1 OR EXISTS (SELECT 1 FROM zones b WHERE {ST_Intersects(a.geom, b.geom)})',
    ],
    [
      'counts of a scalar query',
      'SELECT id, (SELECT count(*) FROM zones b WHERE {ST_Intersects(a.geom, b.geom)}) n FROM parcelles a',
    ],
    [
      'in',
      'SELECT id FROM parcelles a WHERE a.genre IN (SELECT b.genre FROM zones b WHERE {ST_Intersects(a.geom, b.geom)})',
    ],
    [
      'lateral',
      'SELECT a.id, n.id FROM parcelles a, LATERAL (SELECT b.id FROM zones b WHERE {ST_Intersects(a.geom, b.geom)} ORDER BY b.id LIMIT 1) n',
    ],
    [
      'two exists',
      'SELECT id FROM parcelles a WHERE EXISTS (SELECT 1 FROM zones b WHERE {ST_Intersects(a.geom, b.geom)}) AND NOT EXISTS (SELECT 1 FROM communes b WHERE {ST_Within(a.geom, b.geom)})',
    ],
    [
      'exists in exists',
      'SELECT id FROM parcelles a WHERE EXISTS (SELECT 1 FROM zones b WHERE {ST_Intersects(a.geom, b.geom)} AND EXISTS (SELECT 1 FROM communes c WHERE {ST_Within(b.geom, c.geom)}))',
    ],
  ])('%s', async (_what, sql) => {
    const result = await runBothWays(sql);
    expect(result.joins.length).toBeGreaterThan(0);
    expect(result.notices).toEqual([]);
    expect(result.rowCount).toBeGreaterThan(0);
  });

  it.each([
    ['a star', 'SELECT * FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}'],
    [
      'a star that excludes',
      'SELECT * EXCLUDE (geom) FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
    ],
    [
      'a star that excludes one',
      'SELECT b.* EXCLUDE geom, a.id FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
    ],
    [
      'a star of one side',
      'SELECT a.* FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
    ],
    [
      'distinct stars',
      'SELECT DISTINCT b.*, 2 * a.genre FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
    ],
    ['a semi join', 'SELECT * FROM parcelles a SEMI JOIN zones b ON {ST_Touches(a.geom, b.geom)}'],
    ['an anti join', 'FROM parcelles a ANTI JOIN zones b ON {ST_Touches(a.geom, b.geom)}'],
    [
      'a distinct product',
      'SELECT DISTINCT round(ST_Area(b.geom)) * 2 FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
    ],
    ['no SELECT', 'FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}'],
    [
      'groups',
      'SELECT b.genre, count(*), sum(ST_Area(ST_Intersection(a.geom, b.geom))) > 0 FROM parcelles a JOIN zones b ON {ST_Overlaps(a.geom, b.geom)} GROUP BY ALL ORDER BY ALL',
    ],
    [
      'a union',
      'SELECT a.id FROM parcelles a JOIN zones b ON {ST_Within(a.geom, b.geom)} UNION ALL (SELECT a.id FROM parcelles a, communes b WHERE {ST_Within(a.geom, b.geom)})',
    ],
    [
      'a star in a union',
      'SELECT a.* FROM parcelles a JOIN zones b ON {ST_Within(a.geom, b.geom)} UNION SELECT * FROM zones',
    ],
    [
      'a window',
      'SELECT a.id, row_number() OVER (PARTITION BY a.id ORDER BY b.id) r FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} QUALIFY r = 1',
    ],
    [
      'a join in a table',
      'SELECT t.id, count(*) FROM (SELECT a.id, b.genre FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}) t GROUP BY 1',
    ],
    [
      'a star in a table',
      'SELECT count(*), min(genre) FROM (SELECT b.* FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}) t',
    ],
    [
      'USING',
      'SELECT genre, a.id, b.id FROM parcelles a JOIN zones b USING (genre) WHERE {ST_Intersects(a.geom, b.geom)}',
    ],
  ])('%s stays what it was', async (_what, sql) => {
    const result = await runBothWays(sql);
    expect(result.joins.length).toBeGreaterThan(0);
    expect(result.rowCount).toBeGreaterThan(0);
    expect(result.notices).toEqual([]);
  });

  it.each([
    [
      'a common table',
      'WITH z AS (SELECT id, geom FROM zones WHERE genre = 1) SELECT a.id, z.id FROM parcelles a JOIN z ON {ST_Intersects(a.geom, z.geom)}',
    ],
    [
      'one of its own name',
      'WITH zones AS (SELECT * FROM zones WHERE genre = 1) SELECT a.id, zones.* FROM parcelles a JOIN zones ON {ST_Intersects(a.geom, zones.geom)}',
    ],
    [
      'one of its own name, in parentheses',
      'WITH zones AS (SELECT * FROM zones WHERE genre = 1) (SELECT a.id, zones.* FROM parcelles a JOIN zones ON {ST_Intersects(a.geom, zones.geom)})',
    ],
    [
      'one of its own name, in an arm in a table',
      'WITH zones AS (SELECT * FROM zones WHERE genre = 1), t AS (SELECT 1 id WHERE false UNION ALL BY NAME (SELECT a.id FROM parcelles a JOIN zones ON {ST_Intersects(a.geom, zones.geom)})) FROM t',
    ],
    [
      'buffers',
      'WITH z AS MATERIALIZED (SELECT id, ST_Buffer(geom, 8) AS tampon FROM zones) SELECT a.id FROM parcelles a WHERE NOT EXISTS (SELECT 1 FROM z WHERE {ST_Intersects(a.geom, z.tampon)})',
    ],
    [
      'a union of all',
      'WITH u(g) AS (SELECT ST_Union_Agg(geom) FROM zones) SELECT a.id FROM parcelles a, u WHERE {ST_Intersects(a.geom, u.g)}',
    ],
    [
      'two of which one holds a join',
      'WITH z AS (SELECT * FROM zones WHERE genre < 2), t AS (SELECT a.id, a.geom FROM parcelles a JOIN z ON {ST_Intersects(a.geom, z.geom)}) SELECT t.id, c.id FROM t LEFT JOIN communes c ON {ST_Within(t.geom, c.geom)}',
    ],
    [
      'both sides',
      'WITH p AS (SELECT id, ST_PointOnSurface(geom) AS g FROM parcelles), z AS (SELECT id, geom FROM zones) SELECT p.id, z.id FROM p, z WHERE {ST_Within(p.g, z.geom)}',
    ],
    [
      'a table of a query',
      'SELECT a.id, z.id FROM parcelles a JOIN (SELECT id, geom FROM zones WHERE genre = 0) z ON {ST_Intersects(a.geom, z.geom)}',
    ],
    [
      'both of queries',
      'SELECT a.id, z.id FROM (SELECT * FROM parcelles WHERE genre = 1) a LEFT JOIN (SELECT * FROM zones WHERE genre = 0) AS z ON {ST_Intersects(a.geom, z.geom)}',
    ],
  ])('%s computed by the statement', async (_what, sql) => {
    const result = await runBothWays(sql);
    expect(result.joins.length).toBeGreaterThan(0);
    expect(result.rowCount).toBeGreaterThan(0);
    expect(result.notices).toEqual([]);
  });
});

it.each([
  [
    'a whole row',
    'SELECT a, b.id FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
  ],
  [
    'all columns of one',
    'SELECT count(b.*) FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)}',
  ],
  [
    'a group of whole rows',
    'SELECT count(*) FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} GROUP BY b',
  ],
  [
    'a count of whole rows',
    'SELECT a.id FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} GROUP BY a.id HAVING count(DISTINCT b) = 1',
  ],
  [
    'a partition by whole rows',
    'SELECT b.id FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} QUALIFY row_number() OVER (PARTITION BY b ORDER BY a.id) = 1',
  ],
  [
    'a row as text',
    "SELECT a.id FROM parcelles a JOIN zones b ON {ST_Intersects(a.geom, b.geom)} WHERE b::VARCHAR LIKE '%row%'",
  ],
  [
    'what stands for an absent geometry',
    'SELECT a.id, b.id, c.id FROM parcelles a LEFT JOIN zones b ON {ST_Intersects(a.geom, b.geom)} AND b.genre = 1 LEFT JOIN communes c ON {ST_Intersects(COALESCE(b.geom, ST_Point(1, 1)), c.geom)}',
  ],
  [
    'a natural join',
    'SELECT id FROM parcelles NATURAL JOIN zones WHERE {ST_Intersects(parcelles.geom, zones.geom)}',
  ],
  [
    'a group that has no row',
    'SELECT b.genre, (SELECT count(*) FROM parcelles a WHERE {ST_Intersects(a.geom, b.geom)}) n FROM zones b GROUP BY b.genre, b.geom',
  ],
])('%s is what it is without the index', async (_what, sql) => {
  await runBothWays(sql);
});

describe('a join that the index cannot serve', () => {
  it.each([
    [
      'under OR',
      'SELECT a.id, b.id FROM parcelles a JOIN zones b ON ST_Intersects(a.geom, b.geom) OR a.genre = 1',
    ],
    [
      'negated',
      'SELECT a.id, b.id FROM parcelles a JOIN zones b ON NOT ST_Intersects(a.geom, b.geom)',
    ],
    [
      'to the right',
      'SELECT a.id, b.id FROM parcelles a RIGHT JOIN zones b ON ST_Intersects(a.geom, b.geom)',
    ],
    [
      'in full',
      'SELECT a.id, b.id FROM parcelles a FULL JOIN zones b ON ST_Intersects(a.geom, b.geom)',
    ],
    [
      'of what is apart',
      'SELECT a.id, b.id FROM parcelles a, zones b WHERE ST_Disjoint(a.geom, b.geom)',
    ],
    [
      'by a distance that varies',
      'SELECT a.id, b.id FROM parcelles a, zones b WHERE ST_DWithin(a.geom, b.geom, a.genre)',
    ],
  ])('is run one by one and said to be, %s', async (_what, sql) => {
    const result = await desk.run(sql, createWork());
    expect(result.joins).toEqual([]);
    expect(result.notices).toMatchObject([{ kind: 'nested-loop', position: sql.indexOf('ST_') }]);
  });
});

it('a distance beyond what the index takes is measured', async () => {
  const sql = 'SELECT 1 FROM parcelles a, zones b WHERE ST_Distance(a.geom, b.geom) < 60000';
  const result = await desk.run(sql, createWork());
  expect(result.joins).toEqual([]);
  expect(result.notices).toMatchObject([{ kind: 'nested-loop' }]);
  expect(result.rowCount).toBeGreaterThan(0);
});

describe('a distance is refused', () => {
  it.each(['-1', '1e9', '50001'])('%s', async (distance) => {
    const sql = `SELECT 1 FROM parcelles a JOIN zones b ON ST_DWithin(a.geom, b.geom, ${distance})`;
    await expect(desk.run(sql, createWork())).rejects.toMatchObject({
      code: 'sql-invalid',
      context: { reason: 'distance', position: sql.indexOf('ST_') },
    });
  });
});

it('layers of another system are not joined', async () => {
  const sql =
    'WITH z AS (SELECT ST_Transform(geom, 2154) g FROM zones) SELECT 1 FROM parcelles a JOIN z ON ST_Intersects(a.geom, z.g)';
  await expect(desk.run(sql, createWork())).rejects.toMatchObject({ code: 'crs-mismatch' });
});
