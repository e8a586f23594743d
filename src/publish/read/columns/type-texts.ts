import { isInseeCode } from '../../../domain/commune.ts';
import type { Value } from '../../../domain/feature.ts';
import { isIsoDay } from '../../../domain/iso-day.ts';
import type { Field } from '../../../domain/layer.ts';
import { inferColumn } from '../../../loaders/infer-fields.ts';
import { frenchNumber } from './french-number.ts';

/**
 * A column of cells of text as values, all of one type: numbers as the French write them, days (`31/12/2024` too) as ISO
 * text, `true`, `false`, `vrai`, `faux`. Text stays text when one cell is none of these, when one has a zero in front
 * (INSEE 01004), or when the name is that of a code (INSEE, SIREN, code postal…). Blank cells are null, and `NA` and the
 * like are among numbers, days and booleans; among text they are null when `isNaMissing`.
 */
export function typeTexts(
  name: string,
  cells: readonly string[],
  isNaMissing: boolean,
): { field: Field; values: Value[] } {
  const trimmed = cells.map((cell) => cell.trim());
  const known = trimmed.filter((cell) => cell !== '' && !isNa(cell));
  const convert = known.length > 0 ? converterOf(name, known) : null;
  const values = trimmed.map((cell): Value => {
    if (cell === '' || (isNa(cell) && (convert || isNaMissing))) return null;
    return convert ? convert(cell) : cell;
  });
  return inferColumn(name, values);
}

/** Whether a cell says that there is no value, as R, Python, spreadsheets and databases write it. */
export function isNa(cell: string): boolean {
  return /^(#?N\/?A|NaN|NULL|<NA>|#N\/D)$/i.test(cell);
}

type Convert = (cell: string) => Value;

/** How all cells become values of another type than text; null when they do not. */
function converterOf(name: string, known: readonly string[]): Convert | null {
  const isCode = isCodeName(name) || (/com/i.test(name) && known.every(isInseeCode));
  if (!isCode && known.every((cell) => frenchNumber(cell) !== null)) return frenchNumber;
  if (known.every((cell) => frenchDay(cell) !== null)) return frenchDay;
  if (known.every((cell) => /^(true|false|vrai|faux)$/i.test(cell))) {
    return (cell) => /^(true|vrai)$/i.test(cell);
  }
  return null;
}

/** `31/12/2024` or `2024/12/31` → `2024-12-31`; null for what is no day. */
function frenchDay(cell: string): string | null {
  const iso = cell
    .replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1')
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)$/, '$1-$2-$3');
  return isIsoDay(iso) ? iso : null;
}

/** Names of columns whose digits are a code, not an amount. */
function isCodeName(name: string): boolean {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return CODE_NAME.test(plain.replace(/[^a-z0-9]+/g, '_'));
}

const CODE_NAME =
  /(^|_)(code\w*|cod|cd|insee\w*|depcom|codgeo|siren\w*|siret\w*|cp|postal|iris|finess|uai|naf|ape|nic|dep|reg|tel|telephone|fax|idu|idpar|epci|rna|comm?_insee|section)(_|$)|insee|siren|siret/;
