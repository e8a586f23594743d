import { DIALECTS, type DialectName } from '../../src/sql/dialects/dialect.ts';
import { type OptionFault, readOptions } from '../read-options.ts';

/** Forms that the features found are given in. */
export const FORMS = ['ids', 'csv', 'geojson', 'json'] as const;

/** One of `FORMS`. */
export type Form = (typeof FORMS)[number];

/**
 * What a command line asks for. `question` is a path, or `-` for the standard input; `saved` the id of a question of the
 * library, or null for all, `values` what its parameters are set to.
 */
export type Request =
  | { kind: 'question'; question: string; data: string; emit: Form | { dialect: DialectName } }
  | { kind: 'sql'; sql: string; data: string; emit: 'csv' | 'json' }
  | SavedRequest;

/** The request for what saved questions answer. */
export interface SavedRequest {
  kind: 'saved';
  saved: string | null;
  values: Record<string, string>;
  data: string;
  isJson: boolean;
}

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'stray'; word: string }
  | { kind: 'nothing-asked' }
  | { kind: 'two-asked' }
  | { kind: 'bad-set'; set: string }
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
  const { values, flags } = read;
  const isAll = flags.has('all');
  if (Number(isAll) + [values.question, values.sql, values.saved].filter(Boolean).length > 1) {
    return { fault: { kind: 'two-asked' } };
  }
  if (!isAll && !values.saved) return toRequest({ data, ...values });
  return toSaved({ data, ...values }, flags.has('json'));
}

type Options = Partial<Record<'question' | 'sql' | 'saved' | 'set' | 'data' | 'emit', string>>;

function toSaved(
  { saved, set = '', data }: Options & { data: string },
  isJson: boolean,
): { request: Request } | { fault: UsageFault } {
  const pairs = set.split('\n').filter(Boolean);
  const wrong = pairs.find((pair) => !/^\w+=/.test(pair));
  if (wrong !== undefined || (pairs.length > 0 && saved === undefined)) {
    return { fault: { kind: 'bad-set', set: wrong ?? set } };
  }
  const values = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  return { request: { kind: 'saved', saved: saved ?? null, values, data, isJson } };
}

function toRequest({
  question,
  sql,
  data,
  emit,
}: Options & { data: string }): { request: Request } | { fault: UsageFault } {
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
  all: { type: 'boolean' },
  saved: { type: 'string' },
  set: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;
