import { expect, test } from 'vitest';
import { QUESTION_FAULTS } from '../../src/domain/check-question.ts';
import { SHAPE_FAULTS } from '../../src/domain/check-shape.ts';
import { ERROR_CODES, type ErrorContext } from '../../src/domain/errors.ts';
import { errorSentences } from '../../src/ui/strings/error-sentences.ts';

test.each(ERROR_CODES)('%s says what happened, what still works and what to do', (code) => {
  const contexts: ErrorContext[] = [
    {},
    { layer: 'ppr', field: 'nom', key: '1', row: 3, path: 'where' },
  ];
  for (const context of contexts) {
    const { title, still, todo } = errorSentences[code](context);
    for (const sentence of [title, still, todo]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/undefined|null|NaN/);
    }
  }
});

test.each([...SHAPE_FAULTS, ...QUESTION_FAULTS])(
  'a question with the fault %s says so',
  (fault) => {
    const plain = errorSentences['question-invalid']({}).title;
    const { title, todo } = errorSentences['question-invalid']({ fault, lng: 2.5, lat: 50.125 });
    expect(title).not.toBe(plain);
    for (const sentence of [title, todo]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  },
);

test('the place where a shape crosses itself is told in degrees', () => {
  const { title } = errorSentences['question-invalid']({
    fault: 'shape-crossing',
    lng: 2.5,
    lat: 50.125,
  });
  expect(title.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Le contour d’un secteur dessiné se croise ou se touche lui-même (longitude 2,5 °, latitude 50,125 °).',
  );
});
