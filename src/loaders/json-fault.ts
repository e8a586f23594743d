/** Where a JSON text breaks, counted from 1 as editors do. */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Line and column of the first thing in `text` that JSON does not allow, the end of the text when it stops too early.
 * Engines tell it in some of their messages only. To be called when `JSON.parse` has failed; one walk over the tokens.
 */
export function findJsonFault(text: string): TextPosition {
  const before = text.slice(0, faultOffset(text)).split('\n');
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}

/** What may come next: a value, a key, a colon, or the comma or bracket after a value. `first` allows an end at once. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'after';

function faultOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  while (offset < text.length) {
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return offset;
    if (token.trim() !== '') {
      const next = step(token, expected, open);
      if (!next) return offset;
      expected = next;
    }
    offset += token.length;
  }
  return offset;
}

/** What may follow a token; null when the token may not stand there. Brackets are pushed on and popped off `open`. */
function step(token: string, expected: Expected, open: string[]): Expected | null {
  const inObject = open.at(-1) === '{';
  if (token === '}' || token === ']') {
    const mayClose = expected === 'after' || expected === (inObject ? 'first key' : 'first value');
    if (!mayClose || open.pop() !== (token === '}' ? '{' : '[')) return null;
    return 'after';
  }
  if (token === ',') return expected === 'after' && open.length > 0 ? nextItem(inObject) : null;
  if (token === ':') return expected === 'colon' ? 'value' : null;
  if (expected === 'key' || expected === 'first key') return token.startsWith('"') ? 'colon' : null;
  if (expected !== 'value' && expected !== 'first value') return null;
  if (token !== '{' && token !== '[') return 'after';
  open.push(token);
  return token === '{' ? 'first key' : 'first value';
}

function nextItem(inObject: boolean): Expected {
  return inObject ? 'key' : 'value';
}

const TOKEN =
  /\s+|[{}[\],:]|"[^"\\\n\r\t]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\n\r\t]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
