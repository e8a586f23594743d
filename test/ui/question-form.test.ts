import { expect, test } from 'vitest';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { checkQuestion } from '../../src/domain/check-question.ts';
import type { Field, Layer } from '../../src/domain/layer.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import type { Condition } from '../../src/domain/question.ts';
import type { Shape } from '../../src/domain/shape.ts';
import { findGaps } from '../../src/state/draft-gaps.ts';
import {
  firstCondition,
  operatorOf,
  operatorsOf,
  withOperator,
} from '../../src/ui/question/attribute-operators.ts';
import { relatedLayers } from '../../src/ui/question/first-conditions.ts';
import { suggestOwn } from '../../src/ui/question/suggest-conditions.ts';
import { suggestRelations, suggestResults } from '../../src/ui/question/suggest-relations.ts';
import { findSuggestions, type Suggestion } from '../../src/ui/question/suggestion.ts';
import { createAtlas } from './create-atlas.ts';

const atlas = createAtlas();
const parcels = findLayer(atlas, 'parcelles');
const fieldOf = (name: string) => parcels.fields.find((field) => field.name === name) as Field;

function incompleteOf(...conditions: Condition[]): string[] {
  const where: Condition = { kind: 'and', conditions };
  return findGaps({ target: 'parcelles', where }).map(({ path }) => path);
}

const SECTOR: Shape = {
  name: 'Nord',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [2.6, 50.5],
        [2.7, 50.5],
        [2.7, 50.6],
        [2.6, 50.5],
      ],
    ],
  },
};
const COMMUNES = [
  { code: '62119', name: 'Béthune' },
  { code: '62048', name: 'Auchy-les-Mines' },
];

function suggestionsFor(target: Layer, catalogue = atlas): Suggestion[] {
  const where: Condition = { kind: 'empty', field: 'nom' };
  const questions = [{ name: 'Gares sans nom', question: { target: 'gares', where } }];
  return [
    ...suggestOwn({ target, catalogue, communes: COMMUNES, values: { nom: ['Le Bois'] } }),
    ...suggestRelations({ target, catalogue, drawn: [SECTOR] }),
    ...suggestResults(questions, { target, catalogue }),
  ];
}

function found(text: string, target = parcels): Suggestion[] {
  return findSuggestions(suggestionsFor(target), text).lists.flatMap((list) => list.suggestions);
}

test('every condition that is suggested makes sense for the catalogue', () => {
  for (const target of atlas.layers) {
    for (const { action } of suggestionsFor(target)) {
      if (action.kind === 'draw') continue;
      checkQuestion({ target: target.id, where: action.condition }, atlas);
    }
  }
});

test('a layer is found by its noun, accents aside, and the distance to it comes first', () => {
  expect(found('gàre')[0]).toMatchObject({
    label: 'à moins de 100\u202fm d’une gare',
    action: { condition: { kind: 'distance', metres: 100, layer: 'gares' } },
  });
});

test('an official code finds the field that has it with the code chosen, and codes of one stem together', () => {
  const zones = findLayer(atlas, 'zone_urba');
  expect(found('AU', zones)[0]?.action).toMatchObject({
    condition: { kind: 'among', field: 'TYPEZONE', values: ['AUc', 'AUs'] },
  });
  expect(found('AUc', parcels)[0]?.action).toMatchObject({
    condition: {
      kind: 'overlap',
      layer: 'zone_urba',
      where: [{ kind: 'among', field: 'TYPEZONE' }],
    },
  });
  expect(found('opposable')[0]?.action).toMatchObject({ condition: { values: ['03'] } });
});

test('a field of the layer itself comes before its values and relations to layers of that name', () => {
  const zones = findLayer(atlas, 'zone_urba');
  const [first, ...others] = found('zone', zones);
  expect(first).toMatchObject({ group: 'field', label: 'Type de zone' });
  expect(others.some(({ group }) => group === 'relation')).toBe(true);
});

test('values of small fields, drawn shapes and results of other questions are found by their names', () => {
  expect(found('le bois')[0]?.action).toMatchObject({ condition: { values: ['Le Bois'] } });
  expect(found('nord')[0]?.action).toMatchObject({ condition: { kind: 'inside', shape: SECTOR } });
  expect(found('sans nom')[0]?.action).toMatchObject({
    condition: { layer: 'gares', where: [{ kind: 'empty', field: 'nom' }] },
  });
});

test('no more are listed than can be looked through, and the others are counted', () => {
  const all = suggestionsFor(parcels);
  const { lists, more } = findSuggestions(all, 'e');
  const shown = lists.flatMap(({ suggestions }) => suggestions).length;
  expect(shown).toBe(Math.min(40, all.length));
  const fitting = all.filter(({ text }) => text.includes('e'));
  expect(shown + more).toBe(new Set(fitting.map(({ action }) => action)).size);
});

test('what is proposed at once and in its group is found once by its name', () => {
  const fields = found('état').filter(({ label }) => label === 'État');
  expect(fields).toHaveLength(1);
});

test('travel is offered where there is a network to travel over, and only there', () => {
  const kindsIn = (catalogue: Catalogue) =>
    suggestionsFor(parcels, catalogue).map(({ action }) => action.condition.kind);
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
