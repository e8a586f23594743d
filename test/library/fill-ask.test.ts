import { expect, it } from 'vitest';
import type { SavedQuestion } from '../../src/domain/library.ts';
import { fillAsk } from '../../src/sql/fill-ask.ts';
import { fillStatement, namesInStatement } from '../../src/sql/fill-statement.ts';

const PARAMETERS: SavedQuestion['parameters'] = [
  { name: 'commune', label: 'Commune', type: 'commune', value: '62119' },
  { name: 'distance', label: 'Distance', type: 'number', value: 300, min: 0, max: 1000 },
  { name: 'mode', label: 'Mode', type: 'choice', value: 'foot', options: ['foot', 'bike'] },
  { name: 'rue', label: 'Rue', type: 'text', value: "l'Abbé" },
];

const SQL: Pick<SavedQuestion, 'ask' | 'parameters'> = {
  ask: {
    sql: [
      "SELECT '$rue', $rue, $distance -- $mode",
      'FROM communes WHERE code = $commune OR nom = $mode OR $$ $rue $$ = 1',
    ],
  },
  parameters: PARAMETERS,
};

const QUESTION: Pick<SavedQuestion, 'ask' | 'parameters'> = {
  ask: {
    question: {
      target: 'parcelles',
      where: {
        kind: 'and',
        conditions: [
          { kind: 'compare', field: 'commune', op: '=', value: '$commune' },
          { kind: 'contains', field: 'voie', text: 'prix en $' },
          { kind: 'distance', layer: 'gares', metres: '$distance' },
        ],
      },
    },
  },
  parameters: PARAMETERS,
};

it('a name in a statement becomes a literal, but for texts and comments', () => {
  const ask = fillAsk(SQL, { rue: "x'; DROP TABLE communes; --" });
  if (!('sql' in ask)) throw new Error('no statement');
  expect(ask.sql).toEqual([
    "SELECT '$rue', 'x''; DROP TABLE communes; --', 300 -- $mode",
    "FROM communes WHERE code = '62119' OR nom = 'foot' OR $$ $rue $$ = 1",
  ]);
  expect(namesInStatement(['SELECT $b, $a, $b, $1', '-- $c'])).toEqual(['b', 'a']);
  expect(() => fillStatement(['SELECT $absent'], {})).toThrow('no value for $absent');
});

it('a name in a question becomes the value itself, a number where one is wanted', () => {
  const ask = fillAsk(QUESTION, { commune: '62178', distance: '1000' });
  if (!('question' in ask)) throw new Error('no question');
  expect(ask.question.where).toEqual({
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'commune', op: '=', value: '62178' },
      { kind: 'contains', field: 'voie', text: 'prix en $' },
      { kind: 'distance', layer: 'gares', metres: 1000 },
    ],
  });
});

it.each([
  [{ distance: 1001 }, 'parameters.distance'],
  [{ distance: 'loin' }, 'parameters.distance'],
  [{ mode: 'horse' }, 'parameters.mode'],
  [{ commune: 'Béthune' }, 'parameters.commune'],
  [{ absent: 1 }, 'parameters.absent'],
])('%j is refused at %s', (values, path) => {
  const refusal = expect.objectContaining({
    code: 'question-invalid',
    context: expect.objectContaining({ path }),
  });
  for (const saved of [SQL, QUESTION]) {
    expect(() => fillAsk(saved, values as Record<string, string | number>)).toThrow(refusal);
  }
});

it('a question that its values do not make one is refused with its path', () => {
  const saved: Pick<SavedQuestion, 'ask' | 'parameters'> = {
    ask: {
      question: {
        target: 'communes',
        where: { kind: 'distance', layer: 'gares', metres: '$loin' },
      },
    },
    parameters: [{ name: 'loin', label: 'Loin', type: 'text', value: 'non' }],
  };
  expect(() => fillAsk(saved)).toThrow(/where\.metres/);
});
