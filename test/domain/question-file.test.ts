import { describe, expect, it } from 'vitest';
import type { KeptContent } from '../../src/domain/kept-question.ts';
import type { Question } from '../../src/domain/question.ts';
import {
  questionFileName,
  readQuestionFile,
  writeQuestionFile,
} from '../../src/domain/question-file.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([createLayer({ id: 'zae', geometry: 'polygon' })]);
const [layer] = catalogue.layers;
const field = layer?.fields.find(({ type }) => type === 'text')?.name as string;

const question: Question = {
  target: 'zae',
  where: {
    kind: 'and',
    conditions: [
      { kind: 'contains', field, text: 'béthune' },
      { kind: 'intersects', shape: { name: 'secteur 1', geometry: createSquare() } },
    ],
  },
};

function createSquare() {
  const ring = [
    [2.6, 50.5],
    [2.7, 50.5],
    [2.7, 50.6],
    [2.6, 50.5],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}

const content: KeptContent = {
  name: 'ZAE de Béthune',
  description: 'Pour le bureau du 12 mars.',
  theme: null,
  question,
  versions: { zae: '0a1b2c3d' },
};

const file = (changes: object) =>
  JSON.stringify({ ...JSON.parse(writeQuestionFile(content, catalogue.territory)), ...changes });

const reasonOf = (text: string) => {
  try {
    readQuestionFile(text, catalogue);
    return null;
  } catch (error) {
    return (error as { context: { reason?: string; path?: string } }).context;
  }
};

describe('the file of a question', () => {
  it('is read as it was written, its drawn shape and versions included', () => {
    const opened = readQuestionFile(writeQuestionFile(content, catalogue.territory), catalogue);
    expect(opened).toEqual({ content, foreign: null, faults: [] });
  });

  it('of another territory is opened, and says of which', () => {
    const territory = { code: '245900410', name: 'Métropole' };
    expect(readQuestionFile(file({ territory }), catalogue)).toMatchObject({
      content: { question },
      foreign: territory,
    });
  });

  it('that names a layer or a field which is not there is opened to be mended', () => {
    const absent = { ...question, target: 'friches' };
    expect(readQuestionFile(file({ question: absent }), catalogue)).toMatchObject({
      content: { question: { target: 'friches' } },
      faults: [{ code: 'layer-unknown', context: { layer: 'friches' } }],
    });
    const where = { kind: 'empty', field: 'absent' };
    expect(readQuestionFile(file({ question: { ...question, where } }), catalogue)).toMatchObject({
      faults: [{ code: 'field-unknown', context: { field: 'absent', path: 'where.field' } }],
    });
  });

  it('with a condition that is none is opened without it, and says which', () => {
    const where = {
      kind: 'and',
      conditions: [
        { kind: 'near', layer: 'zae' },
        { kind: 'contains', field, text: 'béthune' },
        { kind: 'or', conditions: [{ kind: 'distance', layer: 'zae', metres: -3 }] },
      ],
    };
    const opened = readQuestionFile(file({ question: { target: 'zae', where } }), catalogue);
    expect(opened.content.question.where).toEqual({
      kind: 'and',
      conditions: [
        { kind: 'contains', field, text: 'béthune' },
        { kind: 'or', conditions: [] },
      ],
    });
    expect(opened.faults.map(({ code, context }) => [code, context.path])).toEqual([
      ['question-invalid', 'where.conditions.0.kind'],
      ['question-invalid', 'where.conditions.1.conditions.0.metres'],
    ]);
  });

  it('that cannot be opened says why', () => {
    expect(reasonOf('{"arpent":1,')).toMatchObject({ reason: 'json' });
    expect(reasonOf('')).toMatchObject({ reason: 'json' });
    expect(reasonOf('null')).toMatchObject({ reason: 'kind' });
    expect(reasonOf('{"type":"FeatureCollection"}')).toMatchObject({ reason: 'kind' });
    expect(reasonOf(file({ arpent: 2 }))).toMatchObject({ reason: 'version', seen: 2, wanted: 1 });
    expect(reasonOf(file({ name: 3 }))).toMatchObject({ reason: 'shape', path: 'name' });
    expect(reasonOf(file({ question: { where: {} } }))).toMatchObject({ reason: 'shape' });
  });

  it('is named after the question, in plain letters', () => {
    expect(questionFileName('Friches à 300 m d’une gare ?')).toBe(
      'friches-a-300-m-d-une-gare.arpent.json',
    );
    expect(questionFileName('…')).toBe('question.arpent.json');
  });
});
