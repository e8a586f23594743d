import { expect, it } from 'vitest';
import {
  type KeptQuestion,
  keptToText,
  mergeKept,
  textToKept,
} from '../../src/domain/kept-question.ts';

const createKept = (changes: Partial<KeptQuestion> = {}): KeptQuestion => ({
  id: 'a',
  name: 'Friches',
  description: '',
  theme: null,
  question: { target: 'friches', where: { kind: 'and', conditions: [] } },
  versions: null,
  createdAt: '2026-03-03T10:00:00.000Z',
  changedAt: '2026-03-03T10:00:00.000Z',
  ...changes,
});

it('a kept question is read as it was written', () => {
  const kept = createKept({ versions: { friches: '0a1b2c3d' } });
  expect(textToKept(keptToText(kept))).toEqual(kept);
});

it('an entry of a later schema, or one that is not ours, is not read', () => {
  const text = keptToText(createKept());
  expect(textToKept(text.replace('"schema":1', '"schema":2'))).toBeNull();
  expect(textToKept(text.replace('"target"', '"cible"'))).toBeNull();
  expect(textToKept('{')).toBeNull();
});

it('what two tabs kept is all there, each entry as it was changed last, the latest first', () => {
  const old = createKept();
  const renamed = createKept({ name: 'Friches 2', changedAt: '2026-03-04T10:00:00.000Z' });
  const other = createKept({ id: 'b', changedAt: '2026-03-05T10:00:00.000Z' });
  expect(mergeKept([old, other], [renamed])).toEqual([other, renamed]);
  expect(mergeKept([renamed], [old, other])).toEqual([other, renamed]);
});
