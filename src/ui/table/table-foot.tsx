import type { ViewResult } from '../../domain/answer-view.ts';
import { answerView } from '../strings/answer-view.ts';
import type { ShownColumn } from './table-model.ts';

interface TableFootProps {
  columns: ShownColumn[];
  template: string;
  /** The sums of the rows that are kept; null while they are being made. */
  sums: Extract<ViewResult, { kind: 'sums' }> | null;
}

/** The sums of the chosen columns, each under its column; mean, median and extremes are told on pointing at one. */
export function TableFoot({ columns, template, sums }: TableFootProps) {
  return (
    <tfoot className="table-foot">
      <tr style={{ gridTemplateColumns: template }}>
        <th scope="row" aria-label={answerView.foot}>
          Σ
        </th>
        {columns.map((column) => {
          const sum = sums?.sums.find((other) => other.column === column.name);
          return (
            <td key={column.name} data-number={column.isNumber} title={sum && statsOf(sum, column)}>
              {sum && column.format(sum.sum)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function statsOf(
  sum: Extract<ViewResult, { kind: 'sums' }>['sums'][number],
  { label, format }: ShownColumn,
): string {
  const lines = [
    answerView.sumOf(label, format(sum.sum)),
    answerView.stats(format(sum.mean), format(sum.median), format(sum.min), format(sum.max)),
  ];
  if (sum.missing > 0) lines.push(answerView.missing(sum.missing));
  return lines.join('\n');
}
