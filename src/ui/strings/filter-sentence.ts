import type { RowFilter } from '../../domain/answer-view.ts';
import type { Value } from '../../domain/feature.ts';
import { answerView } from './answer-view.ts';
import { formatShortDate } from './format.ts';

/** What a filter of a column keeps, in a few words: `Surface (m²) : de 500 à 2 000`. */
export function filterSentence(
  filter: Exclude<RowFilter, { kind: 'extent' }>,
  label: string,
  format: (value: Value) => string,
): string {
  switch (filter.kind) {
    case 'range':
      return bounded(label, filter.min, filter.max, format);
    case 'period':
      return period(label, filter.from, filter.to);
    case 'text':
      return answerView.contains(label, filter.text);
    case 'among': {
      const { values } = filter;
      if (values.length === 1 && values[0] === null) return answerView.isEmpty(label);
      const named = values
        .slice(0, VALUES_NAMED)
        .map((value) => (value === null ? answerView.empty : format(value)));
      const others = values.length - named.length;
      return answerView.among(
        label,
        named.join(', ') + (others > 0 ? answerView.others(others) : ''),
      );
    }
  }
}

const VALUES_NAMED = 3;

function bounded(
  label: string,
  min: number | null,
  max: number | null,
  format: (value: Value) => string,
): string {
  if (min === null) return answerView.atMost(label, format(max));
  if (max === null) return answerView.atLeast(label, format(min));
  return answerView.between(label, format(min), format(max));
}

function period(label: string, from: string | null, to: string | null): string {
  if (from === null) return answerView.until(label, formatShortDate(to ?? ''));
  if (to === null) return answerView.since(label, formatShortDate(from));
  return answerView.fromDay(label, formatShortDate(from), formatShortDate(to));
}
