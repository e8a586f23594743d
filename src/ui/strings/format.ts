import { isInseeCode } from '../../domain/commune.ts';
import type { Value } from '../../domain/feature.ts';
import type { Field, GeometryFamily } from '../../domain/layer.ts';
import { singularUnit } from './grammar.ts';
import { foldText } from './match-text.ts';

/** Narrow no-break space: before symbols of units and between thousands. */
export const THIN_SPACE = '\u202f';

/** No-break space: before a unit that is a word, before a colon and inside French quotation marks. */
export const NO_BREAK_SPACE = '\u00a0';

/**
 * A number as French writes it: thin spaces between thousands, decimal comma, at most `digits` decimals; an ellipsis
 * for one still to be written (NaN).
 */
export function formatNumber(value: number, digits = 2): string {
  if (Number.isNaN(value)) return '…';
  const formatter = formatters.get(digits) ?? addFormatter(digits, digits);
  return formatter.format(value);
}

/** A number with exactly `digits` decimals, so that those of a column stand in line; an ellipsis for NaN. */
export function formatAligned(value: number, digits: number): string {
  if (Number.isNaN(value)) return '…';
  const key = -1 - digits;
  const formatter = formatters.get(key) ?? addFormatter(key, digits, digits);
  return formatter.format(value);
}

/** A number and its unit: `1 250 m²`, `3 lots libres`; a unit that is words is singular below two: `1,5 lot libre`. */
export function formatQuantity(value: number, unit: string, digits = 2): string {
  const agreed = Math.abs(Number(value.toFixed(digits))) < 2 ? singularUnit(unit) : unit;
  return `${formatNumber(value, digits)}${unitSpace(unit)}${agreed}`;
}

/** What parts a number from its unit: a thin space before a symbol, a whole one before a word (`1 250 habitants`). */
export function unitSpace(unit: string): string {
  return /^\p{L}{4}/u.test(unit) ? NO_BREAK_SPACE : THIN_SPACE;
}

/** An area given in m²: in m² below one hectare (`1 250 m²`), in hectares from there on (`12,4 ha`). */
export function formatArea(squareMetres: number): string {
  if (squareMetres < SQUARE_METRES_PER_HA) return formatQuantity(squareMetres, 'm²', 0);
  const hectares = squareMetres / SQUARE_METRES_PER_HA;
  return formatQuantity(hectares, 'ha', hectares < 100 ? 1 : 0);
}

/** A length given in metres: in metres below one kilometre (`850 m`), in kilometres from there on (`12,4 km`). */
export function formatLength(metres: number): string {
  if (metres < METRES_PER_KM) return formatQuantity(metres, 'm', 0);
  const kilometres = metres / METRES_PER_KM;
  return formatQuantity(kilometres, 'km', kilometres < 100 ? 1 : 0);
}

/** The size of features in the unit of their family: areas (m²) as `formatArea`, lengths (m) as `formatLength`. */
export function formatSize(size: number, family: GeometryFamily): string {
  return family === 'polygon' ? formatArea(size) : formatLength(size);
}

/** A share from 0 to 1 as a percentage: `50 %`. */
export function formatShare(share: number, digits = 1): string {
  return formatQuantity(share * 100, '%', digits);
}

/** A share from 0 to 1 as a percentage with exactly `digits` decimals, so that those of a column stand in line: `50,0 %`. */
export function formatAlignedShare(share: number, digits = 1): string {
  return `${formatAligned(share * 100, digits)}${THIN_SPACE}%`;
}

/** The size of a file: `1,2 Mo`, `340 ko`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatQuantity(bytes, 'o', 0);
  if (bytes < 1_000_000) return formatQuantity(bytes / 1000, 'ko', 0);
  return formatQuantity(bytes / 1_000_000, 'Mo', 1);
}

/** A duration given in milliseconds: `340 ms`, `1,8 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return formatQuantity(milliseconds, 'ms', 0);
  return formatQuantity(milliseconds / 1000, 's', 1);
}

/** An ISO date in words, `1er janvier 2026`; what is no ISO date comes back unchanged. */
export function formatDate(iso: string): string {
  const match = ISO_DATE.exec(iso);
  if (!match) return iso;
  const day = Number(match[3]);
  const month = MONTHS[Number(match[2]) - 1];
  if (!month) return iso;
  return `${day === 1 ? '1er' : day} ${month} ${match[1]}`;
}

/** A moment, ISO 8601 with its time, as readers where they are write it: `3 mars 2025 à 14 h 05`; a mere date as `formatDate`. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (!iso.includes('T') || Number.isNaN(moment.getTime())) return formatDate(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${formatDate(day)} à ${moment.getHours()}\u00a0h\u00a0${two(moment.getMinutes())}`;
}

/** An ISO date as dense tables show it, `01/01/2026`; what is no ISO date comes back unchanged. */
export function formatShortDate(iso: string): string {
  const match = ISO_DATE.exec(iso);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : iso;
}

/** A text with its first letter in capital. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** A label as it stands inside a sentence: its first letter small, unless it begins with an acronym. */
export function lowerFirst(label: string): string {
  const second = label.charAt(1);
  const isAcronym = second !== second.toLocaleLowerCase('fr') || /\d/.test(second);
  return isAcronym ? label : label.charAt(0).toLocaleLowerCase('fr') + label.slice(1);
}

/** A count and its noun: `1 parcelle`, `274 310 parcelles`. Zero takes the singular, as French does. */
export function formatCount(count: number, noun: readonly [string, string]): string {
  return `${formatNumber(count, 0)} ${count < 2 ? noun[0] : noun[1]}`;
}

/** Whether the numbers of a field are years. */
export const isYear = ({ label, description }: Field): boolean =>
  YEAR_LABEL.test(label) || YEAR_DESCRIPTION.test(description ?? '');

/** A number of a field with its unit; years are not cut in thousands. */
export function formatFieldNumber(value: number, field: Field): string {
  if (isYear(field)) return String(value);
  if (field.unit) return formatQuantity(value, field.unit);
  return formatNumber(value);
}

/**
 * The value of a field as a reader sees it: numbers with their unit, official codes with their meaning
 * (`AUc : à urbaniser, ouverte`), dates in words, `oui` or `non`. An absent value is an em dash.
 */
export function formatValue(value: Value, field: Field): string {
  if (value === null || value === '') return '—';
  const meaning = field.codes?.[String(value)];
  if (meaning !== undefined) return withMeaning(String(value), meaning);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (field.type === 'date') return formatDate(String(value));
  if (typeof value === 'number') return formatFieldNumber(value, field);
  return value;
}

/** A code and its meaning, a commune before its code, or the meaning alone where the code is only a plain spelling of it. */
function withMeaning(code: string, meaning: string): string {
  if (isInseeCode(code)) return `${meaning} (${code})`;
  return isSpelling(code, meaning) ? meaning : `${code}${NO_BREAK_SPACE}: ${meaning}`;
}

/**
 * Whether a code tells a reader nothing that its meaning does not: a plain spelling of it, as `reservoir_biodiversite` is, or a mere
 * word that stands for it, as `gemapi` for « inondations et milieux aquatiques ».
 */
export function isSpelling(code: string, meaning: string): boolean {
  if (WORD_CODE.test(code)) return true;
  return foldText(code).replace(/[-_]/g, ' ') === foldText(meaning).replace(/[-_]/g, ' ');
}

function addFormatter(key: number, most: number, least = 0): Intl.NumberFormat {
  const formatter = new Intl.NumberFormat('fr-FR', {
    maximumFractionDigits: most,
    minimumFractionDigits: least,
  });
  formatters.set(key, formatter);
  return formatter;
}

const SQUARE_METRES_PER_HA = 10_000;
const METRES_PER_KM = 1000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const YEAR_LABEL = /\b(année|millésime)/i;
const YEAR_DESCRIPTION = /^(année|millésime)/i;
/** Small letters alone: official codes have capitals or digits. */
const WORD_CODE = /^\p{Ll}{3,}(_\p{Ll}+)*$/u;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
/** By most decimals; those of exactly `n` decimals by `-1 - n`. */
const formatters = new Map<number, Intl.NumberFormat>();
