import type { ReplyColumn, ReplyRow } from './reply-columns.ts';

interface FacingTableProps {
  columns: ReplyColumn[];
  rows: ReplyRow[];
  /** Index of the column that names a row. */
  named: number;
  caption: string;
}

/** Few rows of many columns, turned: a column each, so that they are read side by side without scrolling. */
export function FacingTable({ columns, rows, named, caption }: FacingTableProps) {
  const naming = columns[named];
  return (
    <table className="plain-table facing-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{naming?.label}</th>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and keep their order
            <th key={index} scope="col">
              {naming?.format(row[named] ?? null)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column, at) =>
          at === named ? null : (
            <tr key={column.name}>
              <th scope="row">{column.label}</th>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={index}>{column.format(row[at] ?? null)}</td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** Whether rows are better read turned: few of them, with more columns than a page is wide. */
export const isBetterTurned = (count: number, columns: number): boolean =>
  count <= MOST_ROWS && columns > LEAST_COLUMNS;

const MOST_ROWS = 3;
const LEAST_COLUMNS = 4;
