import { describe, expect, it } from 'vitest';
import type { Condition, Question } from '../../src/domain/question.ts';
import { foldAccents } from '../../src/sql/dialects/dialect.ts';
import { questionToSql } from '../../src/sql/dialects/question-sql.ts';
import { statementToQuestion } from '../../src/sql/statement-to-question.ts';
import { createRandom } from '../geo/create-random.ts';
import { createAtlas } from '../ui/create-atlas.ts';

const atlas = createAtlas();
const read = (sql: string) => {
  const reading = statementToQuestion(sql, atlas);
  if (reading.kind === 'unfit') throw new Error(reading.error.message);
  if (reading.kind === 'refused') throw new Error(`${reading.reason}: ${reading.word}`);
  return reading.question;
};
const whereOf = (test: string) => read(`SELECT * FROM parcelles p WHERE ${test}`).where;
const refusal = (sql: string) => {
  const reading = statementToQuestion(sql, atlas);
  return reading.kind === 'refused' ? [reading.reason, reading.word] : reading;
};

describe('a statement that a question was written as', () => {
  const zone: Condition = { kind: 'among', field: 'TYPEZONE', values: ['AUc', 'AUs'] };
  const conditions: Condition[] = [
    { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
    { kind: 'contains', field: 'nom', text: 'l’été ’d' },
    { kind: 'empty', field: 'adresse' },
    { kind: 'empty', field: 'contenance' },
    { kind: 'compare', field: 'date', op: '>=', value: '2024-01-01' },
    { kind: 'compare', field: 'date', op: '<', value: 'vers 1900' },
    { kind: 'compare', field: 'arpente', op: '=', value: true },
    { kind: 'measure', measure: 'area', op: '>=', value: 12.5 },
    { kind: 'distance', metres: 100, layer: 'cours_eau' },
    { kind: 'overlap', minShare: 0.5, layer: 'zone_urba', where: [zone] },
    { kind: 'overlap', minShare: 0, layer: 'zone_urba' },
    { kind: 'inside', layer: 'zone_urba', where: [zone, { kind: 'empty', field: 'LIBELLE' }] },
    { kind: 'encloses', layer: 'gares' },
    { kind: 'intersects', layer: 'cours_eau' },
    { kind: 'equals', layer: 'zone_urba' },
    { kind: 'touches', layer: 'zone_urba' },
    { kind: 'touches', layer: 'parcelles', where: [{ kind: 'empty', field: 'nom' }] },
    { kind: 'distance', metres: 20, layer: 'parcelles' },
    {
      kind: 'overlap',
      minShare: 0.25,
      layer: 'zone_urba',
      where: [
        zone,
        { kind: 'not', condition: { kind: 'encloses', layer: 'gares' } },
        {
          kind: 'overlap',
          minShare: 0.1,
          layer: 'parcelles',
          where: [{ kind: 'empty', field: 'nom' }],
        },
      ],
    },
    {
      kind: 'inside',
      layer: 'zone_urba',
      where: [{ kind: 'or', conditions: [zone, { kind: 'encloses', layer: 'gares' }] }],
    },
  ];

  it.each(conditions.map((where) => [where.kind, where] as const))('comes back: %s', (_, where) => {
    for (const each of [where, { kind: 'not', condition: where } as const]) expectBack(each);
  });

  it('comes back for any tree of conditions', () => {
    const random = createRandom(7);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const grow = (depth: number): Condition => {
      if (depth === 0 || random() < 0.4) return pick(conditions);
      if (random() < 0.3) return { kind: 'not', condition: grow(depth - 1) };
      const count = Math.floor(random() * 4);
      const inner = Array.from({ length: count }, () => grow(depth - 1));
      return { kind: random() < 0.5 ? 'and' : 'or', conditions: inner };
    };
    for (let i = 0; i < 300; i++) expectBack(grow(3));
  });

  it('comes back with its groups', () => {
    const question: Question = { target: 'parcelles', where: zoneRelation, groupBy: 'nom' };
    const { groups } = questionToSql(question, atlas, 'duckdb');
    expect(read(groups as string)).toEqual({ ...question, where: zoneRelation });
  });

  const zoneRelation: Condition = { kind: 'inside', layer: 'zone_urba' };

  it('is refused where the text of an overlap was changed', () => {
    const where: Condition = { kind: 'overlap', minShare: 0.5, layer: 'zone_urba' };
    const { select } = questionToSql({ target: 'parcelles', where }, atlas, 'duckdb');
    expect(refusal(select.replace('1e-6 *', '1e-3 *'))).toEqual(['overlap', '1e-3']);
  });

  function expectBack(where: Condition): void {
    const question: Question = { target: 'parcelles', where };
    const { select } = questionToSql(question, atlas, 'duckdb');
    const back = read(select);
    expect(plain(back.where), select).toEqual(plain(where));
    expect(back.target).toBe('parcelles');
  }
});

describe('a statement that somebody wrote', () => {
  it('means the rows for which its test is true, missing values on neither side', () => {
    expect(whereOf('NOT (p.contenance > 5)')).toEqual({
      kind: 'compare',
      field: 'contenance',
      op: '<=',
      value: 5,
    });
    expect(whereOf("NOT (nom = 'a' AND contenance IN (1, 2))")).toEqual({
      kind: 'or',
      conditions: [
        { kind: 'compare', field: 'nom', op: '!=', value: 'a' },
        {
          kind: 'and',
          conditions: [
            { kind: 'compare', field: 'contenance', op: '!=', value: 1 },
            { kind: 'compare', field: 'contenance', op: '!=', value: 2 },
          ],
        },
      ],
    });
    expect(whereOf('contenance IS NOT NULL')).toEqual({
      kind: 'not',
      condition: { kind: 'empty', field: 'contenance' },
    });
  });

  it('takes sizes in hectares, BETWEEN, and constants on the left', () => {
    expect(whereOf('ST_Area(p.geom) / 10000 > 2')).toEqual({
      kind: 'measure',
      measure: 'area',
      op: '>',
      value: 20_000,
    });
    expect(whereOf('2 * 1000 <= ST_Area(geom)')).toMatchObject({ op: '>=', value: 2000 });
    expect(whereOf('contenance BETWEEN 1 AND 5')).toMatchObject({
      conditions: [
        { op: '>=', value: 1 },
        { op: '<=', value: 5 },
      ],
    });
  });

  it('says where LIKE is not quite “contains”', () => {
    const reading = statementToQuestion("SELECT * FROM parcelles WHERE nom LIKE '%Mont%'", atlas);
    expect(reading).toMatchObject({
      notes: ['contains'],
      question: { where: { kind: 'contains', field: 'nom', text: 'Mont' } },
    });
  });

  const near: Condition = { kind: 'distance', metres: 50, layer: 'cours_eau' };
  it.each([
    'SELECT * FROM parcelles p WHERE EXISTS (SELECT 1 FROM cours_eau c WHERE ST_DWithin(p.geom, c.geom, 50))',
    'SELECT * FROM parcelles WHERE EXISTS (FROM cours_eau c WHERE ST_Distance(c.geom, parcelles.geom) <= 50)',
    'SELECT p.* FROM parcelles p SEMI JOIN cours_eau c ON ST_DWithin(p.geom, c.geom, 50)',
    'SELECT DISTINCT p.id, p.nom FROM parcelles p JOIN cours_eau c ON ST_DWithin(p.geom, c.geom, 50)',
    'SELECT count(DISTINCT p.id) FROM parcelles p, cours_eau c WHERE ST_DWithin(p.geom, c.geom, 50)',
    'SELECT * FROM parcelles WHERE id IN (SELECT p.id FROM parcelles p JOIN cours_eau c ON ST_DWithin(p.geom, c.geom, 50))',
    'WITH pres AS (SELECT * FROM parcelles p SEMI JOIN cours_eau c ON ST_DWithin(p.geom, c.geom, 50)) FROM pres ORDER BY id',
  ])('relates by any of the usual forms: %s', (sql) => {
    expect(read(sql)).toEqual({ target: 'parcelles', where: near });
  });

  it('relates to related features, one within the other', () => {
    const where = whereOf(`NOT EXISTS (SELECT 1 FROM zone_urba z WHERE ST_Within(p.geom, z.geom)
      AND z.TYPEZONE = 'AUc' AND EXISTS (SELECT 1 FROM gares g WHERE ST_Contains(z.geom, g.geom)))`);
    expect(where).toEqual({
      kind: 'not',
      condition: {
        kind: 'inside',
        layer: 'zone_urba',
        where: [
          { kind: 'compare', field: 'TYPEZONE', op: '=', value: 'AUc' },
          { kind: 'encloses', layer: 'gares' },
        ],
      },
    });
  });

  it('counts by a field', () => {
    const sql =
      'SELECT nom, count(*) AS n, sum(ST_Area(geom)) FROM parcelles GROUP BY 1 ORDER BY n';
    expect(read(sql)).toEqual({
      target: 'parcelles',
      where: { kind: 'and', conditions: [] },
      groupBy: 'nom',
    });
  });

  it.each([
    ['SELECT * FROM parcelles LIMIT 5', 'clause', 'LIMIT 5'],
    ['SELECT * FROM parcelles UNION SELECT * FROM zone_urba', 'form', 'SELECT * FROM zone_urba'],
    ['SELECT * FROM ailleurs', 'table', 'ailleurs'],
    ['SELECT avg(contenance) FROM parcelles', 'aggregate', 'avg(contenance)'],
    ['SELECT * FROM (SELECT count(*) FROM parcelles) x', 'aggregate', 'count(*)'],
    ['SELECT count(*) FILTER (nom = 1) FROM parcelles', 'aggregate', 'count'],
    ["SELECT * FROM parcelles WHERE nom LIKE 'Mont%'", 'pattern', "nom LIKE 'Mont%'"],
    ['SELECT * FROM parcelles WHERE contenance = nom', 'expression', 'contenance = nom'],
    ['SELECT * FROM parcelles WHERE contenance = NULL', 'null-value', 'contenance = NULL'],
    ['SELECT * FROM parcelles WHERE inconnu = 1', 'column', 'inconnu = 1'],
    ['SELECT DISTINCT nom FROM parcelles', 'duplicates', 'nom'],
    [
      'SELECT * FROM parcelles p JOIN zone_urba z ON ST_Intersects(p.geom, z.geom)',
      'duplicates',
      'zone_urba z ',
    ],
    [
      'SELECT * FROM parcelles p WHERE EXISTS (SELECT 1 FROM parcelles r WHERE ST_Touches(p.geom, r.geom))',
      'self',
      'EXISTS',
    ],
    ['SHOW TABLES', 'not-select', 'SHOW'],
  ])('is refused at its place: %s', (sql, reason, word) => {
    const [seen, place] = refusal(sql) as [string, string];
    expect(seen).toBe(reason);
    expect(place.startsWith(word.trim())).toBe(true);
  });
});

/** The same tree as statements have it: groups of one are what they hold, groups of all at the top are one. */
function plain(condition: Condition, isTop = true): Condition {
  if (condition.kind === 'not') {
    return { kind: 'not', condition: plain(condition.condition, false) };
  }
  if (condition.kind === 'contains') return { ...condition, text: foldAccents(condition.text) };
  if (condition.kind !== 'and' && condition.kind !== 'or') return condition;
  const kind = condition.kind;
  const inner = condition.conditions
    .map((child) => plain(child, isTop && kind === 'and'))
    .flatMap((child) =>
      isTop && kind === 'and' && child.kind === 'and' ? child.conditions : [child],
    );
  return inner.length === 1 ? plain(inner[0] as Condition, isTop) : { kind, conditions: inner };
}
