import type { Layer } from '../../../domain/layer.ts';
import { formatDate } from '../../strings/format.ts';
import { parcelSheet as words } from '../../strings/parcel-sheet.ts';
import type { CardLine } from '../card-lines.ts';
import type { ToldLine, ToldSection } from './sheet-sections.ts';

/** A sheet as plain text, to be pasted in a message: what it is worth first, each line with its sources and their dates, how it measures. */
export function sheetText(
  title: string,
  facts: CardLine[],
  sections: ToldSection[],
  how: string,
): string {
  return [
    title,
    `${words.warning} ${words.warningMore}`,
    '',
    ...facts.map(({ label, value, note }) => `${label} : ${value}${note ? ` (${note})` : ''}`),
    ...sections.flatMap((section) => [
      '',
      section.title.toLocaleUpperCase('fr'),
      ...section.lines.flatMap(lineText),
    ]),
    '',
    how,
  ].join('\n');
}

function lineText({ label, parts, nothing, notes, failures, sources }: ToldLine): string[] {
  const told = parts.map(({ title, details, amount, pieces }) => {
    const written = pieces.map(({ name, href, note }) =>
      [name, href ?? `(${note})`].filter((part) => part !== '').join(' '),
    );
    return `  - ${[title, amount, ...details, ...written].join(' ; ')}`;
  });
  return [
    nothing ? `${label} : ${nothing}` : `${label} :`,
    ...told,
    ...notes.map((note) => `  ${note}`),
    ...failures.map((failure) => `  ${words.failed(failure.title)}`),
    ...sources.map((layer) => `  ${words.source} : ${sourceText(layer)}`),
  ];
}

/** A layer as a source: its title, who produced it, its date. */
export function sourceText({ title, producer, date }: Layer): string {
  return `${title}, ${producer}, ${formatDate(date)}`;
}
