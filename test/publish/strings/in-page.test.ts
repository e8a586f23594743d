import { expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { failureSentence } from '../../../src/publish/strings/failure-sentence.ts';
import { repairOf } from '../../../src/publish/strings/issue-sentences.ts';

const found = (rule: string) => ({
  rule,
  row: null,
  place: null,
  field: 'nom',
  facts: { crs: 'EPSG:2154', other: 'EPSG:3950', kind: 'owner', count: 1, filled: 1 },
});

it.each([
  'source.crs-guessed',
  'source.crs-doubtful',
  'geometry.elsewhere',
  'privacy.personal-column',
  'privacy.contact-column',
  'privacy.undisclosed-column',
])('the repair of %s names an option to the command and none to the page', (rule) => {
  expect(repairOf(found(rule), 'command')).toContain('--');
  expect(repairOf(found(rule), 'page')).not.toContain('--');
});

it.each([
  ['crs-unknown', 'coordinates'],
  ['source-unreadable', 'key-absent'],
  ['source-unreadable', 'key-repeated'],
] as const)(
  'the failure %s/%s names an option to the command and none to the page',
  (code, reason) => {
    const error = new AppError(code, 'x', { reason, field: 'nom', crs: null, x: 1, y: 2 });
    expect(failureSentence(error, 'command')).toContain('--');
    expect(failureSentence(error, 'page')).not.toContain('--');
  },
);
