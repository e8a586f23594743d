import { type Condition, relationsOf } from '../../domain/question.ts';
import { indent } from './relation-form.ts';

/**
 * Tests that must all hold, in SQL, such that distances are tried on what the other relations leave: a planner takes
 * them for cheap, while to a large polygon they cost a hundred times the rest. `CASE` is what keeps the order.
 */
export function orderTests(
  conditions: Condition[],
  toSql: (condition: Condition) => string,
): string[] {
  const distant = conditions.filter(hasDistance);
  const sieves = conditions.filter(
    (condition) => relationsOf(condition).length > 0 && !hasDistance(condition),
  );
  if (distant.length === 0 || sieves.length === 0) return conditions.map(toSql);
  const plain = conditions.filter((condition) => relationsOf(condition).length === 0);
  const all = (some: Condition[]) => indent(some.map(toSql).join('\n  AND '));
  const ordered = `CASE\n  WHEN ${all(sieves)}\n  THEN ${all(distant)}\n  ELSE FALSE\nEND`;
  return [...plain.map(toSql), ordered];
}

function hasDistance(condition: Condition): boolean {
  return relationsOf(condition).some(({ kind }) => kind === 'distance');
}
