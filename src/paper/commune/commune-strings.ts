import type { SheetColumn, SheetSource } from '../../domain/commune-sheet.ts';

const NO_BREAK = '\u00a0';

/** The French words of the document of a commune. */
export const communeStrings = {
  kicker: (code: string, territory: string) => `Commune ${code} · ${territory}`,
  asOf: (iso: string) => `Données au ${day(iso)}`,
  scale: (scale: number) => `Échelle 1:${number(scale, 0)}`,
  map: (name: string, scale: number) =>
    `Carte de ${name} à l’échelle 1:${number(scale, 0)} : les chiffres qui suivent disent ce qu’elle montre.`,
  noMap: 'La carte n’a pas pu être dessinée.',
  legend: 'Légende',
  unknown: 'non renseigné',
  place: (rank: number, outOf: number) => `${rank === 1 ? '1er' : `${rank}e`} sur ${outOf}`,
  median: (value: string) => `médiane ${value}`,
  sources: 'Sources',
  source: (source: SheetSource) =>
    source.kind === 'layer'
      ? `${source.title} (${day(source.date)})`
      : `${source.title}, ${source.reference}`,
  version: ({ title, date, version, attribution }: Extract<SheetSource, { kind: 'layer' }>) =>
    [title, day(date), `version ${version}`, attribution].filter(Boolean).join(', '),
  toCheck: `À vérifier${NO_BREAK}: `,
  page: (page: number, pages: number) => `page ${page} sur ${pages}`,
  disclaimer:
    'Document d’information : en matière de plan local d’urbanisme et de plan de prévention des risques, seul le document opposable fait foi. ' +
    'Rang 1 pour la plus grande valeur ; médiane des communes renseignées.',
};

/** A value with its unit, with the decimals that it and what it is held against call for; none for a whole number. */
export function quantity(value: number | null, peer: number | null, unit: string): string {
  if (value === null) return communeStrings.unknown;
  const size = Math.max(Math.abs(value), Math.abs(peer ?? 0));
  const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  return `${number(value, digits)}${NO_BREAK}${Math.abs(value) < 2 ? singular(unit) : unit}`;
}

/** A cell of a list with its unit, a bare number after its label; empty where it holds nothing. */
export function cellText(value: string | number | null, { label, unit }: SheetColumn): string {
  if (value === null) return '';
  if (typeof value === 'string') return ISO_DAY.test(value) ? day(value) : value;
  const isYear = unit === undefined && Number.isInteger(value) && value > 1800 && value < 2200;
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1;
  const text = isYear ? String(value) : number(value, digits);
  if (unit) return `${text}${NO_BREAK}${unit}`;
  return isYear ? text : `${label}${NO_BREAK}: ${text}`;
}

/** An ISO day in words; what is none comes back unchanged. */
export function day(iso: string): string {
  const [, year, month, date] = ISO_DAY.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(date) === 1 ? '1er' : Number(date)} ${name} ${year}` : iso;
}

function number(value: number, digits: number): string {
  return new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** `lot` for `lots`, `fuite/km` for `fuites/km`; symbols stay as they are. */
function singular(unit: string): string {
  return unit.replace(/^(\p{L}{3,})s\b/u, '$1');
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août'],
  ...['septembre', 'octobre', 'novembre', 'décembre'],
];
