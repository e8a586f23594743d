import type { Span } from './statement.ts';

/** Why a statement is no question; the sentences are in `ui/strings/sql-as-question.ts`. */
export type RefusalReason =
  | 'not-select'
  | 'form'
  | 'clause'
  | 'table'
  | 'join'
  | 'duplicates'
  | 'column'
  | 'expression'
  | 'null-value'
  | 'type'
  | 'pattern'
  | 'relation'
  | 'relation-pair'
  | 'self'
  | 'other-layer'
  | 'aggregate'
  | 'group'
  | 'overlap';

/** Thrown while a statement is read as a question, with the tokens that no question can say. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly span: Span;

  constructor(reason: RefusalReason, { start, end }: Span) {
    super(`${reason} at token ${start}`);
    this.name = 'Refusal';
    this.reason = reason;
    this.span = { start, end };
  }
}
