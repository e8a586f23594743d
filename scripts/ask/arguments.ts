import { DIALECTS, type DialectName } from '../../src/sql/dialects/dialect.ts';
import { type OptionFault, readOptions } from '../read-options.ts';

/** Forms that the features found are given in. */
export const FORMS = ['ids', 'csv', 'geojson', 'json'] as const;

/** One of `FORMS`. */
export type Form = (typeof FORMS)[number];

/** What a command line asks for. `question` is a path, or `-` for the standard input. */
export type Request =
  | { kind: 'question'; question: string; data: string; emit: Form | { dialect: DialectName } }
  | { kind: 'sql'; sql: string; data: string; emit: 'csv' | 'json' };

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'stray'; word: string }
  | { kind: 'nothing-asked' }
  | { kind: 'two-asked' }
  | { kind: 'bad-emit'; emit: string; wanted: readonly string[] };

/** What a command line asks for, or what is wrong with it; `data` is the folder where none is named. */
export function parseArguments(
  argv: readonly string[],
  data: string,
): { request: Request } | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const [word] = read.words;
  if (word !== undefined) return { fault: { kind: 'stray', word } };
  return toRequest({ data, ...read.values });
}

type Options = Partial<Record<'question' | 'sql' | 'data' | 'emit', string>>;

function toRequest({
  question,
  sql,
  data,
  emit,
}: Options & { data: string }): { request: Request } | { fault: UsageFault } {
  if (question !== undefined && sql !== undefined) return { fault: { kind: 'two-asked' } };
  if (sql !== undefined) {
    if (emit !== undefined && emit !== 'csv' && emit !== 'json') {
      return { fault: { kind: 'bad-emit', emit, wanted: ['csv', 'json'] } };
    }
    return { request: { kind: 'sql', sql, data, emit: emit ?? 'csv' } };
  }
  if (question === undefined) return { fault: { kind: 'nothing-asked' } };
  const form = FORMS.find((name) => name === (emit ?? 'ids'));
  const dialect = DIALECTS.find((name) => `sql:${name}` === emit);
  const wanted = form ?? (dialect && { dialect });
  if (wanted === undefined) {
    const all = [...FORMS, ...DIALECTS.map((name) => `sql:${name}`)];
    return { fault: { kind: 'bad-emit', emit: String(emit), wanted: all } };
  }
  return { request: { kind: 'question', question, data, emit: wanted } };
}

const OPTIONS = {
  help: { type: 'boolean' },
  question: { type: 'string' },
  sql: { type: 'string' },
  data: { type: 'string' },
  emit: { type: 'string' },
} as const;
