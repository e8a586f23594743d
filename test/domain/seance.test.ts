import { describe, expect, it } from 'vitest';
import { AppError, errorToData } from '../../src/domain/errors.ts';
import { holdSeance } from '../../src/domain/hold-seance.ts';
import { parseSeance, parseSeanceIndex, readSeanceText } from '../../src/domain/parse-seance.ts';
import type { Question } from '../../src/domain/question.ts';
import { entryOf, type Scene } from '../../src/domain/seance.ts';
import { seanceNeeds, seenExtent } from '../../src/domain/seance-needs.ts';
import { errorSentences } from '../../src/ui/strings/error-sentences.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createItem, createScene, createSeance } from '../helpers/create-seance.ts';

const question: Question = {
  target: 'parcelles',
  where: { kind: 'distance', metres: 100, layer: 'zae' },
};

const catalogue = createCatalogue(
  ['parcelles', 'zae', 'communes', 'ppr', 'friches'].map((id) => createLayer({ id })),
);

const whole: Scene = {
  ...createScene(),
  selection: { layer: 'zae', key: 'a/1' },
  commune: '62119',
  choropleth: { theme: 'risques', figure: 'part' },
  question,
  beforeAfter: {
    before: { label: 'Aujourd’hui', layers: ['parcelles'] },
    after: { label: 'Demain', layers: ['friches'] },
  },
};

describe('a session', () => {
  it('is read as it was written, with every part of a scene', () => {
    const seance = createSeance([
      {
        ...createItem('1', whole),
        rapporteur: 'Vice-président en charge de la GEMAPI',
        notes: 'Aller vite.',
        figures: [{ label: 'Surface', value: 12.5, unit: 'ha', source: '000:2' }],
        amount: { eur: 1000, pays: 'les études', funding: [{ who: 'Agglomération', eur: 400 }] },
        decision: 'Approuver.',
      },
      createItem('3.1'),
    ]);
    expect(readSeanceText(JSON.stringify(seance))).toEqual(seance);
    expect(parseSeanceIndex({ version: 1, seances: [entryOf(seance)] }).seances[0]?.items).toBe(2);
  });

  it.each([
    ['no JSON', '{', 'Ce fichier n’a pas pu être lu'],
    ['another file', '{"kind":"question"}', 'Ce fichier ne contient pas de séance.'],
    ['a later edition', '{"version":2,"items":[]}', 'version plus récente'],
    [
      'an extent of three numbers',
      withScene({ extent: [1, 2, 3] }),
      'La séance est mal formée, au point 2 (« items.1.scene.extent',
    ],
    [
      'a question that is none',
      withScene({ question: { target: 'parcelles', where: { kind: 'near' } } }),
      'au point 2 (« items.1.scene.question.where',
    ],
    [
      'two items of one number',
      JSON.stringify(createSeance([createItem('2'), createItem('2')])),
      'au point 2 (« items.1.number',
    ],
  ])('that is %s is refused with the place of the fault', (_, text, sentence) => {
    const error = errorOf(() => readSeanceText(text));
    expect(error.code).toBe('seance-invalid');
    expect(errorSentences[error.code](error.context).title).toContain(sentence);
  });

  it('is shown without what the catalogue has not, each told with its item', () => {
    const seance = createSeance([
      createItem('1', { layers: [{ id: 'parcelles' }, { id: 'absente' }] }),
      createItem('2', { ...whole, question: { ...question, groupBy: 'absent' } }),
      createItem('3', { selection: { layer: 'absente', key: '1' } }),
    ]);
    const { items } = seance;
    const held = holdSeance({ ...seance, territory: '123456789' }, catalogue);
    expect(held.foreign).toBe('123456789');
    expect(held.seance.items[0]?.scene.layers).toEqual([{ id: 'parcelles' }]);
    expect(held.seance.items[1]?.scene).toEqual({ ...whole, question: undefined });
    expect(held.seance.items[2]?.scene.selection).toBeUndefined();
    expect(held.faults.map(({ code, context }) => [code, context.item])).toEqual([
      ['layer-unknown', '1'],
      ['field-unknown', '2'],
      ['layer-unknown', '3'],
    ]);
    expect(holdSeance({ ...seance, items: items.slice(0, 0) }, catalogue).foreign).toBeNull();
  });
});

describe('what a session needs', () => {
  it('is parts of the layers shown, and whole those of questions, figures and outlines', () => {
    const figures = [{ theme: 'risques', figures: [], sql: [], layers: ['ppr', 'communes'] }];
    const needs = seanceNeeds(
      createSeance([createItem('1', { layers: [{ id: 'friches' }] }), createItem('2', whole)]),
      catalogue,
      figures,
    );
    expect(needs.layers.map(({ id, extents }) => [id, extents.length])).toEqual([['friches', 2]]);
    expect(needs.wholeLayers.sort()).toEqual(['communes', 'parcelles', 'ppr', 'zae']);
    expect(needs).toMatchObject({ needsEngine: true, needsLibrary: true });
  });

  it('is no engine where nothing is asked', () => {
    const needs = seanceNeeds(createSeance(), catalogue);
    expect(needs).toMatchObject({ wholeLayers: [], needsEngine: false, needsLibrary: false });
  });

  it.each([1, 2])('holds what a map shows that is %d times as wide as high', (aspect) => {
    const [west, south, east, north] = seenExtent([2.5, 50.4, 2.6, 50.5]);
    const shrink = Math.cos((50.45 * Math.PI) / 180);
    const height = Math.max(0.1, (0.1 * shrink) / aspect);
    expect(north - south).toBeGreaterThan(height);
    expect((east - west) * shrink).toBeGreaterThan(height * aspect);
  });

  it('holds the surroundings of a point', () => {
    const [, south, , north] = seenExtent([2.5, 50.4, 2.5, 50.4]);
    expect((north - south) * 111_000).toBeGreaterThan(500);
  });
});

function withScene(scene: object): string {
  const seance = createSeance([createItem('1'), createItem('2')]);
  Object.assign(seance.items[1]?.scene ?? {}, scene);
  return JSON.stringify(seance);
}

function errorOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return errorToData(error);
    throw error;
  }
  throw new Error('nothing was refused');
}

it('parseSeance refuses what is no object', () => {
  expect(() => parseSeance(null)).toThrow(AppError);
});
