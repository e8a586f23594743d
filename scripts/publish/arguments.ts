import { KNOWN_CRS } from '../../src/publish/crs/to-degrees.ts';
import type { Description } from '../../src/publish/describe/describe-layer.ts';
import { type OptionFault, readOptions } from '../read-options.ts';
import type { Publication } from './publish-file.ts';

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'no-file' }
  | { kind: 'several-files'; files: string[] }
  | { kind: 'no-layer' }
  | { kind: 'bad-layer'; id: string }
  | { kind: 'bad-crs'; crs: string }
  | { kind: 'bad-date'; date: string }
  | { kind: 'bad-noun'; noun: string }
  | { kind: 'bad-gender'; gender: string }
  | { kind: 'bad-theme'; theme: string; themes: string[] };

/** What a command line asks for, or what is wrong with it. `themes` are the ids that the deployment has. */
export function parseArguments(
  argv: readonly string[],
  themes: readonly string[],
): { publication: Publication } | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const { values: options, words } = read;
  const [file, ...others] = words;
  if (!file) return { fault: { kind: 'no-file' } };
  if (others.length > 0) return { fault: { kind: 'several-files', files: words } };
  const fault = findFault(options, themes);
  if (fault) return { fault };
  return { publication: { file, description: describe(options), crs: toCrs(options.crs) } };
}

const OPTIONS = {
  help: { type: 'boolean' },
  layer: { type: 'string' },
  title: { type: 'string' },
  theme: { type: 'string' },
  crs: { type: 'string' },
  abstract: { type: 'string' },
  producer: { type: 'string' },
  licence: { type: 'string' },
  date: { type: 'string' },
  key: { type: 'string' },
  noun: { type: 'string' },
  gender: { type: 'string' },
} as const;

type Options = Partial<Record<keyof typeof OPTIONS, string>>;

function findFault(options: Options, themes: readonly string[]): UsageFault | null {
  const { layer, theme, crs, date, noun, gender } = options;
  if (!layer) return { kind: 'no-layer' };
  if (!/^[a-z][a-z0-9_]*$/.test(layer)) return { kind: 'bad-layer', id: layer };
  if (crs && !KNOWN_CRS.includes(toCrs(crs) as string)) return { kind: 'bad-crs', crs };
  if (date && !isDay(date)) return { kind: 'bad-date', date };
  if (noun && noun.split(',').length !== 2) return { kind: 'bad-noun', noun };
  if (gender && gender !== 'm' && gender !== 'f') return { kind: 'bad-gender', gender };
  if (theme && !themes.includes(theme)) return { kind: 'bad-theme', theme, themes: [...themes] };
  return null;
}

function describe({ layer, noun, gender, crs: _crs, help: _help, ...texts }: Options): Description {
  const [singular, plural] = noun?.split(',').map((word) => word.trim()) ?? [];
  return {
    id: layer as string,
    ...texts,
    ...(singular && plural && { noun: [singular, plural] as [string, string] }),
    ...(gender && { gender: gender as 'm' | 'f' }),
  };
}

/** Degrees have two names, `EPSG:4326` being the usual one. */
function toCrs(crs: string | undefined): string | null {
  if (!crs) return null;
  const code = /^\d+$/.test(crs) ? `EPSG:${crs}` : crs.toUpperCase();
  return code === 'EPSG:4326' ? 'OGC:CRS84' : code;
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
