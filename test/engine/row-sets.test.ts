import { expect, it } from 'vitest';
import {
  allRows,
  intersectRows,
  subtractRows,
  uniteRows,
} from '../../src/engine/answer/row-sets.ts';

const a = Uint32Array.of(0, 1, 4, 7, 9);
const b = Uint32Array.of(1, 2, 7, 12);
const none = new Uint32Array(0);

it('row sets are united, intersected and subtracted in order', () => {
  expect([...uniteRows(a, b)]).toEqual([0, 1, 2, 4, 7, 9, 12]);
  expect([...intersectRows(a, b)]).toEqual([1, 7]);
  expect([...subtractRows(a, b)]).toEqual([0, 4, 9]);
});

it('the empty set is neutral', () => {
  expect([...uniteRows(a, none)]).toEqual([...a]);
  expect([...intersectRows(none, a)]).toEqual([]);
  expect([...subtractRows(a, none)]).toEqual([...a]);
});

it('all rows of a layer are numbered from zero', () => {
  expect([...allRows(3)]).toEqual([0, 1, 2]);
});
