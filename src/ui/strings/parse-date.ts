import { isIsoDay } from '../../domain/iso-day.ts';
import { foldText } from './match-text.ts';

/** A date as a reader typed it: the ISO day, or what is wrong: no date at all, or a day that the calendar has not. */
export type ReadDate = { kind: 'day'; iso: string } | { kind: 'empty' | 'nonsense' | 'absent' };

/** The day that a reader typed: `28/02/2024`, `28-2-24`, `28 février 2024`, `2024-02-28`; `2024` is its first day. */
export function parseFrenchDate(text: string): ReadDate {
  const trimmed = foldText(text).trim();
  if (trimmed === '') return { kind: 'empty' };
  const parts = partsOf(trimmed);
  if (!parts) return { kind: 'nonsense' };
  const [year, month, day] = parts;
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDay(iso) ? { kind: 'day', iso } : { kind: 'absent' };
}

function partsOf(text: string): [year: number, month: number, day: number] | null {
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text);
  if (numbers) return [fullYear(numbers[3] as string), Number(numbers[2]), Number(numbers[1])];
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  if (/^\d{4}$/.test(text)) return [Number(text), 1, 1];
  const words = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/.exec(text);
  const month = words ? MONTHS.findIndex((name) => name.startsWith(words[2] as string)) : -1;
  return words && month >= 0 ? [Number(words[3]), month + 1, Number(words[1])] : null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** Unaccented, as `foldText` leaves them. */
const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
