import { expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Condition } from '../../src/domain/question.ts';
import { answerCriteria } from '../../src/ui/strings/answer-criteria.ts';
import { answerSelection } from '../../src/ui/strings/answer-export.ts';
import { createAtlas } from './create-atlas.ts';

const catalogue = createAtlas();
const target = catalogue.layers.find(({ id }) => id === 'parcelles')!;
const answer = {
  question: { target: 'parcelles', where: { kind: 'and', conditions: [] } },
  versions: { parcelles: '3f2a91c0' },
  count: 12,
  faulty: { parcelles: 2 },
  crs: 'EPSG:3950',
  measures: [
    { name: 'area_m2', kind: 'area', unit: 'm²' },
    {
      name: 'share_1',
      kind: 'share',
      unit: null,
      relation: { kind: 'overlap', minShare: 0.5, layer: 'zone_urba' },
    },
  ],
} as unknown as Answer;

it('says of an answer what was asked, of which version, and what must be known', () => {
  const selection = answerSelection(answer, catalogue, { filters: [], columns: null, link: '#/x' });
  expect(selection).toMatchObject({ name: 'arpent-parcelles', link: '#/x' });
  expect(selection.criteria).toMatch(/^Toutes les parcelles/);
  expect(selection.sources).toEqual([
    {
      title: target.title,
      producer: target.producer,
      licence: target.licence,
      date: target.date,
      version: '3f2a91c0',
    },
  ]);
  expect(selection.notes.join(' ')).toContain('2 parcelles');
});

it('tells the unit of a measure apart from its label, and that a share runs from 0 to 1', () => {
  const { columns } = answerSelection(answer, catalogue, { filters: [], columns: null, link: '' });
  const [area, share] = columns.slice(-2);
  expect(area).toMatchObject({ label: 'Surface mesurée', unit: 'm²', isMeasure: true });
  expect(share?.label).not.toMatch(/%/);
  expect(share?.unit).toBe('0 à 1');
});

it('keeps the columns that are wanted, in their order, and says that filters were on', () => {
  const { columns, notes } = answerSelection(answer, catalogue, {
    filters: [{ kind: 'range', column: 'area_m2', min: 1, max: null }],
    columns: ['area_m2', target.key],
    link: '',
  });
  expect(columns.map(({ name }) => name)).toEqual(['area_m2', target.key]);
  expect(notes.join(' ')).toContain('filtres');
});

it('gives a line for each condition, with how it is measured and on which data', () => {
  const where: Condition = {
    kind: 'and',
    conditions: [
      { kind: 'distance', metres: 100, layer: 'zone_urba' },
      {
        kind: 'or',
        conditions: [
          { kind: 'measure', measure: 'area', op: '>', value: 2000 },
          { kind: 'not', condition: { kind: 'intersects', layer: 'zone_urba' } },
        ],
      },
    ],
  };
  const versions = { parcelles: '3f2a91c0', zone_urba: '11aa22bb' };
  const lines = answerCriteria({ question: { target: 'parcelles', where }, versions }, catalogue);
  expect(lines.map(({ level }) => level)).toEqual([0, 0, 1, 1]);
  expect(lines[0]?.text).toMatch(/^Les parcelles à moins de 100\sm d/);
  expect(lines[0]?.meaning).toMatch(/bord à bord.*version 11aa22bb\.$/);
  expect(lines[1]).toMatchObject({
    text: 'L’une au moins de ces conditions\u00a0:',
    meaning: null,
  });
  expect(lines[2]?.meaning).toMatch(/^Surface plane.*version 3f2a91c0\.$/);
  expect(lines[3]?.text).toMatch(/n’intersectent aucun/);
});

it('has no line of conditions for a question without any', () => {
  expect(answerCriteria(answer, catalogue)).toEqual([]);
});
