import type { Comparison } from '../domain/question.ts';
import type { Expression } from './expression.ts';
import { unquoteLiteral } from './quote.ts';
import { closeOf, isQuery, splitAtCommas } from './spans.ts';
import { isName, isSymbol, isWord, type Span } from './statement.ts';
import type { Token } from './tokens.ts';

/**
 * An expression of SQL as a tree, by PostgreSQL's order of operators (`OR`, `AND`, `NOT`, `IS`, comparisons, `IN` `BETWEEN`
 * `LIKE`, `+ -`, `* /`, `::`). What is not read is one `other` over the whole span. Never throws.
 */
export function readExpression(tokens: readonly Token[], span: Span): Expression {
  const reader = new ExpressionReader(tokens, span);
  const expression = reader.read();
  return reader.isAtEnd() ? expression : { kind: 'other', ...span };
}

const COMPARED: Record<string, Comparison> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const CONSTANTS: Record<string, boolean | null> = { true: true, false: false, null: null };
/** Words that begin what is not read here, or that cannot begin a value. */
const NOT_VALUES = new Set(
  'case select from where array interval row struct map lambda'.split(' '),
);

class ExpressionReader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at: number;

  constructor(tokens: readonly Token[], { start, end }: Span) {
    this.#tokens = tokens;
    this.#at = start;
    this.#end = end;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  read(): Expression {
    return this.#readChain('or', () => this.#readChain('and', () => this.#readNot()));
  }

  #readChain(kind: 'and' | 'or', readPart: () => Expression): Expression {
    const start = this.#at;
    const parts = [readPart()];
    while (this.#takeWord(kind)) parts.push(readPart());
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind, parts, start, end: this.#at };
  }

  #readNot(): Expression {
    const start = this.#at;
    if (!this.#takeWord('not')) return this.#readComparison();
    const operand = this.#readNot();
    return { kind: 'not', operand, start, end: this.#at };
  }

  #readComparison(): Expression {
    const start = this.#at;
    let left = this.#readSpecial();
    for (;;) {
      const op = this.#peekSymbol() && COMPARED[this.#token()?.name as string];
      if (op) {
        this.#at++;
        const right = this.#readSpecial();
        left = { kind: 'compare', op, left, right, start, end: this.#at };
      } else if (this.#isWordAt(0, 'is')) left = this.#readIs(left, start);
      else if (this.#isWordAt(0, 'isnull', 'notnull')) {
        const isNegated = this.#isWordAt(0, 'notnull');
        this.#at++;
        left = { kind: 'null-test', operand: left, isNegated, start, end: this.#at };
      } else return left;
    }
  }

  #readIs(operand: Expression, start: number): Expression {
    this.#at++;
    const isNegated = this.#takeWord('not');
    if (this.#takeWord('null')) {
      return { kind: 'null-test', operand, isNegated, start, end: this.#at };
    }
    return this.#fail(start);
  }

  #readSpecial(): Expression {
    const start = this.#at;
    const operand = this.#readSum();
    const isNegated =
      this.#isWordAt(0, 'not') && this.#isWordAt(1, 'in', 'between', 'like', 'ilike');
    if (isNegated) this.#at++;
    if (this.#takeWord('in')) return this.#readIn(operand, isNegated, start);
    if (this.#takeWord('between')) {
      const low = this.#readSum();
      if (!this.#takeWord('and')) return this.#fail(start);
      const high = this.#readSum();
      return { kind: 'between', operand, low, high, isNegated, start, end: this.#at };
    }
    const ignoresCase = this.#isWordAt(0, 'ilike');
    if (this.#takeWord('like', 'ilike')) {
      const pattern = this.#readSum();
      if (this.#isWordAt(0, 'escape')) return this.#fail(start);
      return { kind: 'like', operand, pattern, ignoresCase, isNegated, start, end: this.#at };
    }
    return operand;
  }

  #readIn(operand: Expression, isNegated: boolean, start: number): Expression {
    const inside = this.#takeParentheses();
    if (!inside) return this.#fail(start);
    const end = this.#at;
    if (isQuery(this.#tokens, inside)) {
      return { kind: 'in', operand, values: [], query: inside, isNegated, start, end };
    }
    const values = this.#readList(inside);
    return { kind: 'in', operand, values, query: null, isNegated, start, end };
  }

  #readSum(): Expression {
    return this.#readArithmetic(['+', '-'], () =>
      this.#readArithmetic(['*', '/'], () => this.#readCast()),
    );
  }

  #readArithmetic(operators: ('+' | '-' | '*' | '/')[], readPart: () => Expression): Expression {
    const start = this.#at;
    let left = readPart();
    for (;;) {
      const op = operators.find((name) => this.#isSymbolAt(0, name));
      if (!op) return left;
      this.#at++;
      left = { kind: 'arithmetic', op, left, right: readPart(), start, end: this.#at };
    }
  }

  #readCast(): Expression {
    const start = this.#at;
    let operand = this.#readValue();
    while (this.#isSymbolAt(0, '::')) {
      this.#at++;
      const type = this.#readType(this.#end);
      if (type === null) return this.#fail(start);
      operand = { kind: 'cast', operand, type, start, end: this.#at };
    }
    return operand;
  }

  #readType(end: number): string | null {
    const token = this.#token();
    if (this.#at >= end || !isName(token)) return null;
    this.#at++;
    if (this.#isSymbolAt(0, '(')) this.#takeParentheses();
    return token?.name ?? null;
  }

  #readValue(): Expression {
    const start = this.#at;
    const token = this.#token();
    if (!token || this.isAtEnd()) return this.#fail(start);
    if (isSymbol(token, '-') || isSymbol(token, '+')) return this.#readSigned(token.name, start);
    if (isSymbol(token, '(')) return this.#readGroup(start);
    if (isSymbol(token, '*')) {
      this.#at++;
      return { kind: 'star', table: null, start, end: this.#at };
    }
    if (token.kind === 'number') {
      this.#at++;
      const value = Number(token.name.replaceAll('_', ''));
      return { kind: 'literal', value, start, end: this.#at };
    }
    if (token.kind === 'string') {
      const value = unquoteLiteral(token.name);
      if (value === null) return this.#fail(start);
      this.#at++;
      return { kind: 'literal', value, start, end: this.#at };
    }
    return isName(token) ? this.#readNamed(token, start) : this.#fail(start);
  }

  #readSigned(sign: string, start: number): Expression {
    this.#at++;
    const operand = this.#readValue();
    if (operand.kind !== 'literal' || typeof operand.value !== 'number') return this.#fail(start);
    const value = sign === '-' ? -operand.value : operand.value;
    return { kind: 'literal', value, start, end: this.#at };
  }

  #readGroup(start: number): Expression {
    const inside = this.#takeParentheses();
    if (!inside || isQuery(this.#tokens, inside)) return this.#fail(start);
    return readExpression(this.#tokens, inside);
  }

  #readNamed(token: Token, start: number): Expression {
    if (token.kind === 'word') {
      if (token.name in CONSTANTS) {
        this.#at++;
        return { kind: 'literal', value: CONSTANTS[token.name] ?? null, start, end: this.#at };
      }
      if (isWord(token, 'exists') && this.#isSymbolAt(1, '(')) {
        this.#at++;
        const query = this.#takeParentheses();
        return query ? { kind: 'exists', query, start, end: this.#at } : this.#fail(start);
      }
      if (isWord(token, 'cast', 'try_cast') && this.#isSymbolAt(1, '(')) {
        return this.#readCastCall(start);
      }
      if (isWord(token, 'date', 'timestamp') && this.#tokens[start + 1]?.kind === 'string') {
        this.#at++;
        return this.#readValue();
      }
      if (NOT_VALUES.has(token.name)) return this.#fail(start);
    }
    if (this.#isSymbolAt(1, '(')) return this.#readCall(token.name, start);
    this.#at++;
    if (!this.#isSymbolAt(0, '.')) {
      return { kind: 'column', table: null, name: token.name, start, end: this.#at };
    }
    const member = this.#tokens[this.#at + 1];
    this.#at += 2;
    if (isSymbol(member, '*')) return { kind: 'star', table: token.name, start, end: this.#at };
    if (!member || !isName(member) || this.#isSymbolAt(0, '.')) return this.#fail(start);
    return { kind: 'column', table: token.name, name: member.name, start, end: this.#at };
  }

  #readCastCall(start: number): Expression {
    this.#at++;
    const inside = this.#takeParentheses();
    if (!inside) return this.#fail(start);
    let as = inside.start;
    while (as < inside.end && !isWord(this.#tokens[as], 'as')) {
      as = isSymbol(this.#tokens[as], '(') ? closeOf(this.#tokens, as) + 1 : as + 1;
    }
    const type = this.#tokens[as + 1];
    if (as + 1 >= inside.end || !isName(type)) return this.#fail(start);
    const operand = readExpression(this.#tokens, { start: inside.start, end: as });
    return { kind: 'cast', operand, type: type?.name ?? '', start, end: this.#at };
  }

  #readCall(name: string, start: number): Expression {
    this.#at++;
    const inside = this.#takeParentheses();
    const isMore = this.#isWordAt(0, 'over', 'filter', 'within');
    if (!inside || isMore || isQuery(this.#tokens, inside)) return this.#fail(start);
    const isDistinct = isWord(this.#tokens[inside.start], 'distinct');
    const list = isDistinct ? { ...inside, start: inside.start + 1 } : inside;
    return { kind: 'call', name, args: this.#readList(list), isDistinct, start, end: this.#at };
  }

  #readList(inside: Span): Expression[] {
    return splitAtCommas(this.#tokens, inside).map((part) => readExpression(this.#tokens, part));
  }

  /** Goes past a parenthesis that opens here, and gives what is in it; null when it is not closed before the end. */
  #takeParentheses(): Span | null {
    if (!this.#isSymbolAt(0, '(')) return null;
    const open = this.#at;
    const close = closeOf(this.#tokens, open);
    if (close >= this.#end || !isSymbol(this.#tokens[close], ')')) return null;
    this.#at = close + 1;
    return { start: open + 1, end: close };
  }

  /** Gives up on the rest of the span. */
  #fail(start: number): Expression {
    this.#at = this.#end;
    return { kind: 'other', start, end: this.#end };
  }

  #token(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #peekSymbol(): boolean {
    return !this.isAtEnd() && this.#token()?.kind === 'symbol';
  }

  #isSymbolAt(ahead: number, name: string): boolean {
    return this.#at + ahead < this.#end && isSymbol(this.#tokens[this.#at + ahead], name);
  }

  #isWordAt(ahead: number, ...names: string[]): boolean {
    return this.#at + ahead < this.#end && isWord(this.#tokens[this.#at + ahead], ...names);
  }

  #takeWord(...names: string[]): boolean {
    const isThere = this.#isWordAt(0, ...names);
    if (isThere) this.#at++;
    return isThere;
  }
}
