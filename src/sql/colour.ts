import { isSymbol } from './statement.ts';
import { readTokens } from './tokens.ts';
import { KEYWORDS } from './words.ts';

/** What a stretch of a statement is, for an editor to colour. */
export type SqlColour = 'keyword' | 'function' | 'string' | 'number' | 'name' | 'comment';

/** A stretch of a statement that has a colour of its own; offsets in UTF-16 units. */
export interface ColouredSpan {
  start: number;
  end: number;
  colour: SqlColour;
}

/** The stretches of a statement to be coloured, in order. Linear; unfinished statements are read too. */
export function colourSql(sql: string): ColouredSpan[] {
  const tokens = readTokens(sql);
  const spans: ColouredSpan[] = [];
  let last = 0;
  const addBlank = (end: number) => {
    const blank = sql.slice(last, end);
    const at = blank.search(/--|\/\*/);
    if (at < 0) return;
    const text = blank.slice(at).trimEnd();
    spans.push({ start: last + at, end: last + at + text.length, colour: 'comment' });
  };
  tokens.forEach(({ kind, name, start, end }, i) => {
    addBlank(start);
    last = end;
    const isMember = isSymbol(tokens[i - 1], '.');
    if (kind === 'string') spans.push({ start, end, colour: 'string' });
    else if (kind === 'number' || kind === 'parameter')
      spans.push({ start, end, colour: 'number' });
    else if (kind === 'quoted') spans.push({ start, end, colour: 'name' });
    else if (name === '/*') spans.push({ start, end, colour: 'comment' });
    else if (kind !== 'word') return;
    else if (KEYWORDS.has(name) && !isMember) spans.push({ start, end, colour: 'keyword' });
    else if (isSymbol(tokens[i + 1], '(')) spans.push({ start, end, colour: 'function' });
  });
  addBlank(sql.length);
  return spans;
}

/** The text of one statement among several, where a caret stands: from the semicolon before it to the one after. */
export function statementAt(sql: string, caret: number): { start: number; end: number } {
  const cuts = readTokens(sql).filter((token) => isSymbol(token, ';'));
  const before = cuts.filter(({ end }) => end <= caret).at(-1);
  const after = cuts.find(({ end }) => end > caret);
  const start = before?.end ?? 0;
  const end = after?.start ?? sql.length;
  const isBlank = sql.slice(start, end).trim() === '';
  return isBlank && before && !after ? statementAt(sql, before.start) : { start, end };
}
