import type { RelationCondition } from '../../domain/question.ts';
import type { NumberedRelation } from './relation-sql.ts';

/** A way of writing the relations of a question; the target's features go by `TARGET`. */
export interface RelationForm {
  /** Queries that stand before the statement, each `name AS (…)`. */
  queries: string[];
  /** What is joined to the target. */
  joins: string[];
  /** The test of a relation, or of its contrary; true or false, never null. */
  test(relation: RelationCondition, isNegated: boolean): string;
  /** The distance (m) or the overlap (m², m of lines) of a relation where it holds, else null. */
  measure(numbered: NumberedRelation): string;
}

/** Name of the target's features in every statement. */
export const TARGET = 't';

/** Name of the related features. */
export const RELATED = 'r';

/** Text with every line after the first set in by two spaces. */
export function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

/** Tests that are all to hold, one a line; of none it is nothing. */
export function whereClause(tests: string[]): string {
  return tests.length === 0 ? '' : `\nWHERE ${tests.join('\n  AND ')}`;
}
