import type { Indicator, SourceRef } from '../../domain/library.ts';
import { formatNumber, formatQuantity } from '../strings/format.ts';
import { figureWords } from '../strings/indicateurs.ts';

/** Sources as a reader finds them again: `Rapport d’activité 2024, lignes 1154 à 1198`; what is no source comes back unchanged. */
export function sourceText(sources: SourceRef, documents: Record<string, string>): string {
  return sources
    .split(' ; ')
    .map((source) => oneSource(source, documents))
    .join('\u00a0; ');
}

/** A published value with its unit; what is no number is as the document writes it. */
export function figureText({
  value,
  unit,
  raw,
}: Pick<Indicator, 'value' | 'unit' | 'raw'>): string {
  if (value === null) return raw;
  return unit === '' ? formatNumber(value) : formatQuantity(value, unit);
}

/** The year of a figure, or its years: `2022`, `2017-2022`; an em dash where the document gives none. */
export function yearsText({ year, since }: Pick<Indicator, 'year' | 'since'>): string {
  if (year === null) return '—';
  return since === undefined ? String(year) : `${since}-${year}`;
}

/** What a figure is of, in words. */
export const scopeText = (scope: string): string => (scope === 'agglo' ? figureWords.agglo : scope);

function oneSource(source: string, documents: Record<string, string>): string {
  const [, id = '', first, last] = SOURCE.exec(source) ?? [];
  const title = documents[id];
  if (title === undefined || first === undefined) return source;
  return last === undefined || last === first
    ? figureWords.line(title, first)
    : figureWords.lines(title, first, last);
}

/** `000:1154`, `000:1154-1198`: document, first line, last line. */
const SOURCE = /^(\d+):(\d+)(?:-(\d+))?$/;
