import type { Value } from '../../domain/feature.ts';
import type { Field } from '../../domain/layer.ts';
import type { TextEncoding } from '../../loaders/text-encoding.ts';
import type { Finding, IssueFacts } from '../issue.ts';

/** Something that a reader has to tell of a whole table. */
export function tableFinding(rule: string, facts: IssueFacts = {}): Finding {
  return { rule, row: null, place: null, facts };
}

/** What a reader tells of a table of features: heights that it dropped, collections that it took apart. */
export function featureFindings(rows: {
  hasHeights: boolean;
  splitCollections: number;
}): Finding[] {
  const { hasHeights, splitCollections } = rows;
  return [
    ...(hasHeights ? [tableFinding('source.heights-dropped')] : []),
    ...(splitCollections > 0
      ? [tableFinding('source.collections-split', { count: splitCollections })]
      : []),
  ];
}

/** What a reader tells of text whose encoding nothing said; nothing for UTF-8, which all expect. */
export function encodingFindings(encoding: TextEncoding): Finding[] {
  if (encoding === 'utf-8') return [];
  const name = encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase();
  return [tableFinding('source.encoding-guessed', { encoding: name })];
}

/** What a reader tells of integers that JSON holds, but numbers here not to the last digit. */
export function roundedFindings(
  fields: readonly Field[],
  columns: Record<string, Value[]>,
): Finding[] {
  return fields
    .filter(({ name, type }) => type === 'number' && columns[name]?.some(isRounded))
    .map(({ name }) => ({ ...tableFinding('source.integers-rounded'), field: name }));
}

/** Beyond 10²¹ a number is an amount, no code. */
function isRounded(value: Value): boolean {
  const isInteger = typeof value === 'number' && Number.isInteger(value);
  return isInteger && !Number.isSafeInteger(value) && Math.abs(value) < 1e21;
}
