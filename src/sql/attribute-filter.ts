import type { AttributeCondition } from '../domain/question.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';

/**
 * A condition on attributes as a SQL expression that is true or false, never null: a missing value meets no
 * comparison, so that the negation of a condition holds for every row that does not meet it.
 * `contains` ignores case and accents. Dates are ISO text and compare as such.
 */
export function attributeToSql(condition: AttributeCondition): string {
  const column = quoteIdentifier(condition.field);
  switch (condition.kind) {
    case 'compare': {
      const op = condition.op === '!=' ? '<>' : condition.op;
      return `coalesce(${column} ${op} ${quoteLiteral(condition.value)}, false)`;
    }
    case 'among':
      return `coalesce(${column} IN (${condition.values.map(quoteLiteral).join(', ')}), false)`;
    case 'contains': {
      const text = `lower(strip_accents(${quoteLiteral(condition.text)}))`;
      return `coalesce(contains(lower(strip_accents(${column})), ${text}), false)`;
    }
    case 'empty':
      return `(${column} IS NULL OR CAST(${column} AS VARCHAR) = '')`;
  }
}
