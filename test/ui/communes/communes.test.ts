import { describe, expect, it } from 'vitest';
import { communeFormat, communes } from '../../../src/ui/strings/communes.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the figures of communes in words', () => {
  it('have all the decimals that the largest one calls for', () => {
    const { value } = communeFormat([12.4, 0.25, null], '%');
    expect([12.4, 0.25, null].map(value).map(plain)).toEqual(['12,4 %', '0,3 %', '—']);
    expect(plain(communeFormat([25_679, 12], 'habitants').value(25_679))).toBe('25 679 habitants');
    expect(plain(communeFormat([3, 7], 'friches').value(3))).toBe('3 friches');
  });

  it('differ by points where they are percentages', () => {
    const { gap } = communeFormat([12.5, 20], '%');
    expect([7.5, -7.5, 0].map(gap).map(plain)).toEqual(['+ 7,5 points', '− 7,5 points', 'égal']);
  });

  it('are favourable by what the figure says is better', () => {
    const figure = { column: 'x', label: 'X', unit: '%', method: '' };
    expect(communes.verdict({ ...figure, better: 'less' }, 2)).toBe('défavorable');
    expect(communes.verdict({ ...figure, better: 'more' }, 2)).toBe('favorable');
    expect(communes.verdict(figure, 2)).toBeNull();
    expect(communes.verdict({ ...figure, better: 'more' }, 0)).toBeNull();
  });
});
