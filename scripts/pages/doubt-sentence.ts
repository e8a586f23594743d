import type { Contradiction } from '../../src/domain/library.ts';
import { formatQuantity, NO_BREAK_SPACE } from '../../src/ui/strings/format.ts';
import { sourceOf } from './sheet-source.ts';

/** What the documents say of a matter that they do not agree on: every value, each with its place. */
export function doubtSentence(
  { subject, unit, values, communes }: Contradiction,
  documents: Readonly<Record<string, string>>,
): string {
  const told = values.map(({ value, year, source }) => {
    const { title, reference } = sourceOf(source, documents);
    const when = year === undefined || title.includes(String(year)) ? '' : `, pour ${year}`;
    return `${formatQuantity(value, unit)} (${title}, ${reference}${when})`;
  });
  const colon = `${NO_BREAK_SPACE}:`;
  const scope = communes ? '' : ', pour tout le territoire';
  return `Les documents ne s’accordent pas. ${subject}${scope}${colon} ${told.join(`${NO_BREAK_SPACE}; `)}.`;
}
