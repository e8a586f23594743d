/** What a placeholder tells of a column: the value in a row (from 1), or what all its values make. */
export type ReplyPart = number | 'sum' | 'min' | 'max' | 'count' | 'list';

/** What stands in braces in `SavedQuestion.reply`. */
export interface Placeholder {
  /** `rows`, `total`, `groups`, a column, or `$` and a parameter. */
  name: string;
  part: ReplyPart;
  /** The noun that follows the number, singular and plural. */
  nouns: [string, string] | null;
  /** Offsets in the template, the end excluded. */
  start: number;
  end: number;
}

/** The placeholders of a reply, in the order they stand in; see `SavedQuestion.reply`. */
export function readPlaceholders(template: string): Placeholder[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => {
    const [text, name = '', part = '1', one, many] = match;
    return {
      name,
      part: /^\d/.test(part) ? Number(part) : (part as ReplyPart),
      nouns: one !== undefined && many !== undefined ? [one, many] : null,
      start: match.index,
      end: match.index + text.length,
    };
  });
}

/** The braces of a reply that hold no placeholder: mistakes of its writer. */
export function strayBraces(template: string): string[] {
  return template.replace(PLACEHOLDER, '').match(/\{[^{}]*\}?|\}/g) ?? [];
}

const PLACEHOLDER =
  /\{(\$?[A-Za-z_]\w*)(?:\.(sum|min|max|count|list|[1-9]\d*))?(?::([^{}|]+)\|([^{}|]+))?\}/g;
