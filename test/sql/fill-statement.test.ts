import { expect, it } from 'vitest';
import { fillStatement } from '../../src/sql/fill-statement.ts';

it('a name that begins another is told from it', () => {
  expect(fillStatement(['$com, $commune'], { com: 1, commune: 2 })).toBe('1, 2');
});

it('a negative number after a minus sign begins no comment', () => {
  expect(fillStatement(['SELECT 10 -$n, $n'], { n: -5 })).toBe('SELECT 10 -(-5), (-5)');
});
