import { expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type { AttributeCondition, Condition, Scalar } from '../../../src/domain/question.ts';
import { candidateGroups } from '../../../src/engine/answer/candidate-groups.ts';
import type { ColumnBounds } from '../../../src/loaders/layer-table.ts';
import { createRandom } from '../../geo/create-random.ts';

const random = createRandom(5);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const TEXTS = ['', '62119', '62120', 'Écuires', 'œuf', '\uffee', '😀', 'a'];
const NUMBERS = [-3, 0, 0.1, 0.30000000000000004, 2, 1e9];

/** As DuckDB orders values: text by its UTF-8 bytes. */
function compare(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string')
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

/** Four rows of a group, of few values, so that many groups have one alone. */
function createGroup() {
  const column = (values: Scalar[]) => {
    const some = [pick(values), pick(values)];
    return Array.from({ length: 4 }, (): Value => (random() < 0.15 ? null : pick(some)));
  };
  return { text: column(TEXTS), number: column(NUMBERS) };
}

function boundsOf(values: Value[]): ColumnBounds {
  const known = values.filter((value) => value !== null).sort(compare);
  const nulls = random() < 0.2 ? null : values.length - known.length;
  if (random() < 0.1) return { min: null, max: null, nulls: null };
  return { min: known[0] ?? null, max: known.at(-1) ?? null, nulls };
}

function leaf(): AttributeCondition {
  const field = pick(['text', 'number'] as const);
  const values: Scalar[] = field === 'text' ? TEXTS : NUMBERS;
  const kind = pick(['compare', 'compare', 'among', 'empty'] as const);
  if (kind === 'empty') return { kind, field };
  if (kind === 'among')
    return { kind, field, values: [pick(values), pick(values)].slice(pick([0, 1])) };
  return { kind, field, op: pick(['=', '!=', '<', '<=', '>', '>='] as const), value: pick(values) };
}

function grow(depth: number): Condition {
  if (depth === 0 || random() < 0.3) return leaf();
  if (random() < 0.3) return { kind: 'not', condition: grow(depth - 1) };
  const conditions = Array.from({ length: pick([0, 1, 2, 3]) }, () => grow(depth - 1));
  return { kind: pick(['and', 'or'] as const), conditions };
}

function meets(row: Record<string, Value>, condition: Condition): boolean {
  if (condition.kind === 'and') return condition.conditions.every((child) => meets(row, child));
  if (condition.kind === 'or') return condition.conditions.some((child) => meets(row, child));
  if (condition.kind === 'not') return !meets(row, condition.condition);
  const { field } = condition as AttributeCondition;
  const value = row[field] ?? null;
  if (condition.kind === 'empty') return value === null || value === '';
  if (value === null) return false;
  if (condition.kind === 'among') return condition.values.some((one) => compare(value, one) === 0);
  if (condition.kind !== 'compare') throw new Error(condition.kind);
  const order = compare(value, condition.value);
  return {
    '=': order === 0,
    '!=': order !== 0,
    '<': order < 0,
    '<=': order <= 0,
    '>': order > 0,
    '>=': order >= 0,
  }[condition.op];
}

it('no row group is left out that holds a row, whatever the conditions and their negations', () => {
  let [left, empty] = [0, 0];
  for (let i = 0; i < 400; i++) {
    const groups = Array.from({ length: 12 }, createGroup);
    const bounds = {
      text: groups.map(({ text }) => boundsOf(text)),
      number: groups.map(({ number }) => boundsOf(number)),
    };
    const where = grow(3);
    const rowGroups = groups.map((_, index) => {
      return { index, firstRow: 4 * index, rows: 4, bytes: 1, extent: [0, 0, 1, 1] as const };
    });
    const kept = candidateGroups(where, {
      rowGroups,
      boundsOf: (field) => bounds[field as 'text'],
      boxesOf: () => null,
    });
    groups.forEach(({ text, number }, index) => {
      const isMet = text.some((one, row) =>
        meets({ text: one, number: number[row] as Value }, where),
      );
      if (isMet) expect(kept, JSON.stringify({ where, text, number })).toContain(index);
      else {
        empty++;
        if (!kept.includes(index)) left++;
      }
    });
  }
  expect(left).toBeGreaterThan(empty / 3);
});
