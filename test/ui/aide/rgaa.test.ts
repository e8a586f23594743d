import { expect, it } from 'vitest';
import { countRgaa, RGAA } from '../../../src/ui/aide/rgaa.ts';

it('the assessment has the 106 criteria of RGAA 4.1.2, each once, and a word for each', () => {
  const lengths = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
  const wanted = lengths.flatMap((length, theme) =>
    Array.from({ length }, (_, i) => `${theme + 1}.${i + 1}`),
  );
  const criteria = RGAA.flatMap((theme) => theme.criteria);
  expect(criteria.map(([id]) => id)).toEqual(wanted);
  expect(criteria.filter(([, , note]) => note === '')).toEqual([]);
  const { C, NC, NA, NV, rate } = countRgaa();
  expect([C + NC + NA + NV, rate]).toEqual([106, C / (C + NC + NV)]);
});
