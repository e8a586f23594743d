import type { Value } from '../domain/feature.ts';
import type { LayerTable } from '../loaders/layer-table.ts';

/** How the fields of two versions compare. */
export interface FieldChanges {
  added: string[];
  removed: string[];
  /** Fields of both versions whose values are of another kind in each. */
  retyped: string[];
  /** The fields of both in which row a of the first and row b of the second differ, in the order of the second. */
  differing(rowA: number, rowB: number): string[];
}

/**
 * Compares the fields of two versions by name. Values are equal when they are the same; in a field that changed its kind
 * (`12` was `"12"`) when they read the same.
 */
export function compareFields(
  before: LayerTable['columns'],
  after: LayerTable['columns'],
): FieldChanges {
  const names = Object.keys(after);
  const common = names.filter((name) => name in before);
  const pairs = common.map((name) => {
    const [a, b] = [before[name] as Value[], after[name] as Value[]];
    return { name, a, b, isRetyped: isRetyped(a, b) };
  });
  return {
    added: names.filter((name) => !(name in before)),
    removed: Object.keys(before).filter((name) => !(name in after)),
    retyped: pairs.filter((pair) => pair.isRetyped).map(({ name }) => name),
    differing: (rowA, rowB) => {
      const fields: string[] = [];
      for (const { name, a, b, isRetyped: readsOnly } of pairs) {
        const [valueA, valueB] = [a[rowA] ?? null, b[rowB] ?? null];
        if (valueA === valueB) continue;
        const readsSame = valueA !== null && valueB !== null && String(valueA) === String(valueB);
        if (!readsOnly || !readsSame) fields.push(name);
      }
      return fields;
    },
  };
}

function isRetyped(before: readonly Value[], after: readonly Value[]): boolean {
  const [a, b] = [kindOf(before), kindOf(after)];
  return a !== null && b !== null && a !== b;
}

/** Kind of the first value that is there: a column has one kind. */
function kindOf(values: readonly Value[]): string | null {
  const value = values.find((candidate) => candidate !== null && candidate !== undefined);
  return value === undefined ? null : typeof value;
}
