import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/engine/database.ts';
import { SqlViews } from '../../src/engine/sql/views.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { startKeptDatabase } from '../helpers/kept-duckdb.ts';

let database: Database;

beforeAll(async () => {
  database = await startKeptDatabase();
  await new SqlViews(database, 'EPSG:3950').prepareGeos();
});

/** The one value of `SELECT <expression>`. */
function evaluate(expression: string): unknown {
  return readRows(database.session.query(`SELECT ${expression}`)).rows[0]?.[0];
}

const SQUARE = "ST_GeomFromText('POLYGON((0 0,10 0,10 10,0 10,0 0))')";
const RIGHT = "ST_GeomFromText('POLYGON((10 0,20 0,20 10,10 10,10 0))')";
const INNER = "ST_GeomFromText('POLYGON((2 2,4 2,4 4,2 4,2 2))')";
const SHIFTED = "ST_GeomFromText('POLYGON((5 5,15 5,15 15,5 15,5 5))')";
const RING = "ST_GeomFromText('POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4))')";
const LINE = "ST_GeomFromText('LINESTRING(0 0,3 4,3 10)')";
const ACROSS = "ST_GeomFromText('LINESTRING(-5 5,15 5)')";
const BOWTIE = "ST_GeomFromText('POLYGON((0 0,10 10,10 0,0 10,0 0))')";
const EMPTY = "ST_GeomFromText('POLYGON EMPTY')";
const MIXED =
  "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,0 7),POLYGON((0 0,2 0,2 2,0 2,0 0)))')";

describe('predicates', () => {
  it.each([
    [`ST_Intersects(${SQUARE}, ${RIGHT})`, true],
    [`ST_Intersects(${INNER}, ${RIGHT})`, false],
    [`ST_Disjoint(${INNER}, ${RIGHT})`, true],
    [`ST_Within(${INNER}, ${SQUARE})`, true],
    [`ST_Within(${SQUARE}, ${INNER})`, false],
    [`ST_Contains(${SQUARE}, ${INNER})`, true],
    [`ST_Touches(${SQUARE}, ${RIGHT})`, true],
    [`ST_Touches(${SQUARE}, ${SHIFTED})`, false],
    [`ST_Crosses(${ACROSS}, ${SQUARE})`, true],
    [`ST_Overlaps(${SQUARE}, ${SHIFTED})`, true],
    [`ST_Equals(${SQUARE}, ST_Envelope(${SQUARE}))`, true],
    [`ST_DWithin(${INNER}, ${RIGHT}, 6)`, true],
    [`ST_DWithin(${INNER}, ${RIGHT}, 5.999)`, false],
    [`ST_IsEmpty(${EMPTY})`, true],
    [`ST_IsEmpty(${SQUARE})`, false],
    [`ST_IsValid(${SQUARE})`, true],
    [`ST_IsValid(${BOWTIE})`, false],
    [`ST_Intersects(${SQUARE}, ${EMPTY})`, false],
    [`NOT ST_Intersects(${SQUARE}, ${EMPTY})`, true],
    [`ST_Intersects(ST_Point(5, 5), ${RING})`, false],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(expression)).toBe(expected);
  });
});

describe('measures', () => {
  it.each([
    [`ST_Area(${RING})`, 96],
    [`ST_Area(${LINE})`, 0],
    [`ST_Area(${EMPTY})`, 0],
    [`ST_Length(${LINE})`, 11],
    [`ST_Length(${SQUARE})`, 0],
    [`ST_Perimeter(${RING})`, 48],
    [`ST_Perimeter(${LINE})`, 0],
    [`ST_Distance(${INNER}, ${RIGHT})`, 6],
    [`ST_Distance(${SQUARE}, ${EMPTY})`, null],
    [`ST_Area(${MIXED})`, 4],
    [`ST_Length(${MIXED})`, 7],
    ['ST_X(ST_Point(1.5, 2.5))', 1.5],
    ['ST_Y(ST_MakePoint(1.5, 2.5))', 2.5],
    [`ST_XMin(${RIGHT})`, 10],
    [`ST_YMin(${RIGHT})`, 0],
    [`ST_XMax(${RIGHT})`, 20],
    [`ST_YMax(${RIGHT})`, 10],
    [`ST_XMin(${EMPTY})`, null],
    [`ST_NPoints(${RING})`, 10],
    [`ST_NPoints(${EMPTY})`, 0],
    [`ST_NumGeometries(${SQUARE})`, 1],
    [`ST_NumGeometries(${MIXED})`, 3],
    [`ST_Dimension(${MIXED})`, 2],
    [`ST_Dimension(${LINE})`, 1],
    [`ST_SRID(${SQUARE})`, 3950],
    [`ST_SRID(ST_Transform(${SQUARE}, 2154))`, 2154],
    [`ST_SRID(ST_SetSRID(${SQUARE}, 4326))`, 4326],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(expression)).toBe(expected);
  });
});

describe('geometries, told as text', () => {
  it.each([
    [SQUARE, 'POLYGON((0 0,10 0,10 10,0 10,0 0))'],
    [`ST_Envelope(${LINE})`, 'POLYGON((0 0,0 10,3 10,3 0,0 0))'],
    [`ST_Envelope(${ACROSS})`, 'LINESTRING(-5 5,15 5)'],
    ['ST_Envelope(ST_Point(1, 2))', 'POINT(1 2)'],
    ['ST_MakeEnvelope(0, 1, 2, 3)', 'POLYGON((0 1,0 3,2 3,2 1,0 1))'],
    [`ST_Centroid(${SQUARE})`, 'POINT(5 5)'],
    [`ST_StartPoint(${LINE})`, 'POINT(0 0)'],
    [`ST_EndPoint(${LINE})`, 'POINT(3 10)'],
    [`ST_StartPoint(${SQUARE})`, null],
    [`ST_Boundary(${INNER})`, 'LINESTRING(2 2,4 2,4 4,2 4,2 2)'],
    [EMPTY, 'POLYGON EMPTY'],
    [MIXED, 'GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,0 7),POLYGON((0 0,2 0,2 2,0 2,0 0)))'],
    [`ST_CollectionExtract(${MIXED}, 2)`, 'MULTILINESTRING((0 0,0 7))'],
    [
      `ST_GeomFromWKB(ST_AsWKB(${RING}))`,
      'POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4))',
    ],
    [`ST_GeomFromWKB(ST_AsBinary(${LINE}), 2154)`, 'LINESTRING(0 0,3 4,3 10)'],
    [`ST_GeomFromGeoJSON('{"type":"Point","coordinates":[3,50]}')`, 'POINT(3 50)'],
    [`ST_Intersection(${SQUARE}, ${RIGHT})`, 'LINESTRING(10 0,10 10)'],
    ["ST_Simplify(ST_GeomFromText('LINESTRING(0 0,5 0.1,10 0)'), 1)", 'LINESTRING(0 0,10 0)'],
    ["ST_ConvexHull(ST_GeomFromText('MULTIPOINT(0 0,5 5,0 5)'))", 'POLYGON((0 0,0 5,5 5,0 0))'],
    [
      `(SELECT ST_Collect_Agg(g) FROM (VALUES (ST_Point(0, 1)), (NULL), (ST_Point(2, 3))) t(g))`,
      'MULTIPOINT((0 1),(2 3))',
    ],
    [
      `(SELECT ST_Collect_Agg(g) FROM (VALUES (ST_Point(0, 1)), (${LINE})) t(g))`,
      'GEOMETRYCOLLECTION(POINT(0 1),LINESTRING(0 0,3 4,3 10))',
    ],
    [
      `(SELECT ST_Extent_Agg(g) FROM (VALUES (${RIGHT}), (${LINE})) t(g))`,
      'POLYGON((0 0,0 10,20 10,20 0,0 0))',
    ],
  ])('ST_AsText(%s) is %s', (expression, expected) => {
    expect(evaluate(`ST_AsText(${expression})`)).toBe(expected);
  });

  it.each([
    [`ST_Area(ST_Intersection(${SQUARE}, ${SHIFTED}))`, 25],
    [`ST_Area(ST_Union(${SQUARE}, ${SHIFTED}))`, 175],
    [`ST_Area(ST_Difference(${SQUARE}, ${SHIFTED}))`, 75],
    [`ST_Area(ST_SymDifference(${SQUARE}, ${SHIFTED}))`, 150],
    [`ST_Area(ST_MakeValid(${BOWTIE}))`, 50],
    [
      `(SELECT ST_Area(ST_Union_Agg(g)) FROM (VALUES (${SQUARE}), (${RIGHT}), (${SHIFTED})) t(g))`,
      250,
    ],
    [`(SELECT ST_Area(ST_Union(g)) FROM (VALUES (${SQUARE}), (${RIGHT})) t(g))`, 200],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(expression)).toBeCloseTo(expected, 9);
  });

  it('a buffer is as round as it is asked to be', () => {
    const area = (segments: string) =>
      evaluate(`ST_Area(ST_Buffer(ST_Point(0, 0), 10${segments}))`);
    expect(area('')).toBeCloseTo(312.1445, 3);
    expect(area(', 64')).toBeCloseTo(100 * Math.PI, 0);
    expect(evaluate(`ST_Within(ST_PointOnSurface(${RING}), ${RING})`)).toBe(true);
  });

  it('a fault is told as PostGIS does', () => {
    expect(evaluate(`ST_IsValidReason(${BOWTIE})`)).toBe('Self-intersection[5 5]');
    expect(evaluate(`ST_IsValidReason(${SQUARE})`)).toBe('Valid Geometry');
  });

  it('types and GeoJSON are written as PostGIS writes them', () => {
    expect(evaluate(`ST_GeometryType(${LINE})`)).toBe('ST_LineString');
    expect(evaluate('ST_AsGeoJSON(ST_Transform(ST_Point(1700000, 9200000), 4326))')).toBe(
      '{"type":"Point","coordinates":[3,50]}',
    );
    expect(evaluate('ST_AsGeoJSON(ST_Point(1, 2))')).toBe(
      '{"type":"Point","crs":{"type":"name","properties":{"name":"EPSG:3950"}},"coordinates":[1,2]}',
    );
  });
});

describe('coordinate systems', () => {
  it('a geometry goes to another system and back', () => {
    const there = `ST_Transform(ST_Point(1670000, 9250000), 'EPSG:2154')`;
    expect(evaluate(`ST_X(${there})`)).toBeCloseTo(669_954.582, 3);
    expect(
      evaluate(`ST_Distance(ST_Transform(${there}, 3950), ST_Point(1670000, 9250000)) < 1e-6`),
    ).toBe(true);
  });

  it('geometries of two systems are not compared', () => {
    expect(() => evaluate(`ST_Distance(${SQUARE}, ST_Transform(${SQUARE}, 4326))`)).toThrow(
      expect.objectContaining({ code: 'crs-mismatch' }),
    );
    expect(() => evaluate(`ST_Transform(${SQUARE}, 27572)`)).toThrow(
      expect.objectContaining({
        code: 'sql-invalid',
        context: { reason: 'crs-unknown', value: 27572, function: '__transform' },
      }),
    );
  });
});

describe('NULL and what is no geometry', () => {
  it.each([
    'ST_Intersects(NULL, NULL)',
    `ST_Intersects(${SQUARE}, NULL)`,
    `ST_Area(NULL)`,
    `ST_AsText(NULL)`,
    `ST_Buffer(NULL, 5)`,
    `ST_Buffer(${SQUARE}, NULL)`,
    `ST_DWithin(${SQUARE}, ${SQUARE}, NULL)`,
    '(SELECT ST_Union_Agg(g) FROM (VALUES (NULL::BLOB)) t(g))',
    'ST_GeomFromText(NULL)',
  ])('%s is NULL', (expression) => {
    expect(evaluate(expression)).toBeNull();
  });

  it.each([
    ["ST_Area('POINT(0 0)')", 'geometry'],
    ["ST_Area('\\x01\\x02'::BLOB)", 'geometry'],
    ["ST_GeomFromText('POINT(0')", 'geometry'],
    ["ST_GeomFromGeoJSON('{')", 'geometry'],
    [`ST_Intersects(${MIXED}, ${SQUARE})`, 'geometry'],
    [`ST_X(${SQUARE})`, 'geometry'],
    [`ST_DWithin(${SQUARE}, ${SQUARE}, -1)`, 'distance'],
    [`ST_DWithin(${SQUARE}, ${SQUARE}, 'NaN'::DOUBLE)`, 'distance'],
    [`ST_DWithin(${SQUARE}, ${SQUARE}, 1e9)`, 'distance'],
    [`ST_Buffer(${SQUARE}, 'inf'::DOUBLE)`, 'distance'],
  ])('%s is refused for its %s', (expression, reason) => {
    expect(() => evaluate(expression)).toThrow(
      expect.objectContaining({
        code: 'sql-invalid',
        context: expect.objectContaining({ reason }),
      }),
    );
  });
});

it('a function over many rows keeps each row its own', () => {
  const sql = `SELECT count(*) FILTER (WHERE ST_Area(g) <> i * i OR ST_XMax(g) <> i) AS wrong, count(*) AS n
    FROM (SELECT i, ST_MakeEnvelope(0, 0, i, i) AS g FROM range(1, 10001) t(i))`;
  expect(readRows(database.session.query(sql)).rows).toEqual([[0, 10000]]);
});

describe('today', () => {
  it.each(['current_date', 'today()', 'now()::DATE', 'CAST(current_timestamp AS TIMESTAMP)::DATE'])(
    '%s is the day in universal time',
    (expression) => {
      const before = new Date().toISOString().slice(0, 10);
      const day = evaluate(`CAST(${expression} AS VARCHAR)`);
      expect([before, new Date().toISOString().slice(0, 10)]).toContain(day);
    },
  );

  it('counts days and months from it', () => {
    expect(
      evaluate("date_diff('year', DATE '2020-01-01', current_date) = year(now()) - 2020"),
    ).toBe(true);
  });
});
