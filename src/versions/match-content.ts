import type { LayerTable } from '../loaders/layer-table.ts';
import { geometryClasses, NO_GEOMETRY } from './geometry-classes.ts';
import { matchOf, NO_ROW, type RowMatch } from './match-rows.ts';

/**
 * The rows of two versions that no key tells apart, matched by what they are. First those of equal geometry (see
 * `geometryClasses`): of several in one place, those whose attributes are equal too, then the rest in the order of their
 * file. Then rows of equal attributes, where there is one in each version that is still without a counterpart. Attributes are
 * those that both versions have, compared as text. Linear.
 */
export function matchContent(before: LayerTable, after: LayerTable): RowMatch {
  const counterparts = new Int32Array(after.geometry.length).fill(NO_ROW);
  const isTaken = new Uint8Array(before.geometry.length);
  const names = Object.keys(after.columns).filter((name) => name in before.columns);
  const [textBefore, textAfter] = [attributesOf(before, names), attributesOf(after, names)];
  const pair = (rowBefore: number, rowAfter: number) => {
    counterparts[rowAfter] = rowBefore;
    isTaken[rowBefore] = 1;
  };
  const isOpen = {
    before: (row: number) => isTaken[row] === 0,
    after: (row: number) => counterparts[row] === NO_ROW,
  };
  const [classesBefore, classesAfter] = geometryClasses([before.geometry, after.geometry]);
  for (const [name, rows] of groupBoth(classesBefore!, classesAfter!)) {
    if (rows.before.length + rows.after.length > 2 || name === NO_GEOMETRY) {
      const alike = groupBoth(rows.before.map(textBefore), rows.after.map(textAfter));
      for (const { before: a, after: b } of alike.values()) {
        b.slice(0, a.length).forEach((place, i) => {
          pair(rows.before[a[i]!]!, rows.after[place]!);
        });
      }
    }
    if (name === NO_GEOMETRY) continue;
    const [a, b] = [rows.before.filter(isOpen.before), rows.after.filter(isOpen.after)];
    b.slice(0, a.length).forEach((row, i) => {
      pair(a[i]!, row);
    });
  }
  if (names.length > 0) {
    const a = rowsOf(before).filter(isOpen.before);
    const b = rowsOf(after).filter(isOpen.after);
    for (const alike of groupBoth(a.map(textBefore), b.map(textAfter)).values()) {
      const isSure = alike.before.length === 1 && alike.after.length === 1;
      if (isSure) pair(a[alike.before[0]!]!, b[alike.after[0]!]!);
    }
  }
  return matchOf(counterparts, before.geometry.length);
}

/** Places of equal values in two lists, ascending. */
function groupBoth<T>(
  before: Iterable<T>,
  after: Iterable<T>,
): Map<T, { before: number[]; after: number[] }> {
  const groups = new Map<T, { before: number[]; after: number[] }>();
  const collect = (values: Iterable<T>, side: 'before' | 'after') => {
    let place = 0;
    for (const value of values) {
      const group = groups.get(value) ?? { before: [], after: [] };
      group[side].push(place++);
      groups.set(value, group);
    }
  };
  collect(before, 'before');
  collect(after, 'after');
  return groups;
}

/** The attributes of a row as one text. */
function attributesOf({ columns }: LayerTable, names: readonly string[]): (row: number) => string {
  return (row) =>
    JSON.stringify(
      names
        .map((name) => columns[name]?.[row] ?? null)
        .map((value) => (value === null ? null : String(value))),
    );
}

const rowsOf = ({ geometry }: LayerTable): number[] =>
  Array.from({ length: geometry.length }, (_, row) => row);
