import type { SheetFigure, SheetSource } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { communeFormat } from '../ui/strings/communes.ts';

/** The value of a figure with its unit, or « non renseigné ». */
export function figureValue({ value, median, unit }: SheetFigure): string {
  return quantity(value, [value, median], unit);
}

/** The median of a figure with its unit, with the decimals of its value. */
export function figureMedian({ value, median, unit }: SheetFigure): string {
  return quantity(median, [value, median], unit);
}

/**
 * A value with its unit in the number that French gives it, written with the decimals that its `peers` call for; a whole number,
 * as counts are, without any.
 */
export function quantity(value: number | null, peers: (number | null)[], unit: string): string {
  if (value === null) return communePages.unknown;
  return communeFormat(
    Number.isInteger(value) ? [value] : peers,
    Math.abs(value) < 2 ? singularUnit(unit) : unit,
  )
    .value(value)
    .trimEnd();
}

/** A unit after a number below two: `lot`, `fuite/km`; symbols stay as they are. */
function singularUnit(unit: string): string {
  return unit.replace(/^(\p{L}{3,})s\b/u, (word, stem: string) =>
    INVARIABLE.includes(word) ? word : stem,
  );
}

/** A source in words, with its date or its place in the document. */
export function sourceText(source: SheetSource): string {
  return source.kind === 'layer'
    ? communePages.layerSource(source.title, source.date)
    : communePages.documentSource(source.title, source.reference);
}

/** French nouns that end in s in the singular too. */
const INVARIABLE = ['mois', 'permis', 'temps', 'accès', 'bus', 'fois', 'bras', 'bois'];
