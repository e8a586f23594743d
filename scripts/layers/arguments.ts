import { isIsoDay } from '../../src/domain/iso-day.ts';
import { type OptionFault, readOptions } from '../read-options.ts';

/** What a command line asks of the layers that are served. */
export type LayersCall = { out: string | undefined; json: boolean } & (
  | { verb: 'list' }
  | { verb: 'history'; layer: string }
  | {
      verb: 'diff';
      layer: string;
      from: string | undefined;
      to: string | undefined;
      all: boolean;
      geojson: string | undefined;
    }
  | { verb: 'rollback'; layer: string; version: string | undefined }
  | {
      verb: 'prune';
      layer: string | undefined;
      keep: number | undefined;
      before: string | undefined;
      yes: boolean;
    }
  | { verb: 'check'; all: boolean; service: string | undefined; today: string | undefined }
);

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'no-verb' }
  | { kind: 'unknown-verb'; verb: string }
  | { kind: 'no-layer'; verb: string }
  | { kind: 'too-many-words'; words: string[] }
  | { kind: 'stray-option'; option: string; verb: string }
  | { kind: 'bad-keep'; keep: string }
  | { kind: 'bad-date'; date: string }
  | { kind: 'prune-what' };

/** What a command line asks for, or what is wrong with it. */
export function parseArguments(argv: readonly string[]): LayersCall | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const { values, flags, words } = read;
  const [verb, layer, ...others] = words;
  const fault = findFault(verb, layer, others, values, flags);
  if (fault) return { fault };
  const common = { out: values.out, json: flags.has('json') };
  const id = layer ?? '';
  const all = flags.has('all');
  switch (verb as LayersCall['verb']) {
    case 'list':
      return { ...common, verb: 'list' };
    case 'history':
      return { ...common, verb: 'history', layer: id };
    case 'diff': {
      const [from, to] = others;
      return { ...common, verb: 'diff', layer: id, from, to, all, geojson: values.geojson };
    }
    case 'rollback':
      return { ...common, verb: 'rollback', layer: id, version: others[0] };
    case 'prune': {
      const keep = values.keep === undefined ? undefined : Number(values.keep);
      const { before } = values;
      return { ...common, verb: 'prune', layer, keep, before, yes: flags.has('yes') };
    }
    case 'check':
      return { ...common, verb: 'check', all, service: values.service, today: values.today };
  }
}

const OPTIONS = {
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  yes: { type: 'boolean' },
  out: { type: 'string' },
  geojson: { type: 'string' },
  keep: { type: 'string' },
  before: { type: 'string' },
  service: { type: 'string' },
  today: { type: 'string' },
} as const;

/** Verb → how many words may follow it, and the options that it alone has. */
const VERBS: Record<LayersCall['verb'], { words: [least: number, most: number]; own: string[] }> = {
  list: { words: [0, 0], own: [] },
  history: { words: [1, 1], own: [] },
  diff: { words: [1, 3], own: ['all', 'geojson'] },
  rollback: { words: [1, 2], own: [] },
  prune: { words: [0, 1], own: ['keep', 'before', 'yes'] },
  check: { words: [0, 0], own: ['all', 'service', 'today'] },
};

function findFault(
  verb: string | undefined,
  layer: string | undefined,
  others: string[],
  values: Partial<Record<keyof typeof OPTIONS, string>>,
  flags: ReadonlySet<string>,
): UsageFault | null {
  if (!verb) return { kind: 'no-verb' };
  if (!Object.hasOwn(VERBS, verb)) return { kind: 'unknown-verb', verb };
  const { words, own } = VERBS[verb as LayersCall['verb']];
  const given = [layer ?? [], others].flat();
  if (given.length < words[0]) return { kind: 'no-layer', verb };
  if (given.length > words[1]) return { kind: 'too-many-words', words: given.slice(words[1]) };
  const stray = [...flags, ...Object.keys(values)].find(
    (name) => !['out', 'json', ...own].includes(name),
  );
  if (stray) return { kind: 'stray-option', option: `--${stray}`, verb };
  const { keep, before, today } = values;
  if (keep !== undefined && !/^[1-9]\d{0,5}$/.test(keep)) return { kind: 'bad-keep', keep };
  const wrongDay = [before, today].find((day) => day !== undefined && !isIsoDay(day));
  if (wrongDay !== undefined) return { kind: 'bad-date', date: wrongDay };
  if (verb === 'prune' && keep === undefined && before === undefined) return { kind: 'prune-what' };
  return null;
}
