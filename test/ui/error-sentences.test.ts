import { expect, test } from 'vitest';
import { ERROR_CODES, type ErrorContext } from '../../src/domain/errors.ts';
import { errorSentences } from '../../src/ui/strings/fr.ts';

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
