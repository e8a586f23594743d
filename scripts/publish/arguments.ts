import { foldText } from '../../src/domain/fold-text.ts';
import { isIsoDay } from '../../src/domain/iso-day.ts';
import { MAINTENANCE_FREQUENCIES, type MaintenanceFrequency } from '../../src/domain/layer.ts';
import { INSPIRE_THEMES } from '../../src/domain/nomenclature/inspire-themes.ts';
import { MAINTENANCE_NAMES } from '../../src/domain/nomenclature/maintenance-frequencies.ts';
import { parseScale } from '../../src/domain/parse-scale.ts';
import { parseCrs } from '../../src/publish/crs/parse-crs.ts';
import type { Description } from '../../src/publish/describe/describe-layer.ts';
import { type OptionFault, readOptions } from '../read-options.ts';
import type { Publication } from './publish.ts';
import { isTerritoryFolder } from './site.ts';

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'no-file' }
  | { kind: 'bad-layer'; id: string }
  | { kind: 'bad-territory'; folder: string }
  | { kind: 'bad-crs'; crs: string }
  | { kind: 'bad-date'; date: string }
  | { kind: 'bad-noun'; noun: string }
  | { kind: 'bad-gender'; gender: string }
  | { kind: 'bad-maintenance'; maintenance: string }
  | { kind: 'bad-inspire'; code: string }
  | { kind: 'bad-scale'; scale: string }
  | { kind: 'bad-issues-file'; file: string }
  | { kind: 'contact-without-name' }
  | { kind: 'bad-theme'; theme: string; themes: string[] };

/** What a command line asks for. */
export interface PublishCall {
  publication: Publication;
  /** Public folder to publish to; absent: the one of the site. */
  out: string | undefined;
  /** Folder of a territory beside the main one; absent: the main one. */
  territory: string | undefined;
  /** Whether the answer is one JSON document. */
  json: boolean;
  /** File for the issues, `.geojson` or `.csv`. */
  issuesFile: string | undefined;
}

/** What a command line asks for, or what is wrong with it. `themes` are the ids that the deployment has. */
export function parseArguments(
  argv: readonly string[],
  themes: readonly string[],
): PublishCall | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const { values, flags, words } = read;
  if (words.length === 0) return { fault: { kind: 'no-file' } };
  const fault = findFault(values, themes);
  if (fault) return { fault };
  return {
    publication: {
      paths: words,
      from: values.from ?? null,
      crs: values.crs ? parseCrs(values.crs) : null,
      keep: listOf(values.keep),
      description: describe(values),
      accept: flags.has('accept'),
      dryRun: flags.has('dry-run'),
    },
    out: values.out,
    territory: values.territoire,
    json: flags.has('json'),
    issuesFile: values.issues,
  };
}

const OPTIONS = {
  help: { type: 'boolean' },
  accept: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  territoire: { type: 'string' },
  issues: { type: 'string' },
  layer: { type: 'string' },
  from: { type: 'string' },
  crs: { type: 'string' },
  keep: { type: 'string' },
  title: { type: 'string' },
  theme: { type: 'string' },
  abstract: { type: 'string' },
  producer: { type: 'string' },
  service: { type: 'string' },
  maintenance: { type: 'string' },
  contact: { type: 'string' },
  'contact-email': { type: 'string' },
  'contact-url': { type: 'string' },
  licence: { type: 'string' },
  date: { type: 'string' },
  lineage: { type: 'string' },
  quality: { type: 'string' },
  keywords: { type: 'string' },
  inspire: { type: 'string' },
  scale: { type: 'string' },
  standard: { type: 'string' },
  key: { type: 'string' },
  'title-field': { type: 'string' },
  noun: { type: 'string' },
  gender: { type: 'string' },
} as const;

type Options = Partial<Record<keyof typeof OPTIONS, string>>;

function findFault(options: Options, themes: readonly string[]): UsageFault | null {
  const { layer, theme, crs, date, noun, gender, maintenance, inspire, scale, issues } = options;
  const { territoire } = options;
  if (territoire && !isTerritoryFolder(territoire)) {
    return { kind: 'bad-territory', folder: territoire };
  }
  if (layer && !/^[a-z][a-z0-9_]*$/.test(layer)) return { kind: 'bad-layer', id: layer };
  if (crs && !parseCrs(crs)) return { kind: 'bad-crs', crs };
  if (date && !isIsoDay(date)) return { kind: 'bad-date', date };
  if (noun && listOf(noun).length !== 2) return { kind: 'bad-noun', noun };
  if (gender && gender !== 'm' && gender !== 'f') return { kind: 'bad-gender', gender };
  if (maintenance && !findFrequency(maintenance)) return { kind: 'bad-maintenance', maintenance };
  if (inspire && !(inspire.toLowerCase() in INSPIRE_THEMES)) {
    return { kind: 'bad-inspire', code: inspire };
  }
  if (scale && !parseScale(scale)) return { kind: 'bad-scale', scale };
  if (issues && !/\.(geojson|csv)$/i.test(issues)) return { kind: 'bad-issues-file', file: issues };
  const { contact, 'contact-email': email, 'contact-url': url } = options;
  if (!contact && (email || url)) return { kind: 'contact-without-name' };
  if (theme && !themes.includes(theme)) return { kind: 'bad-theme', theme, themes: [...themes] };
  return null;
}

/** What is said of the layer: options that were not given say nothing. */
function describe(options: Options): Partial<Description> {
  const { layer, title, theme, abstract, producer, service, licence, date, lineage } = options;
  const { quality, standard, key, contact, 'title-field': titleField } = options;
  const { 'contact-email': email, 'contact-url': url } = options;
  const [singular, plural] = listOf(options.noun);
  const said = {
    id: layer,
    title,
    theme,
    abstract,
    producer,
    service,
    licence,
    date,
    lineage,
    quality,
    standard,
    key,
    titleField,
    maintenance: options.maintenance && findFrequency(options.maintenance),
    contact: contact && { name: contact, ...(email && { email }), ...(url && { url }) },
    keywords: options.keywords && listOf(options.keywords),
    inspireTheme: options.inspire?.toLowerCase(),
    scale: options.scale && parseScale(options.scale),
    noun: singular && plural && [singular, plural],
    gender: options.gender,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

/** By its code or its French name: `annually`, "tous les ans". */
function findFrequency(text: string): MaintenanceFrequency | undefined {
  return MAINTENANCE_FREQUENCIES.find((code) => {
    return (
      foldText(code) === foldText(text) || foldText(MAINTENANCE_NAMES[code]) === foldText(text)
    );
  });
}

function listOf(text: string | undefined): string[] {
  const words = text?.split(',').map((word) => word.trim()) ?? [];
  return words.filter((word) => word !== '');
}
