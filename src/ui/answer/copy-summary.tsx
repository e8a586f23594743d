import { Check, ClipboardList } from 'lucide-react';
import { useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import type { RowFilter, ViewResult } from '../../domain/answer-view.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { useEffects } from '../app-context.tsx';
import { answerSummary, summaryToHtml, summaryToText } from '../strings/answer-summary.ts';
import { answerView } from '../strings/answer-view.ts';
import { filterSentence } from '../strings/filter-sentence.ts';
import { tableColumns } from '../table/table-columns.ts';
import { communeField } from './groupings.ts';
import { sizeColumn } from './size-column.ts';
import { useRowFilters } from './use-answer-view.ts';

interface CopySummaryProps {
  answer: Answer;
  target: Layer;
  catalogue: Catalogue;
  layerTotal: number | null;
}

/** The button that puts the summary of the answer on the clipboard, as text and for word processors. */
export function CopySummary({ answer, target, catalogue, layerTotal }: CopySummaryProps) {
  const { viewAnswer } = useEffects();
  const filters = useRowFilters();
  const [label, setLabel] = useState(answerView.copySummary);
  const write = async () => {
    const field = communeField(target);
    const size = sizeColumn(answer);
    const sums = size ? [size] : [];
    const [kept, groups] = await Promise.all([
      filters.length > 0 ? viewAnswer(answer.id, filters, { kind: 'sums', columns: sums }) : null,
      field ? viewAnswer(answer.id, filters, { kind: 'groups', column: field.name, sums }) : null,
    ]);
    const blocks = answerSummary({
      answer,
      catalogue,
      layerTotal,
      kept: kept?.kind === 'sums' ? keptOf(kept, filters, answer, target, catalogue) : null,
      communes:
        field && groups?.kind === 'groups' ? { field, groups: bySize(groups.groups) } : null,
      link: location.href,
    });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([summaryToText(blocks)], { type: 'text/plain' }),
        'text/html': new Blob([summaryToHtml(blocks)], { type: 'text/html' }),
      }),
    ]);
  };
  const copy = () =>
    write().then(
      () => setLabel(answerView.copied),
      () => setLabel(answerView.copyRefused),
    );
  const Icon = label === answerView.copied ? Check : ClipboardList;
  return (
    <button type="button" className="button" onClick={copy}>
      <Icon size={16} aria-hidden="true" />
      <span aria-live="polite">{label}</span>
    </button>
  );
}

function keptOf(
  { count, sums }: Extract<ViewResult, { kind: 'sums' }>,
  filters: RowFilter[],
  answer: Answer,
  target: Layer,
  catalogue: Catalogue,
) {
  const columns = tableColumns(answer, target, catalogue);
  const sentences = filters.map((filter) => {
    if (filter.kind === 'extent') return answerView.inSight;
    const column = columns.find(({ name }) => name === filter.column);
    return filterSentence(filter, column?.label ?? filter.column, column?.say ?? String);
  });
  return { filters: sentences, count, total: sums[0]?.sum ?? null };
}

type Group = Extract<ViewResult, { kind: 'groups' }>['groups'][number];

function bySize(groups: Group[]): Group[] {
  return [...groups].sort((a, b) => (b.sums[0] ?? b.count) - (a.sums[0] ?? a.count));
}
