import { PAPERS, type Paper } from '../../src/paper/paper-size.ts';
import { type OptionFault, readOptions } from '../read-options.ts';

/** What a command line asks for. */
export interface AtlasCall {
  /** Folder of the site. */
  data: string;
  /** The PDF; null: `communes/atlas.pdf` of the site. */
  out: string | null;
  /** Ids of layers, topmost first; null: those of the pages of the communes. */
  layers: string[] | null;
  /** Denominator; null: the largest round one that shows every commune whole. */
  scale: number | null;
  paper: Paper;
  hasLists: boolean;
}

/** What is wrong with a command line. */
export type UsageFault =
  | OptionFault
  | { kind: 'stray'; word: string }
  | { kind: 'bad-scale'; value: string }
  | { kind: 'bad-format'; value: string };

/** What a command line asks for, or what is wrong with it; `data` is the folder where none is named. */
export function parseArguments(
  argv: readonly string[],
  data: string,
): AtlasCall | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const { values, flags, words } = read;
  const [word] = words;
  if (word !== undefined) return { fault: { kind: 'stray', word } };
  const format = values.format ?? 'A4';
  const paper = PAPERS.find((name) => name === format.toUpperCase());
  if (!paper) return { fault: { kind: 'bad-format', value: format } };
  const scale = values.echelle === undefined ? null : scaleOf(values.echelle);
  if (Number.isNaN(scale)) return { fault: { kind: 'bad-scale', value: values.echelle ?? '' } };
  return {
    data: values.data ?? data,
    out: values.sortie ?? null,
    layers: values.couches?.split(',').map((id) => id.trim()) ?? null,
    scale,
    paper,
    hasLists: flags.has('listes'),
  };
}

/** `25000`, `1:25000` or `25 000` as 25 000; NaN for what is no scale from 1:1 000 to 1:500 000. */
function scaleOf(text: string): number {
  const scale = Number(text.replace(/^1\s*[:/]/, '').replace(/\s/g, ''));
  return scale >= 1000 && scale <= 500_000 ? scale : Number.NaN;
}

const OPTIONS = {
  help: { type: 'boolean' },
  data: { type: 'string' },
  sortie: { type: 'string' },
  couches: { type: 'string' },
  echelle: { type: 'string' },
  format: { type: 'string' },
  listes: { type: 'boolean' },
} as const;
