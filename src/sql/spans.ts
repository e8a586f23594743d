import { type Call, isName, isSymbol, isWord, type Span } from './statement.ts';
import type { Token } from './tokens.ts';

/** Index of the token that closes the parenthesis, bracket or brace at `open`, or of the last token. */
export function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const { kind, name } = tokens[i] as Token;
    if (kind !== 'symbol') continue;
    if (name === '(' || name === '[' || name === '{') depth++;
    else if (name === ')' || name === ']' || name === '}') depth--;
    if (depth === 0) return i;
  }
  return tokens.length - 1;
}

/** Indexes of the tokens of a span that stand in no parenthesis opened in it. */
export function* outerTokens(tokens: readonly Token[], { start, end }: Span): Generator<number> {
  for (let i = start; i < end; i++) {
    yield i;
    if (isSymbol(tokens[i], '(') || isSymbol(tokens[i], '[') || isSymbol(tokens[i], '{')) {
      i = Math.min(closeOf(tokens, i), end - 1);
    }
  }
}

/** A span without the parentheses that go round the whole of it. */
export function withoutParentheses(tokens: readonly Token[], span: Span): Span {
  let { start, end } = span;
  while (end - start >= 2 && isSymbol(tokens[start], '(') && closeOf(tokens, start) === end - 1) {
    start++;
    end--;
  }
  return { start, end };
}

/** A span cut at the commas that stand in no parenthesis; none for an empty span. */
export function splitAtCommas(tokens: readonly Token[], span: Span): Span[] {
  if (span.start >= span.end) return [];
  const cuts = [...outerTokens(tokens, span)].filter((i) => isSymbol(tokens[i], ','));
  return [...cuts, span.end].map((end, i) => ({
    start: i === 0 ? span.start : (cuts[i - 1] as number) + 1,
    end,
  }));
}

/** What a condition is the conjunction of: the whole when it is none. `BETWEEN … AND` and `CASE … END` are kept together. */
export function splitConjunction(tokens: readonly Token[], whole: Span): Span[] {
  const span = withoutParentheses(tokens, whole);
  const cuts: number[] = [];
  let cases = 0;
  let isBetween = false;
  for (const i of outerTokens(tokens, span)) {
    const token = tokens[i];
    if (isSymbol(tokens[i - 1], '.')) continue;
    if (isWord(token, 'case')) cases++;
    else if (isWord(token, 'end')) cases--;
    else if (cases > 0) continue;
    else if (isWord(token, 'or')) return [span];
    else if (isWord(token, 'between')) isBetween = true;
    else if (isWord(token, 'and')) {
      if (!isBetween) cuts.push(i);
      isBetween = false;
    }
  }
  if (cuts.length === 0) return [span];
  return [...cuts, span.end].flatMap((end, i) =>
    splitConjunction(tokens, { start: i === 0 ? span.start : (cuts[i - 1] as number) + 1, end }),
  );
}

/** Whether a span begins as a query does. */
export function isQuery(tokens: readonly Token[], span: Span): boolean {
  let at = span.start;
  while (at < span.end && isSymbol(tokens[at], '(')) at++;
  return isWord(tokens[at], 'select', 'with', 'from', 'values', 'table');
}

/** The call that a span is the whole of, or null. */
export function readCall(tokens: readonly Token[], span: Span): Call | null {
  const { start, end } = withoutParentheses(tokens, span);
  if (!isName(tokens[start]) || !isSymbol(tokens[start + 1], '(')) return null;
  if (closeOf(tokens, start + 1) !== end - 1) return null;
  const args = splitAtCommas(tokens, { start: start + 2, end: end - 1 });
  return { name: (tokens[start] as Token).name, start, end, args };
}
