import type { Comparison, Scalar } from '../domain/question.ts';
import type { Span } from './statement.ts';

/** An expression of SQL as far as questions have its like; all else is `other`. Names are in lower case. */
export type Expression = Span &
  (
    | { kind: 'literal'; value: Scalar | null }
    | { kind: 'column'; table: string | null; name: string }
    | { kind: 'star'; table: string | null }
    | { kind: 'call'; name: string; args: Expression[]; isDistinct: boolean }
    | { kind: 'and' | 'or'; parts: Expression[] }
    | { kind: 'not'; operand: Expression }
    | { kind: 'compare'; op: Comparison; left: Expression; right: Expression }
    | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
    | { kind: 'null-test'; operand: Expression; isNegated: boolean }
    /** `query` is the span between the parentheses of a query, null for a list of `values`. */
    | {
        kind: 'in';
        operand: Expression;
        values: Expression[];
        query: Span | null;
        isNegated: boolean;
      }
    | {
        kind: 'between';
        operand: Expression;
        low: Expression;
        high: Expression;
        isNegated: boolean;
      }
    | {
        kind: 'like';
        operand: Expression;
        pattern: Expression;
        ignoresCase: boolean;
        isNegated: boolean;
      }
    | { kind: 'exists'; query: Span }
    | { kind: 'cast'; operand: Expression; type: string }
    | { kind: 'other' }
  );

/** All that an expression is made of, itself first; what is inside a query is not. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* partsOf(child);
}

function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts;
    case 'call':
      return expression.args;
    case 'not':
    case 'null-test':
    case 'cast':
      return [expression.operand];
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'in':
      return [expression.operand, ...expression.values];
    case 'between':
      return [expression.operand, expression.low, expression.high];
    case 'like':
      return [expression.operand, expression.pattern];
    default:
      return [];
  }
}
