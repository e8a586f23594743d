import type { Answer, AnswerGroup } from '../../src/domain/answer.ts';
import type { Value } from '../../src/domain/feature.ts';

/** Measures of an answer by key: columns in the order of the answer's measures, null where a relation does not hold. */
export type Rows = Map<string, (number | null)[]>;

/** The rows of the engine's answer, from what the table shows of it. */
export function engineRows(
  answer: Answer,
  key: string,
  table: { columns: string[]; rows: Value[][] },
): Rows {
  const at = (name: string) => table.columns.indexOf(name);
  return new Map(
    table.rows.map((row) => [
      String(row[at(key)]),
      answer.measures.map(({ name }) => row[at(name)] as number | null),
    ]),
  );
}

/** The rows that a statement gave by COPY: key and measures, parted by tabs. */
export function copiedRows(text: string): Rows {
  return new Map(
    linesOf(text).map((line) => {
      const [key, ...values] = line.split('\t');
      return [key as string, values.map((value) => (value === '\\N' ? null : Number(value)))];
    }),
  );
}

/** The groups that a statement gave by COPY, as text of value and count, with their totals apart. */
export function copiedGroups(text: string): { name: string; total: number }[] {
  return linesOf(text).map((line) => {
    const [value, count, total] = line.split('\t');
    return { name: `${value === '\\N' ? null : value}: ${count}`, total: Number(total) };
  });
}

/** The same of the engine's groups. */
export function engineGroups(groups: AnswerGroup[]): { name: string; total: number }[] {
  return groups.map(({ value, count, total }) => ({ name: `${value}: ${count}`, total }));
}

/** Keys whose rows differ: one has it and the other not, or a measure is apart by more than `tolerance`. */
export function differingKeys(a: Rows, b: Rows, tolerance: number): string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => {
    const [one, other] = [a.get(key), b.get(key)];
    if (!one || !other) return true;
    return (
      one.length !== other.length ||
      one.some((value, i) => isApart(value, other[i] ?? null, tolerance))
    );
  });
}

function isApart(one: number | null, other: number | null, tolerance: number): boolean {
  if (one === null || other === null) return one !== other;
  return !(Math.abs(one - other) <= tolerance);
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
