import { expect, it } from 'vitest';
import { findGroups, nearestGroups } from '../../scripts/territory/find-groups.ts';
import { listOfficialGroups } from '../../scripts/territory/official-groups.ts';

const groups = listOfficialGroups();
const sirens = (words: string) => findGroups(words, groups).map(({ group }) => group.siren);

it('an intercommunality is found by words of its name, accents and case aside', () => {
  expect(sirens('LENS lievin')).toEqual(['246200364']);
  expect(sirens('béthune')).toContain('200072460');
});

it('one is found by the name or the code of a commune of it, after those named by themselves', () => {
  expect(findGroups('62427', groups)).toMatchObject([
    { group: { siren: '246200299' }, commune: 'Hénin-Beaumont' },
  ]);
  const found = findGroups('valence', groups);
  const firstByCommune = found.findIndex(({ commune }) => commune !== null);
  expect(firstByCommune).toBeGreaterThan(0);
  expect(found.slice(firstByCommune).every(({ commune }) => commune === 'Valence')).toBe(true);
});

it('nothing is found for words that name nothing', () => {
  expect(sirens('zzz')).toEqual([]);
  expect(sirens('  ')).toEqual([]);
});

it('a code with a wrong digit is nearest to the one that was meant', () => {
  expect(nearestGroups('246200365', groups, 3)[0]?.siren).toBe('246200364');
});
