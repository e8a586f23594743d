import { ScrollRegion } from '../frame/scroll-region.tsx';
import { savedWords } from '../strings/indicateurs.ts';
import type { ReplyColumn, ReplyRow } from './reply-columns.ts';

/** The rows of a reply and what they do. */
export interface ReplyTableProps {
  columns: ReplyColumn[];
  rows: ReplyRow[];
  /** Rows of the whole reply, of which `rows` are the first. */
  count: number;
  /** Index of the column that names a row. */
  named: number;
  caption: string;
  /** What the first cell of a row does on the map; null where it does nothing. */
  onOpen: (index: number) => (() => void) | null;
  onMore: () => void;
}

/** The rows of a reply in a table that says how many there are, and shows more when it is asked. */
export function ReplyTable({
  columns,
  rows,
  count,
  named,
  caption,
  onOpen,
  onMore,
}: ReplyTableProps) {
  const rest = count - rows.length;
  return (
    <>
      <ScrollRegion className="plain-scroll" label={caption}>
        <table className="plain-table" aria-rowcount={count + 1}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" data-number={column.isNumber}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no key of their own and keep their order
              <Row key={index} columns={columns} row={row} named={named} open={onOpen(index)} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="more-rows">
        {rest > 0 ? savedWords.shownRows(rows.length, count) : savedWords.rows(count)}{' '}
        {rest > 0 && (
          <button type="button" className="link-button" onClick={onMore}>
            {savedWords.moreRows(Math.min(rest, MORE_ROWS))}
          </button>
        )}
      </p>
    </>
  );
}

/** Rows that one press of the button adds. */
export const MORE_ROWS = 100;

interface RowProps {
  columns: ReplyColumn[];
  row: ReplyRow;
  named: number;
  open: (() => void) | null;
}

function Row({ columns, row, named, open }: RowProps) {
  return (
    <tr>
      {columns.map((column, i) => {
        const text = column.format(row[i] ?? null);
        if (i !== named) {
          return (
            <td key={column.name} data-number={column.isNumber}>
              {text}
            </td>
          );
        }
        return (
          <th key={column.name} scope="row">
            {open ? (
              <button
                type="button"
                className="link-button"
                title={savedWords.focus(text)}
                onClick={open}
              >
                {text}
              </button>
            ) : (
              text
            )}
          </th>
        );
      })}
    </tr>
  );
}
