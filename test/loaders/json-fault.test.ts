import { expect, it } from 'vitest';
import { findJsonFault } from '../../src/loaders/json-fault.ts';

it.each([
  ['{\n"type": oops}', 2, 9],
  ['{"a": [1, 2,]}', 1, 13],
  ['{"a": [1 2]}', 1, 10],
  ['{"a" 1}', 1, 6],
  ['{"a": 1,\n "b": [1, {"c": nul}]}', 2, 17],
  ['[1]]', 1, 4],
  ['{"a": "coupé', 1, 7],
  ['{"features": [{"a": 1},\n', 2, 1],
  ["{'a': 1}", 1, 2],
  ['[}', 1, 2],
  ['', 1, 1],
])('finds the fault of %j', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findJsonFault(text)).toEqual({ line, column });
});

it('finds at once that a long text is cut', () => {
  const cut = `{"a": "${'x\\n'.repeat(1000)}${'x'.repeat(5_000_000)}`;
  expect(findJsonFault(cut)).toEqual({ line: 1, column: 7 });
});
