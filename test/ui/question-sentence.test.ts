import { expect, test } from 'vitest';
import { findLayer } from '../../src/domain/catalogue.ts';
import type { Condition, Question, RelationCondition } from '../../src/domain/question.ts';
import type { Shape } from '../../src/domain/shape.ts';
import { measureLabel } from '../../src/ui/strings/measure-label.ts';
import { questionToSentence } from '../../src/ui/strings/question-sentence.ts';
import { createAtlas } from './create-atlas.ts';

/** The sentence with plain spaces, so that expectations are readable. */
function sentence(question: Question): string {
  return questionToSentence(question, createAtlas()).replace(/[\u00a0\u202f]/g, ' ');
}

const ofParcels = (where: Condition) => sentence({ target: 'parcelles', where });
const notOfParcels = (condition: Condition) => ofParcels({ kind: 'not', condition });

test('the question of the first users reads as they asked it', () => {
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
      { kind: 'distance', metres: 100, layer: 'cours_eau' },
    ],
  };
  expect(ofParcels(where)).toBe(
    'Les parcelles dont la contenance cadastrale est supérieure à 2 000 m², ' +
      'recouvertes à au moins 50 % par des zones du PLU dont le type de zone est ' +
      '« AUc » (à urbaniser, ouverte) ou « AUs » (à urbaniser, fermée) ' +
      'et à moins de 100 m d’un cours d’eau.',
  );
});

const simple: [name: string, condition: Condition, kept: string, excepted: string][] = [
  [
    'a number',
    { kind: 'compare', field: 'contenance', op: '<=', value: 1250.5 },
    'dont la contenance cadastrale est inférieure ou égale à 1 250,5 m²',
    'dont la contenance cadastrale n’est pas inférieure ou égale à 1 250,5 m²',
  ],
  [
    'a text',
    { kind: 'compare', field: 'nom', op: '=', value: 'Rue de l’Église' },
    'dont le nom est « Rue de l’Église »',
    'dont le nom n’est pas « Rue de l’Église »',
  ],
  [
    'a code that only spells its meaning',
    { kind: 'among', field: 'etat', values: ['en_cours', '03'] },
    'dont l’état est « en cours » ou « 03 » (opposable)',
    'dont l’état n’est ni « en cours » ni « 03 » (opposable)',
  ],
  [
    'an elided label',
    { kind: 'contains', field: 'adresse', text: 'Gare' },
    'dont l’adresse contient « Gare »',
    'dont l’adresse ne contient pas « Gare »',
  ],
  [
    'a label of unknown gender',
    { kind: 'empty', field: 'xyz' },
    'dont le champ « Xyz » n’est pas renseigné',
    'dont le champ « Xyz » est renseigné',
  ],
  [
    'an empty feminine field',
    { kind: 'empty', field: 'contenance' },
    'dont la contenance cadastrale n’est pas renseignée',
    'dont la contenance cadastrale est renseignée',
  ],
  [
    'a yes or no',
    { kind: 'compare', field: 'arpente', op: '=', value: true },
    'dont la réponse à « Arpentée » est oui',
    'dont la réponse à « Arpentée » n’est pas oui',
  ],
  [
    'a date',
    { kind: 'compare', field: 'date', op: '<', value: '2026-01-01' },
    'dont la date de mise à jour est antérieure au 1er janvier 2026',
    'dont la date de mise à jour n’est pas antérieure au 1er janvier 2026',
  ],
  [
    'codes',
    { kind: 'among', field: 'etat', values: ['03', '09'] },
    'dont l’état est « 03 » (opposable) ou « 09 » (caduc)',
    'dont l’état n’est ni « 03 » (opposable) ni « 09 » (caduc)',
  ],
  [
    'an area',
    { kind: 'measure', measure: 'area', op: '>=', value: 2000 },
    'qui mesurent au moins 2 000 m²',
    'qui ne mesurent pas au moins 2 000 m²',
  ],
  [
    'a distance',
    { kind: 'distance', metres: 300, layer: 'gares' },
    'à moins de 300 m d’une gare',
    'à plus de 300 m de toute gare',
  ],
  [
    'a distance of zero',
    { kind: 'distance', metres: 0, layer: 'cours_eau' },
    'au contact d’un cours d’eau',
    'sans contact avec aucun cours d’eau',
  ],
  [
    'an overlap of any share',
    { kind: 'overlap', minShare: 0, layer: 'zone_urba' },
    'recouvertes en partie par des zones du PLU',
    'qui ne sont pas recouvertes en partie par des zones du PLU',
  ],
  [
    'a whole overlap',
    { kind: 'overlap', minShare: 1, layer: 'zone_urba' },
    'entièrement recouvertes par des zones du PLU',
    'qui ne sont pas entièrement recouvertes par des zones du PLU',
  ],
  [
    'a container',
    { kind: 'inside', layer: 'zone_urba' },
    'situées dans une zone du PLU',
    'qui ne sont pas situées dans une zone du PLU',
  ],
  [
    'a contact',
    { kind: 'intersects', layer: 'cours_eau' },
    'qui intersectent un cours d’eau',
    'qui n’intersectent aucun cours d’eau',
  ],
  [
    'what is contained',
    { kind: 'encloses', layer: 'gares' },
    'qui contiennent une gare',
    'qui ne contiennent aucune gare',
  ],
  [
    'a contact of borders',
    { kind: 'touches', layer: 'zone_urba' },
    'qui touchent par leur seul bord une zone du PLU',
    'qui ne touchent par leur seul bord aucune zone du PLU',
  ],
  [
    'a line that crosses',
    { kind: 'crosses', layer: 'cours_eau' },
    'traversées par un cours d’eau',
    'qui ne sont traversées par aucun cours d’eau',
  ],
  [
    'a part in common',
    { kind: 'overlaps', layer: 'zone_urba' },
    'qui chevauchent en partie une zone du PLU',
    'qui ne chevauchent en partie aucune zone du PLU',
  ],
  [
    'the same place',
    { kind: 'equals', layer: 'zone_urba' },
    'qui ont exactement la même emprise qu’une zone du PLU',
    'qui n’ont la même emprise qu’aucune zone du PLU',
  ],
];

test.each(simple)('%s is said, kept and excepted', (_name, condition, kept, excepted) => {
  expect(ofParcels(condition)).toBe(`Les parcelles ${kept}.`);
  expect(notOfParcels(condition)).toBe(`Les parcelles ${excepted}.`);
});

test('words agree with a masculine target', () => {
  const where: Condition = { kind: 'inside', layer: 'zone_urba' };
  expect(sentence({ target: 'cours_eau', where })).toBe(
    'Les cours d’eau situés dans une zone du PLU.',
  );
});

test('a line crosses, where a polygon is crossed', () => {
  const where: Condition = { kind: 'crosses', layer: 'zone_urba' };
  expect(sentence({ target: 'cours_eau', where })).toBe(
    'Les cours d’eau qui traversent une zone du PLU.',
  );
});

test('no condition asks for all', () => {
  const where: Condition = { kind: 'and', conditions: [] };
  expect(sentence({ target: 'parcelles', where })).toBe('Toutes les parcelles.');
  expect(sentence({ target: 'cours_eau', where })).toBe('Tous les cours d’eau.');
});

test('groups inside the question stand in brackets, excepted ones say so', () => {
  const near = (metres: number): Condition => ({ kind: 'distance', metres, layer: 'gares' });
  const either: Condition = {
    kind: 'or',
    conditions: [near(50), { kind: 'intersects', layer: 'cours_eau' }],
  };
  const big: Condition = { kind: 'measure', measure: 'area', op: '>', value: 500 };
  expect(ofParcels({ kind: 'and', conditions: [big, either] })).toBe(
    'Les parcelles qui mesurent plus de 500 m² et (à moins de 50 m d’une gare ou qui intersectent un cours d’eau).',
  );
  expect(ofParcels({ kind: 'and', conditions: [big, { kind: 'not', condition: either }] })).toBe(
    'Les parcelles qui mesurent plus de 500 m² et (à l’exception de celles à moins de 50 m d’une gare ou qui intersectent un cours d’eau).',
  );
});

test('two exceptions of one condition cancel each other', () => {
  const inner: Condition = { kind: 'intersects', layer: 'gares' };
  expect(notOfParcels({ kind: 'not', condition: inner })).toBe(ofParcels(inner));
});

test('several conditions on the other layer stand in brackets', () => {
  const where: Condition = {
    kind: 'intersects',
    layer: 'zone_urba',
    where: [
      { kind: 'among', field: 'TYPEZONE', values: ['AUc'] },
      { kind: 'contains', field: 'LIBELLE', text: '1AU' },
    ],
  };
  expect(ofParcels(where)).toBe(
    'Les parcelles qui intersectent une zone du PLU (dont le type de zone est « AUc » (à urbaniser, ouverte) et dont le libellé contient « 1AU »).',
  );
});

test('the field that is counted by is named', () => {
  const where: Condition = { kind: 'intersects', layer: 'gares' };
  expect(sentence({ target: 'parcelles', where, groupBy: 'nom' })).toBe(
    'Les parcelles qui intersectent une gare, comptées par nom.',
  );
});

test('a value still to be written is an ellipsis', () => {
  expect(ofParcels({ kind: 'compare', field: 'nom', op: '=', value: '' })).toBe(
    'Les parcelles dont le nom est ….',
  );
});

test.each<[Condition, string]>([
  [
    { kind: 'travel', mode: 'foot', minutes: 15, layer: 'gares' },
    'à moins de 15 minutes à pied d’une gare',
  ],
  [
    { kind: 'travel', mode: 'bike', minutes: 1, layer: 'cours_eau' },
    'à moins de 1 minute à vélo d’un cours d’eau',
  ],
  [
    {
      kind: 'not',
      condition: { kind: 'travel', mode: 'car', minutes: 7.5, layer: 'gares' },
    },
    'à plus de 7,5 minutes en voiture de toute gare',
  ],
  [
    { kind: 'travel', mode: 'foot', minutes: Number.NaN, layer: 'gares' },
    'à moins de … minutes à pied d’une gare',
  ],
])('a time of travel is said with its mode', (condition, clause) => {
  expect(ofParcels(condition)).toBe(`Les parcelles ${clause}.`);
});

test('columns of measures are named with their unit', () => {
  const atlas = createAtlas();
  const target = findLayer(atlas, 'parcelles');
  const relation = { kind: 'distance', metres: 100, layer: 'cours_eau' } as const;
  const distance = { name: 'distance_1_m', kind: 'distance', unit: 'm', relation } as const;
  const area = { name: 'area_m2', kind: 'area', unit: 'm²' } as const;
  expect(measureLabel(distance, target, atlas)).toBe('distance à un cours d’eau (m)');
  expect(measureLabel(area, target, atlas)).toBe('surface mesurée (m²)');
  const travel = { kind: 'travel', mode: 'bike', minutes: 15, layer: 'gares' } as const;
  const time = { name: 'minutes_1', kind: 'time', unit: 'min', relation: travel } as const;
  expect(measureLabel(time, target, atlas)).toBe('temps de trajet à vélo jusqu’à une gare (min)');
});

const zones = (where: Condition[]): Condition => ({
  kind: 'distance',
  metres: 100,
  layer: 'zone_urba',
  where,
});
const river: Condition = { kind: 'intersects', layer: 'cours_eau' };
const urban: Condition = { kind: 'among', field: 'TYPEZONE', values: ['U'] };
const geometries: Record<string, Shape['geometry']> = {
  polygon: {
    type: 'Polygon',
    coordinates: [
      [
        [2.5, 50.5],
        [2.6, 50.5],
        [2.6, 50.6],
        [2.5, 50.5],
      ],
    ],
  },
  line: {
    type: 'LineString',
    coordinates: [
      [2.5, 50.5],
      [2.6, 50.6],
    ],
  },
  points: {
    type: 'MultiPoint',
    coordinates: [
      [2.5, 50.5],
      [2.6, 50.6],
    ],
  },
};
const shape = (name: string, kind = 'polygon'): Shape => ({
  name,
  geometry: geometries[kind] as Shape['geometry'],
});

test.each<[name: string, condition: Condition, kept: string, excepted: string]>([
  [
    'features that are related themselves',
    zones([river]),
    'à moins de 100 m de l’une des zones du PLU qui intersectent un cours d’eau',
    'à plus de 100 m de toutes les zones du PLU qui intersectent un cours d’eau',
  ],
  [
    'features of several conditions',
    { kind: 'intersects', layer: 'zone_urba', where: [urban, { kind: 'not', condition: river }] },
    'qui intersectent l’une des zones du PLU (dont le type de zone est « U » et qui n’intersectent aucun cours d’eau)',
    'qui n’intersectent aucune des zones du PLU (dont le type de zone est « U » et qui n’intersectent aucun cours d’eau)',
  ],
  [
    'the result of another question',
    zones([
      {
        kind: 'and',
        conditions: [urban, { kind: 'measure', measure: 'area', op: '>', value: 5000 }],
      },
    ]),
    'à moins de 100 m de l’une des zones du PLU (dont le type de zone est « U » et qui mesurent plus de 5 000 m²)',
    'à plus de 100 m de toutes les zones du PLU (dont le type de zone est « U » et qui mesurent plus de 5 000 m²)',
  ],
  [
    'the result of a question without conditions',
    zones([{ kind: 'and', conditions: [] }]),
    'à moins de 100 m d’une zone du PLU',
    'à plus de 100 m de toute zone du PLU',
  ],
  [
    'another feature of the layer itself',
    { kind: 'distance', metres: 300, layer: 'parcelles' },
    'à moins de 300 m d’une autre parcelle',
    'à plus de 300 m de toute autre parcelle',
  ],
  [
    'other features of the layer itself',
    { kind: 'overlap', minShare: 0, layer: 'parcelles', where: [river] },
    'recouvertes en partie par d’autres parcelles qui intersectent un cours d’eau',
    'qui ne sont pas recouvertes en partie par d’autres parcelles qui intersectent un cours d’eau',
  ],
  [
    'a drawn sector',
    { kind: 'inside', shape: shape('Nord') },
    'situées dans le secteur dessiné « Nord »',
    'qui ne sont pas situées dans le secteur dessiné « Nord »',
  ],
  [
    'the distance to a drawn line',
    { kind: 'distance', metres: 50, shape: shape('variante 2', 'line') },
    'à moins de 50 m du tracé dessiné « variante 2 »',
    'à plus de 50 m du tracé dessiné « variante 2 »',
  ],
  [
    'the distance to drawn points',
    { kind: 'distance', metres: 50, shape: shape(' ', 'points') },
    'à moins de 50 m des points dessinés',
    'à plus de 50 m des points dessinés',
  ],
  [
    'a contact with a drawn sector',
    { kind: 'intersects', shape: shape('Nord') },
    'qui intersectent le secteur dessiné « Nord »',
    'qui n’intersectent pas le secteur dessiné « Nord »',
  ],
  [
    'a drawn line that crosses',
    { kind: 'crosses', shape: shape('rocade', 'line') },
    'traversées par le tracé dessiné « rocade »',
    'qui ne sont pas traversées par le tracé dessiné « rocade »',
  ],
  [
    'the outline of a drawn sector',
    { kind: 'equals', shape: shape('Nord') },
    'qui ont exactement la même emprise que le secteur dessiné « Nord »',
    'qui n’ont pas la même emprise que le secteur dessiné « Nord »',
  ],
  [
    'a share of a drawn sector',
    { kind: 'overlap', minShare: 0.5, shape: shape('Nord') },
    'recouvertes à au moins 50 % par le secteur dessiné « Nord »',
    'qui ne sont pas recouvertes à au moins 50 % par le secteur dessiné « Nord »',
  ],
])('%s: kept and excepted', (_name, condition, kept, excepted) => {
  expect(ofParcels(condition)).toBe(`Les parcelles ${kept}.`);
  expect(notOfParcels(condition)).toBe(`Les parcelles ${excepted}.`);
});

test('parentheses tell what belongs to the related features from what follows', () => {
  const where: Condition = { kind: 'and', conditions: [zones([river]), river] };
  expect(ofParcels(where)).toBe(
    'Les parcelles à moins de 100 m de l’une des zones du PLU (qui intersectent un cours d’eau) et qui intersectent un cours d’eau.',
  );
});

test('relations in relations agree with the features that they are of', () => {
  const inner: Condition = { kind: 'distance', metres: 20, layer: 'zone_urba', where: [river] };
  const where: Condition = {
    kind: 'intersects',
    layer: 'cours_eau',
    where: [{ kind: 'not', condition: inner }],
  };
  expect(ofParcels(where)).toBe(
    'Les parcelles qui intersectent l’un des cours d’eau à plus de 20 m de toutes les zones du PLU qui intersectent un cours d’eau.',
  );
});

test('a measure of a shape is named after it', () => {
  const atlas = createAtlas();
  const relation: RelationCondition = { kind: 'distance', metres: 5, shape: shape('Nord') };
  const column = { name: 'distance_1_m', kind: 'distance', unit: 'm', relation } as const;
  expect(measureLabel(column, findLayer(atlas, 'parcelles'), atlas).replace(/\u00a0/g, ' ')).toBe(
    'distance au secteur dessiné « Nord » (m)',
  );
});

test('a commune goes by its name, its code beside it', () => {
  const atlas = createAtlas();
  const codes = { '62119': 'Béthune', '62048': 'Auchel' };
  for (const layer of atlas.layers) {
    layer.fields.push({ name: 'commune', label: 'Commune', type: 'text', codes });
  }
  const where: Condition = { kind: 'among', field: 'commune', values: ['62119', '62048'] };
  expect(questionToSentence({ target: 'parcelles', where }, atlas)).toBe(
    'Les parcelles dont la commune est Béthune (62119) ou Auchel (62048).',
  );
});
