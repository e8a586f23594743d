import { type OptionFault, readOptions } from '../read-options.ts';

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'stray-words'; words: string[] }
  | { kind: 'bad-siren'; siren: string }
  | { kind: 'bad-report'; file: string }
  | { kind: 'nothing-chosen' };

/** What a command line asks for. */
export interface CollectCall {
  /** SIREN of the intercommunality; null for that of the deployment. */
  siren: string | null;
  /** Folder of a territory beside the main one; null for the main one, or whichever is of `siren`. */
  territory: string | null;
  /** Ids of recipes or layers; null for every recipe that is not left for those who ask. */
  only: string[] | null;
  /** Whether to tell what would be asked for, and do nothing. */
  dryRun: boolean;
  /** Whether parts that are fresh are asked for too. */
  refresh: boolean;
  /** Whether layers are published whatever they are warned of. */
  accept: boolean;
  /** Public folder to publish to; absent: the one of the site. */
  out: string | undefined;
  /** Whether the answer is one JSON document. */
  json: boolean;
  /** File for the report, `.json` or `.md`. */
  report: string | undefined;
}

/** What a command line asks for, or what is wrong with it. */
export function parseArguments(argv: readonly string[]): CollectCall | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const { values, flags, words } = read;
  const only = values.only?.split(/[,\n]/).flatMap((id) => id.trim() || []) ?? null;
  if (words.length > 0) return { fault: { kind: 'stray-words', words } };
  if (values.epci && !/^\d{9}$/.test(values.epci)) {
    return { fault: { kind: 'bad-siren', siren: values.epci } };
  }
  if (values.report && !/\.(json|md)$/i.test(values.report)) {
    return { fault: { kind: 'bad-report', file: values.report } };
  }
  if (only?.length === 0) return { fault: { kind: 'nothing-chosen' } };
  return {
    siren: values.epci ?? null,
    territory: values.territoire ?? null,
    only,
    dryRun: flags.has('dry-run'),
    refresh: flags.has('refresh'),
    accept: flags.has('accept'),
    out: values.out,
    json: flags.has('json'),
    report: values.report,
  };
}

const OPTIONS = {
  help: { type: 'boolean' },
  epci: { type: 'string' },
  territoire: { type: 'string' },
  only: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  refresh: { type: 'boolean' },
  accept: { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  report: { type: 'string' },
} as const;
