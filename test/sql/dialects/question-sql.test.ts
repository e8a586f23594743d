import { describe, expect, it } from 'vitest';
import type { Condition, Question } from '../../../src/domain/question.ts';
import { DIALECTS } from '../../../src/sql/dialects/dialect.ts';
import {
  questionToDuckdb,
  questionToPostgis,
  questionToSedona,
  questionToSql,
} from '../../../src/sql/dialects/question-sql.ts';
import { createAtlas } from '../../ui/create-atlas.ts';

const atlas = createAtlas();
const ofParcels = (where: Condition): Question => ({ target: 'parcelles', where });
const postgis = (where: Condition) => questionToSql(ofParcels(where), atlas, 'postgis').select;
const whereOf = (condition: Condition) => {
  const select = postgis(condition);
  return select.slice(select.indexOf('WHERE ') + 6, select.indexOf('\nORDER BY'));
};
const nom = (text: string): Condition => ({ kind: 'contains', field: 'nom', text });

it.each(DIALECTS)('a time of travel has none in %s, which is said', (dialect) => {
  const where: Condition = { kind: 'travel', mode: 'foot', minutes: 15, layer: 'gares' };
  expect(() => questionToSql(ofParcels(where), atlas, dialect)).toThrow(
    expect.objectContaining({ code: 'question-untranslatable' }),
  );
});

describe('the SQL of a question', () => {
  const where: Condition = {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
      {
        kind: 'overlap',
        minShare: 0.5,
        layer: 'zone_urba',
        where: [{ kind: 'among', field: 'TYPEZONE', values: ['AUc', 'AUs'] }],
      },
      { kind: 'not', condition: { kind: 'distance', metres: 100, layer: 'cours_eau' } },
    ],
  };

  it('of PostGIS tests relations feature by feature, as an index answers them', () => {
    expect(postgis(where)).toBe(`SELECT t."id" AS "key",
  ST_Area(t.geom) AS area_m2,
  overlap_1.shared AS overlap_1_m2,
  overlap_1.shared / ST_Area(t.geom) AS share_1,
  (
    SELECT min(ST_Distance(t.geom, r.geom))
    FROM "cours_eau" AS r
    WHERE ST_DWithin(t.geom, r.geom, 100)
  ) AS distance_2_m
FROM "parcelles" AS t
LEFT JOIN LATERAL (
  SELECT s.shared
  FROM (
    SELECT ST_Area(ST_Union(ST_Intersection(t.geom, r.geom))) AS shared
    FROM "zone_urba" AS r
    WHERE ST_Intersects(t.geom, r.geom)
      AND r."TYPEZONE" IN ('AUc', 'AUs')
  ) AS s
  WHERE s.shared > 1e-6 * ST_Perimeter(t.geom)
    AND s.shared + 1e-6 * ST_Perimeter(t.geom) >= 0.5 * ST_Area(t.geom)
) AS overlap_1 ON TRUE
WHERE t."contenance" > 2000
  AND CASE
    WHEN overlap_1.shared IS NOT NULL
    THEN NOT EXISTS (
      SELECT 1
      FROM "cours_eau" AS r
      WHERE ST_DWithin(t.geom, r.geom, 100)
    )
    ELSE FALSE
  END
ORDER BY "key";`);
  });

  it('of DuckDB and Sedona joins the layers first, and only the features that the rest lets through', () => {
    const { select } = questionToSql(ofParcels(where), atlas, 'duckdb');
    expect(select).toContain(`"_relation_2" AS (
  SELECT a."id" AS "key", min(ST_Distance(a.geom, b.geom)) AS "measure"
  FROM "parcelles" AS a
  JOIN "cours_eau" AS b ON ST_DWithin(a.geom, b.geom, 100)
  WHERE a."contenance" > 2000
  GROUP BY a."id"
)`);
    expect(select).toContain('AND "_relation_2"."key" IS NULL');
    expect(questionToSql(ofParcels(where), atlas, 'sedona').select).toContain(
      'ST_Union_Aggr(ST_Intersection(a.geom, b.geom))',
    );
  });

  it('without conditions takes every feature', () => {
    expect(postgis({ kind: 'and', conditions: [] })).not.toContain('WHERE');
    expect(whereOf({ kind: 'or', conditions: [] })).toBe('FALSE');
  });
});

describe('two-valued logic', () => {
  it('needs no help where nothing is negated', () => {
    expect(whereOf({ kind: 'compare', field: 'nom', op: '=', value: 'a' })).toBe(`t."nom" = 'a'`);
  });

  it('gives a missing value to the negation', () => {
    const is: Condition = { kind: 'compare', field: 'nom', op: '=', value: 'a' };
    const big: Condition = { kind: 'measure', measure: 'area', op: '>', value: 9 };
    expect(whereOf({ kind: 'not', condition: { kind: 'or', conditions: [is, big] } })).toBe(
      `NOT (coalesce(t."nom" = 'a', FALSE) OR coalesce(ST_Area(t.geom) > 9, FALSE))`,
    );
  });

  it('keeps groups in brackets', () => {
    const [a, b]: Condition[] = [nom('a'), { kind: 'empty', field: 'nom' }];
    const either: Condition = { kind: 'or', conditions: [a as Condition, b as Condition] };
    expect(whereOf({ kind: 'and', conditions: [either, b as Condition] })).toMatch(
      /^\(strpos\(.*\) > 0 OR \(t\."nom" IS NULL OR t\."nom" = ''\)\)\n {2}AND \(/,
    );
  });
});

describe('values', () => {
  it('of text compare in the order of their code points', () => {
    expect(whereOf({ kind: 'compare', field: 'nom', op: '<', value: 'b' })).toBe(
      `t."nom" COLLATE "C" < 'b'`,
    );
  });

  it('of dates compare as dates, or as text with what is no date', () => {
    const since = (value: string): Condition => ({
      kind: 'compare',
      field: 'date',
      op: '>=',
      value,
    });
    expect(whereOf(since('2024-02-29'))).toBe(`t."date" >= '2024-02-29'`);
    expect(whereOf(since('2024'))).toBe(`CAST(t."date" AS VARCHAR(10)) COLLATE "C" >= '2024'`);
  });

  it.each(DIALECTS)('of text are looked through without case and accents in %s', (dialect) => {
    const { select } = questionToSql(ofParcels(nom('L’ÉTÉ')), atlas, dialect);
    expect(select).toContain("'l’ete'");
  });

  it('cannot leave their quotes', () => {
    const attack = `'; DROP TABLE x; --\\`;
    for (const emit of [questionToPostgis, questionToDuckdb]) {
      expect(
        emit(ofParcels({ kind: 'compare', field: 'nom', op: '=', value: attack }), atlas),
      ).toContain(`= '''; DROP TABLE x; --\\'`);
    }
    expect(
      questionToSedona(ofParcels({ kind: 'compare', field: 'nom', op: '=', value: attack }), atlas),
    ).toContain(`= '\\'; DROP TABLE x; --\\\\'`);
  });
});

describe('the text around it', () => {
  const question: Question = {
    ...ofParcels({ kind: 'inside', layer: 'zone_urba' }),
    groupBy: 'nom',
  };

  it('is comments that tell the layers, their versions and how to load them', () => {
    const { header } = questionToSql(question, atlas, 'postgis', { base: 'https://atlas.test/' });
    for (const layer of atlas.layers.slice(0, 2)) {
      expect(header).toContain(`${layer.id}, version ${layer.file.version}`);
      expect(header).toContain(`"/vsicurl/https://atlas.test/${layer.file.path}" -nln ${layer.id}`);
    }
    expect(header).toContain('-t_srs EPSG:3950');
  });

  it.each(DIALECTS)('in %s stays a comment whatever the sentence holds', (dialect) => {
    const sentence = 'a\nDROP TABLE parcelles;\u2028x\r\ny';
    const { header } = questionToSql(question, atlas, dialect, { sentence });
    expect(header.split(/[\n\r\u2028]/).every((line) => line.startsWith('-- '))).toBe(true);
  });

  it('ends with the count by group of a grouped question', () => {
    const text = questionToPostgis(question, atlas);
    expect(text).toContain(
      `SELECT t."nom" AS "value", count(*) AS "count", sum(ST_Area(t.geom)) AS "total"`,
    );
    expect(text.match(/;\n/g)).toHaveLength(2);
  });
});

it('a line is covered where the inside of the union is, not its rim', () => {
  const where: Condition = { kind: 'overlap', minShare: 0, layer: 'zone_urba' };
  const { select } = questionToSql({ target: 'cours_eau', where }, atlas, 'postgis');
  expect(select).toContain(
    'ST_Length(ST_Difference(ST_Intersection(t.geom, ST_Union(r.geom)), ST_Boundary(ST_Union(r.geom))))',
  );
  expect(select).toContain('overlap_1.shared AS overlap_1_m,');
});

it('every relation has its function', () => {
  const kinds = {
    inside: 'Within',
    intersects: 'Intersects',
    encloses: 'Contains',
    touches: 'Touches',
  };
  for (const [kind, name] of Object.entries(kinds)) {
    expect(whereOf({ kind, layer: 'zone_urba' } as Condition)).toContain(
      `ST_${name}(t.geom, r.geom)`,
    );
  }
  for (const kind of ['crosses', 'overlaps', 'equals'] as const) {
    const name = kind.charAt(0).toUpperCase() + kind.slice(1);
    expect(whereOf({ kind, layer: 'zone_urba' })).toContain(`ST_${name}(t.geom, r.geom)`);
  }
});

describe('relations in relations, shapes and own layers', () => {
  const sector: Condition = {
    kind: 'inside',
    shape: {
      name: "l'îlot",
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [2.5, 50.5],
              [2.6, 50.5],
              [2.6, 50.6],
              [2.5, 50.5],
            ],
          ],
        ],
      },
    },
  };
  const wkt = 'MULTIPOLYGON (((2.5 50.5, 2.6 50.5, 2.6 50.6, 2.5 50.5)))';

  it('of PostGIS are EXISTS in EXISTS, with names of their own', () => {
    const inner: Condition = { kind: 'not', condition: { kind: 'intersects', layer: 'cours_eau' } };
    expect(
      postgis({ kind: 'distance', metres: 5, layer: 'zone_urba', where: [inner] }),
    ).toContain(`EXISTS (
    SELECT 1
    FROM "zone_urba" AS r
    WHERE ST_DWithin(t.geom, r.geom, 5)
      AND NOT EXISTS (
        SELECT 1
        FROM "cours_eau" AS r2
        WHERE ST_Intersects(r.geom, r2.geom)
      )
  )`);
  });

  it.each([
    ['postgis', `ST_Transform(ST_GeomFromText('${wkt}', 4326), 3950)`],
    ['duckdb', `ST_Transform(ST_GeomFromText('${wkt}'), 'OGC:CRS84', 'EPSG:3950', true)`],
    ['sedona', `ST_Transform(ST_GeomFromWKT('${wkt}'), 'EPSG:4326', 'EPSG:3950')`],
  ] as const)('of %s have a shape in degrees, longitude first, in the metric CRS', (name, text) => {
    const { select } = questionToSql(ofParcels(sector), atlas, name);
    expect(select).toContain(`(SELECT ${text} AS geom) AS`);
  });

  it('of DuckDB and Sedona are queries before the one that they are in', () => {
    const where: Condition = { kind: 'intersects', layer: 'zone_urba', where: [sector] };
    const { select } = questionToSql(ofParcels(where), atlas, 'duckdb');
    const names = ['"_relation_1_1" AS', '"_related_1" AS', '"_relation_1" AS'];
    const places = names.map((name) => select.indexOf(name));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(select).toContain('IN (SELECT "key" FROM "_related_1")');
  });

  it.each(DIALECTS)('of %s pair no feature with itself', (name) => {
    const where: Condition = { kind: 'distance', metres: 5, layer: 'parcelles' };
    const { select } = questionToSql(ofParcels(where), atlas, name);
    expect(select).toMatch(
      /ST_DWithin\(\w\.geom, \w\.geom, 5\) AND (\w)\.["`]id["`] <> \w\.["`]id["`]/,
    );
  });
});
