import type { Value } from '../../domain/feature.ts';
import { type AnswerColumn, presentValue } from './answer-values.ts';

/**
 * Places of an answer's rows in the order of a column: numbers by size, text as French dictionaries order it, no before
 * yes. What has no value comes last either way, and equal ones stay in the order given. Some 0.1 s for 270 000 numbers or keys,
 * 0.8 s for as many texts, all unlike, that hold more than digits and capitals.
 */
export function sortRows(
  places: Uint32Array,
  column: AnswerColumn,
  isDescending: boolean,
): Uint32Array {
  const { length } = places;
  const values = Array.from(places, (place) => presentValue(column.valueAt(place)));
  const distinct = distinctInOrder(values);
  if (isDescending) distinct.reverse();
  const ranks = new Map<Value, number>(distinct.map((value, rank) => [value, rank]));
  const last = distinct.length;
  const keys = Float64Array.from(values, (value, i) => (ranks.get(value) ?? last) * length + i);
  return Uint32Array.from(keys.sort(), (key) => places[key % length] as number);
}

/** Every value but none, once. */
function distinctInOrder(values: Value[]): Value[] {
  const texts: string[] = [];
  const numbers: number[] = [];
  const booleans: boolean[] = [];
  for (const value of new Set(values)) {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number') numbers.push(value);
    else if (value !== null) booleans.push(value);
  }
  if (texts.every((text) => PLAIN.test(text))) texts.sort();
  else texts.sort(COLLATOR.compare);
  return [...Float64Array.from(numbers).sort(), ...booleans.sort(), ...texts];
}

/** What the collator orders as code units do, which is four times faster. */
const PLAIN = /^[0-9A-Z]*$/;

const COLLATOR = new Intl.Collator('fr');
