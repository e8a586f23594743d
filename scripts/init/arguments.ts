import { isTerritoryFolder } from '../publish/site.ts';
import { type OptionFault, readOptions } from '../read-options.ts';

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'no-code' }
  | { kind: 'bad-folder'; folder: string }
  | { kind: 'bad-url'; url: string }
  | { kind: 'contact-without-name' };

/** Who answers for the data of a territory, and where it is served. */
export interface TerritoryWords {
  url?: string;
  service?: string;
  contact?: { name: string; email?: string; url?: string };
}

/** What a command line asks for: a territory by its code, or candidates by words. */
export interface InitCall {
  /** SIREN, as it was written; null where words are looked for. */
  siren: string | null;
  /** Words to look for in the official list; empty with a `siren`. */
  words: string;
  /** Folder of a territory beside the main one; null for the main one. */
  into: string | null;
  /** Whether a territory of another SIREN gives way. */
  force: boolean;
  said: TerritoryWords;
}

/** What a command line asks for, or what is wrong with it. */
export function parseArguments(argv: readonly string[]): InitCall | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const { values, flags, words } = read;
  const [first] = words;
  const typed =
    values.epci ?? (words.length === 1 && first && /^\d{9}$/.test(first) ? first : null);
  const isCode = typed !== null && /^[\d\s]+$/.test(typed);
  const text = [values.nom, isCode ? null : typed, isCode ? null : words.join(' ')];
  const wanted = text.filter(Boolean).join(' ');
  if (!isCode && !wanted) return { fault: { kind: 'no-code' } };
  const fault = findFault(values);
  if (fault) return { fault };
  const { url, service, into, contact } = values;
  const { 'contact-email': email, 'contact-url': page } = values;
  return {
    siren: isCode ? typed.replace(/\s/g, '') : null,
    words: wanted,
    into: into ?? null,
    force: flags.has('force'),
    said: {
      ...(url && { url: url.endsWith('/') ? url : `${url}/` }),
      ...(service && { service }),
      ...(contact && {
        contact: { name: contact, ...(email && { email }), ...(page && { url: page }) },
      }),
    },
  };
}

const OPTIONS = {
  help: { type: 'boolean' },
  epci: { type: 'string' },
  nom: { type: 'string' },
  into: { type: 'string' },
  force: { type: 'boolean' },
  url: { type: 'string' },
  service: { type: 'string' },
  contact: { type: 'string' },
  'contact-email': { type: 'string' },
  'contact-url': { type: 'string' },
} as const;

type Options = Partial<Record<keyof typeof OPTIONS, string>>;

function findFault(options: Options): UsageFault | null {
  const { into, url, contact, 'contact-email': email, 'contact-url': page } = options;
  if (into && !isTerritoryFolder(into)) return { kind: 'bad-folder', folder: into };
  if (url && !/^https?:\/\/[^\s/]+/.test(url)) return { kind: 'bad-url', url };
  if (!contact && (email || page)) return { kind: 'contact-without-name' };
  return null;
}
