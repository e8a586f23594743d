import { expect, test } from 'vitest';
import { checkQuestion } from '../../src/domain/check-question.ts';
import type { Shape } from '../../src/domain/shape.ts';
import { objectQuestion } from '../../src/ui/card/object-question.ts';
import { questionToSentence } from '../../src/ui/strings/question-sentence.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const parcels = createLayer();
const stops = createLayer({
  id: 'arrets',
  geometry: 'point',
  noun: ['arrêt', 'arrêts'],
  gender: 'm',
});
const catalogue = createCatalogue([parcels, stops]);
const ring = [
  [2.5, 50.5],
  [2.51, 50.5],
  [2.51, 50.51],
  [2.5, 50.5],
];
const shape: Shape = {
  name: 'Zone 1',
  geometry: { type: 'Polygon', coordinates: [ring] },
};

test('the questions about an object are questions that the builder and the engine take', () => {
  const asked = [
    objectQuestion(stops, shape, { kind: 'within', metres: 300 }),
    objectQuestion(parcels, shape, { kind: 'touch' }),
    objectQuestion(stops, shape, { kind: 'touch' }),
    objectQuestion(parcels, shape, { kind: 'border' }),
  ];
  for (const question of asked) expect(() => checkQuestion(question, catalogue)).not.toThrow();
  const kinds = asked.map(({ where }) => where.kind === 'and' && where.conditions[0]?.kind);
  expect(kinds).toEqual(['distance', 'overlap', 'intersects', 'touches']);
  const [around] = asked;
  if (!around) throw new Error('no question');
  expect(questionToSentence(around, catalogue)).toContain('300');
});
