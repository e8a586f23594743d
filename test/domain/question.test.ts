import { describe, expect, it } from 'vitest';
import { checkQuestion } from '../../src/domain/check-question.ts';
import type { AppError } from '../../src/domain/errors.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import {
  type Condition,
  layersOf,
  layersRead,
  MAX_DISTANCE_M,
  MAX_MINUTES,
  MAX_NESTING,
  type Question,
  RELATION_KINDS,
  type RelationKind,
} from '../../src/domain/question.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([
  createLayer(),
  createLayer({
    id: 'ppr',
    fields: [{ name: 'typereglement', label: 'Règlement', type: 'text' }],
  }),
  createLayer({ id: 'cours_eau', geometry: 'line', fields: [] }),
  createLayer({ id: 'gares', geometry: 'point', fields: [] }),
  createLayer({
    id: 'voirie',
    geometry: 'line',
    fields: [],
    network: { field: 'nature', speeds: { foot: {}, bike: {}, car: {} } },
  }),
]);

function faultOf(action: () => unknown): AppError {
  try {
    action();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('nothing was thrown');
}

const near = (metres: number): Condition => ({ kind: 'distance', layer: 'gares', metres });

function check(where: Condition, target = 'parcelles'): void {
  checkQuestion({ target, where }, catalogue);
}

describe('parseQuestion', () => {
  it('gives back a question with every kind of condition', () => {
    const question: Question = {
      target: 'parcelles',
      where: {
        kind: 'and',
        conditions: [
          { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
          { kind: 'or', conditions: [{ kind: 'empty', field: 'id' }] },
          { kind: 'not', condition: { kind: 'inside', layer: 'ppr' } },
          { kind: 'measure', measure: 'area', op: '>=', value: 1 },
          { kind: 'contains', field: 'id', text: 'AB' },
          { kind: 'distance', layer: 'cours_eau', metres: 100 },
          { kind: 'travel', mode: 'bike', layer: 'gares', minutes: 12.5 },
          {
            kind: 'overlap',
            layer: 'ppr',
            minShare: 0.5,
            where: [{ kind: 'among', field: 'typereglement', values: ['02'] }],
          },
          { kind: 'intersects', layer: 'ppr' },
          { kind: 'encloses', layer: 'gares' },
          { kind: 'touches', layer: 'ppr' },
          { kind: 'crosses', layer: 'cours_eau' },
          { kind: 'overlaps', layer: 'ppr' },
          { kind: 'equals', layer: 'ppr' },
        ],
      },
      groupBy: 'arpente',
    };
    expect(parseQuestion(JSON.parse(JSON.stringify(question)))).toEqual(question);
  });

  it('names the path of a value of the wrong type', () => {
    const where = { kind: 'and', conditions: [{ kind: 'distance', layer: 'ppr', metres: '100' }] };
    const fault = faultOf(() => parseQuestion({ target: 'parcelles', where }));
    expect(fault.code).toBe('question-invalid');
    expect(fault.context.path).toBe('where.conditions.0.metres');
  });

  it.each([
    ['no object', 12],
    ['no target', { where: { kind: 'and', conditions: [] } }],
    ['an unknown kind', { target: 'a', where: { kind: 'near' } }],
    ['a share over 1', { target: 'a', where: { kind: 'overlap', layer: 'b', minShare: 50 } }],
    ['a negative distance', { target: 'a', where: { kind: 'distance', layer: 'b', metres: -1 } }],
    ['a distance over the territory', { target: 'a', where: near(MAX_DISTANCE_M + 1) }],
    ['a distance without end', { target: 'a', where: near(Number.POSITIVE_INFINITY) }],
    ['a distance that is no number', { target: 'a', where: near(Number.NaN) }],
    ['an empty list', { target: 'a', where: { kind: 'among', field: 'x', values: [] } }],
    ['an extra key', { target: 'a', where: { kind: 'and', conditions: [] }, sql: 'DROP' }],
  ])('refuses %s', (_name, json) => {
    expect(faultOf(() => parseQuestion(json)).code).toBe('question-invalid');
  });
});

describe('checkQuestion', () => {
  it('accepts a question that fits the catalogue', () => {
    expect(() => check({ kind: 'distance', layer: 'gares', metres: 300 })).not.toThrow();
  });

  it.each<[string, Condition, string, string]>([
    ['a layer that is not there', { kind: 'inside', layer: 'x' }, 'layer-unknown', 'where.layer'],
    ['a field that is not there', { kind: 'empty', field: 'x' }, 'field-unknown', 'where.field'],
    [
      'text compared with a number',
      { kind: 'compare', field: 'contenance', op: '>', value: 'beaucoup' },
      'question-invalid',
      'where.value',
    ],
    [
      'the length of polygons',
      { kind: 'measure', measure: 'length', op: '>', value: 1 },
      'question-invalid',
      'where.measure',
    ],
    [
      'lines that contain',
      { kind: 'inside', layer: 'cours_eau' },
      'question-invalid',
      'where.layer',
    ],
    [
      'an unknown field of the related layer',
      { kind: 'intersects', layer: 'ppr', where: [{ kind: 'empty', field: 'x' }] },
      'field-unknown',
      'where.where.0.field',
    ],
    [
      'a fault deep in the tree',
      { kind: 'not', condition: { kind: 'or', conditions: [{ kind: 'empty', field: 'x' }] } },
      'field-unknown',
      'where.condition.conditions.0.field',
    ],
  ])('refuses %s and says where', (_name, where, code, path) => {
    const fault = faultOf(() => check(where));
    expect([fault.code, fault.context.path]).toEqual([code, path]);
  });

  it.each([-1, MAX_DISTANCE_M + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses a distance of %d m, at its field',
    (metres) => {
      expect(faultOf(() => check(near(metres))).context.path).toBe('where.metres');
    },
  );

  it('refuses a share that is no share, at its field', () => {
    const fault = faultOf(() => check({ kind: 'overlap', layer: 'ppr', minShare: 1.5 }));
    expect(fault.context.path).toBe('where.minShare');
  });
});

describe('travel', () => {
  const walk: Condition = { kind: 'travel', mode: 'foot', minutes: 15, layer: 'gares' };

  it('needs a network in the catalogue', () => {
    const still = { ...catalogue, layers: catalogue.layers.filter(({ network }) => !network) };
    const fault = faultOf(() => checkQuestion({ target: 'parcelles', where: walk }, still));
    expect([fault.code, fault.context.path]).toEqual(['network-missing', 'where']);
  });

  it.each([0, -1, MAX_MINUTES + 1, Number.NaN])('refuses %d minutes, at their field', (minutes) => {
    expect(faultOf(() => check({ ...walk, minutes } as Condition)).context.path).toBe(
      'where.minutes',
    );
  });

  it('reads the network beside the layers that the question names', () => {
    const question = { target: 'parcelles', where: walk };
    expect(layersRead(question, catalogue)).toEqual(['parcelles', 'gares', 'voirie']);
    expect(layersOf(question)).toEqual(['parcelles', 'gares']);
  });

  it('by another mode is no question', () => {
    const parse = () => parseQuestion({ target: 'a', where: { ...walk, mode: 'horse' } });
    expect(faultOf(parse).context.path).toBe('where.mode');
  });
});

describe('the relations of each family of geometry', () => {
  const layers = { point: 'gares', line: 'cours_eau', polygon: 'ppr' };

  /** Where the fault of each relation between two families stands: nowhere, at the other layer, or at the relation. */
  function faultPlaces(kind: RelationKind): string[] {
    return Object.values(layers).map((target) =>
      Object.values(layers)
        .map((layer) => {
          const relation = { kind, layer, metres: 1, minutes: 1, minShare: 0 } as Condition;
          try {
            check(relation, target);
            return 'fits';
          } catch (error) {
            return String((error as AppError).context.path).replace('where.', '');
          }
        })
        .join(' '),
    );
  }

  it.each<[RelationKind, string, string, string]>([
    ['distance', 'fits fits fits', 'fits fits fits', 'fits fits fits'],
    ['travel', 'layer fits fits', 'fits layer fits', 'fits fits layer'],
    ['intersects', 'fits fits fits', 'fits fits fits', 'fits fits fits'],
    ['overlap', 'kind kind kind', 'layer layer fits', 'layer layer fits'],
    ['inside', 'layer layer fits', 'layer layer fits', 'layer layer fits'],
    ['encloses', 'kind kind kind', 'kind kind kind', 'fits fits fits'],
    ['touches', 'layer fits fits', 'fits fits fits', 'fits fits fits'],
    ['crosses', 'kind kind kind', 'layer fits fits', 'layer fits layer'],
    ['overlaps', 'kind kind kind', 'layer fits layer', 'layer layer fits'],
    ['equals', 'fits layer layer', 'layer fits layer', 'layer layer fits'],
  ])('%s: of points %s, of lines %s, of polygons %s', (kind, ...wanted) => {
    expect(faultPlaces(kind)).toEqual(wanted);
  });

  it('are all told of', () => {
    expect(RELATION_KINDS).toHaveLength(10);
  });
});

it('a question reads each of its layers once, its target first', () => {
  const close = (layer: string): Condition => ({ kind: 'distance', layer, metres: 1 });
  const where: Condition = {
    kind: 'and',
    conditions: [close('ppr'), { kind: 'not', condition: close('gares') }, close('ppr')],
  };
  expect(layersOf({ target: 'parcelles', where })).toEqual(['parcelles', 'ppr', 'gares']);
});

describe('conditions on related features', () => {
  const nested = (where: Condition[]): Condition => ({ kind: 'intersects', layer: 'ppr', where });
  const ring = [
    [2.5, 50.5],
    [2.6, 50.5],
    [2.6, 50.6],
    [2.5, 50.5],
  ];
  const polygon = (...coordinates: number[][][]): Condition => ({
    kind: 'inside',
    shape: { name: 'Nord', geometry: { type: 'Polygon', coordinates } },
  });
  const deep = (levels: number): Condition =>
    levels === 1 ? nested([]) : { kind: 'not', condition: deep(levels - 1) };

  it.each<[string, Condition]>([
    [
      'relations and sizes',
      nested([near(5), { kind: 'measure', measure: 'area', op: '>', value: 1 }]),
    ],
    ['a shape', nested([{ kind: 'not', condition: polygon(ring) }])],
    ['the target itself', nested([{ kind: 'distance', metres: 5, layer: 'parcelles' }])],
  ])('may be %s, and come back from their text', (_name, where) => {
    expect(() => check(where)).not.toThrow();
    const question = { target: 'parcelles', where };
    expect(parseQuestion(JSON.parse(JSON.stringify(question)))).toEqual(question);
  });

  it.each<[string, Condition, string, string | undefined]>([
    [
      'a field of the other layer',
      nested([{ kind: 'empty', field: 'contenance' }]),
      'where.where.0.field',
      undefined,
    ],
    [
      'a distance deep inside',
      nested([{ kind: 'or', conditions: [nested([]), nested([near(-1)])] }]),
      'where.where.0.conditions.1.where.0.metres',
      undefined,
    ],
    [
      'a line that nothing is inside',
      { kind: 'inside', shape: { name: '', geometry: { type: 'LineString', coordinates: ring } } },
      'where.shape',
      undefined,
    ],
    [
      'a position that is none',
      polygon([
        [2.5, 50.5],
        [2.6, Number.NaN],
        [2.6, 50.6],
        [2.5, 50.5],
      ]),
      'where.shape',
      'shape-position',
    ],
    [
      'a shape in metres',
      polygon([
        [170_000, 900_000],
        [2.6, 50.5],
        [2.6, 50.6],
        [170_000, 900_000],
      ]),
      'where.shape',
      'shape-position',
    ],
    [
      'a shape elsewhere',
      polygon([
        [5, 43],
        [5.1, 43],
        [5.1, 43.1],
        [5, 43],
      ]),
      'where.shape',
      'shape-far',
    ],
    ['an open ring', polygon([...ring.slice(0, 3), [2.55, 50.55]]), 'where.shape', 'shape-open'],
    [
      'two positions',
      polygon([
        [2.5, 50.5],
        [2.6, 50.5],
        [2.5, 50.5],
        [2.5, 50.5],
      ]),
      'where.shape',
      'shape-few',
    ],
    [
      'no width',
      polygon([
        [2.5, 50.5],
        [2.6, 50.6],
        [2.55, 50.55],
        [2.5, 50.5],
      ]),
      'where.shape',
      'shape-flat',
    ],
    ['nothing', polygon(), 'where.shape', 'shape-few'],
    [
      'travel to its own layer',
      { kind: 'travel', mode: 'foot', minutes: 5, layer: 'parcelles' },
      'where.layer',
      'own-travel',
    ],
    [
      'too many levels',
      deep(MAX_NESTING + 1),
      `where${'.condition'.repeat(MAX_NESTING)}`,
      'nested',
    ],
  ])('are refused for %s, at its place', (_name, where, path, fault) => {
    const { context } = faultOf(() => check(where));
    expect([context.path, context.fault]).toEqual([path, fault]);
  });

  it('may be as deep as is allowed, and no deeper, as text too', () => {
    const ask = (levels: number) => ({ target: 'parcelles', where: deep(levels) });
    expect(parseQuestion(ask(MAX_NESTING))).toEqual(ask(MAX_NESTING));
    expect(() => check(deep(MAX_NESTING))).not.toThrow();
    expect(faultOf(() => parseQuestion(ask(5000))).context.fault).toBe('nested');
  });

  it('are of a layer or of a shape, not of both and not of none', () => {
    const shape = { name: '', geometry: { type: 'Point', coordinates: [2.5, 50.5] } };
    const parse = (target: object) =>
      faultOf(() => parseQuestion({ target: 'a', where: { kind: 'intersects', ...target } }))
        .context.path;
    expect(parse({})).toBe('where.layer');
    expect(parse({ shape, layer: 'ppr' })).toBe('where.layer');
    expect(parse({ shape, where: [] })).toBe('where.where');
    expect(
      parse({ shape: { ...shape, geometry: { type: 'Point', coordinates: ['2', 50] } } }),
    ).toBe('where.shape.geometry.coordinates.0');
  });

  it('have their layers read with the others', () => {
    const where = nested([{ kind: 'distance', metres: 1, layer: 'cours_eau', where: [near(3)] }]);
    expect(layersOf({ target: 'parcelles', where })).toEqual([
      'parcelles',
      'ppr',
      'cours_eau',
      'gares',
    ]);
    const walk: Condition = { kind: 'travel', mode: 'foot', minutes: 5, layer: 'gares' };
    expect(layersRead({ target: 'parcelles', where: nested([walk]) }, catalogue)).toContain(
      'voirie',
    );
  });
});
