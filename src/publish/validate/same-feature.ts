import type { RuleContext } from './rule.ts';

/**
 * Whether two rows have the same attributes, but for those whose every value differs: they only number the rows. The columns
 * are looked at once, when the first pair is asked for.
 */
export function isSameFeature({ table }: RuleContext): (row: number, other: number) => boolean {
  let compared: readonly unknown[][] | null = null;
  return (row, other) => {
    compared ??= Object.values(table.columns).filter(
      (values) => new Set(values).size < values.length,
    );
    return compared.every((values) => values[row] === values[other]);
  };
}
