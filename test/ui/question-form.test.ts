import { expect, test } from 'vitest';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { checkQuestion } from '../../src/domain/check-question.ts';
import type { Field } from '../../src/domain/layer.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import type { Condition } from '../../src/domain/question.ts';
import {
  firstCondition,
  operatorOf,
  operatorsOf,
  withOperator,
} from '../../src/ui/question/attribute-operators.ts';
import { conditionChoices, relatedLayers } from '../../src/ui/question/condition-choices.ts';
import { findIncomplete } from '../../src/ui/question/incomplete.ts';
import { createAtlas } from './create-atlas.ts';

const atlas = createAtlas();
const parcels = findLayer(atlas, 'parcelles');
const fieldOf = (name: string) => parcels.fields.find((field) => field.name === name) as Field;

function incompleteOf(...conditions: Condition[]): string[] {
  const where: Condition = { kind: 'and', conditions };
  return findIncomplete({ target: 'parcelles', where }).map(({ path }) => path);
}

test('every choice that is offered makes sense for the catalogue', () => {
  for (const target of atlas.layers) {
    for (const filter of ['', 'a', 'e']) {
      for (const { choices } of conditionChoices(target, atlas, filter)) {
        for (const { condition } of choices) {
          checkQuestion({ target: target.id, where: condition }, atlas);
        }
      }
    }
  }
});

test('a filter finds relations by the layer they reach, accents aside', () => {
  const found = conditionChoices(parcels, atlas, 'gare').flatMap(({ choices }) => choices);
  expect(found.map(({ condition }) => condition)).toContainEqual({
    kind: 'distance',
    metres: 100,
    layer: 'gares',
  });
  const states = conditionChoices(parcels, atlas, 'etat').flatMap(({ choices }) => choices);
  expect(states.map(({ label }) => label)).toEqual(['État']);
});

test('travel is offered where there is a network to travel over, and only there', () => {
  const kindsIn = (catalogue: Catalogue) =>
    conditionChoices(parcels, catalogue, '').flatMap(({ choices }) =>
      choices.map(({ condition }) => condition.kind),
    );
  const still = { ...atlas, layers: atlas.layers.filter(({ network }) => !network) };
  expect([kindsIn(atlas).includes('travel'), kindsIn(still).includes('travel')]).toEqual([
    true,
    false,
  ]);
});

test.each([0, -5, 121, Number.NaN])(
  'a time of travel of %d minutes is to be written anew',
  (minutes) => {
    const where: Condition = { kind: 'travel', mode: 'foot', minutes, layer: 'gares' };
    expect(incompleteOf(where)).toEqual(['where.conditions.0']);
    expect(() => checkQuestion({ target: 'parcelles', where }, atlas)).toThrow('minutes');
  },
);

test('points overlap nothing and lines contain nothing', () => {
  const stations = findLayer(atlas, 'gares');
  expect(relatedLayers('overlap', stations, atlas)).toEqual([]);
  expect(relatedLayers('inside', stations, atlas).map(({ id }) => id)).toEqual([
    'parcelles',
    'zone_urba',
  ]);
});

test.each(parcels.fields.map((field) => [field.label, field] as const))(
  'each operator offered on %s is the one its condition has',
  (_label, field) => {
    const first = firstCondition(field, true);
    expect(operatorsOf(field)).toContain(operatorOf(first));
    for (const operator of operatorsOf(field)) {
      expect(operatorOf(withOperator(first, operator, field))).toBe(operator);
    }
  },
);

test('a value is kept when only its operator changes', () => {
  const nom = fieldOf('nom');
  const contains: Condition = { kind: 'contains', field: 'nom', text: 'Gare' };
  expect(withOperator(contains, '=', nom)).toEqual({
    kind: 'compare',
    field: 'nom',
    op: '=',
    value: 'Gare',
  });
  expect(withOperator(contains, 'among', nom)).toEqual({
    kind: 'among',
    field: 'nom',
    values: ['Gare'],
  });
});

test('conditions still to be written are found where they stand', () => {
  expect(
    incompleteOf(
      { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
      { kind: 'not', condition: { kind: 'among', field: 'etat', values: [] } },
      { kind: 'distance', metres: Number.NaN, layer: 'gares' },
      { kind: 'or', conditions: [] },
    ),
  ).toEqual(['where.conditions.1.condition', 'where.conditions.2', 'where.conditions.3']);
});

test('a complete question passes the checks that a link would', () => {
  const where: Condition = { kind: 'distance', metres: 100, layer: 'gares' };
  expect(incompleteOf(where)).toEqual([]);
  expect(() => parseQuestion({ target: 'parcelles', where })).not.toThrow();
});
