import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Answer } from '../../domain/answer.ts';
import type { RowFilter, ViewResult } from '../../domain/answer-view.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { changeView, currentView, toggleGroup } from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { useWidth } from '../frame/use-width.ts';
import { answerView } from '../strings/answer-view.ts';
import { fr } from '../strings/fr.ts';
import type { TableLines } from './row-blocks.ts';
import { RowsFailed } from './rows-failed.tsx';
import type { TableColumn } from './table-columns.ts';
import { TableFoot } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { GroupLine, RowLine } from './table-line.tsx';
import { LEAD_WIDTH_PX, useTableModel } from './table-model.ts';
import { useAnswerRows } from './use-answer-rows.ts';
import { useGridFocus } from './use-grid-focus.ts';

/** What the two forms of the rows of an answer, table and cards, are given. */
export interface AnswerRowsProps {
  answer: Answer;
  target: Layer;
  catalogue: Catalogue;
  columns: TableColumn[];
  /** What is kept of the answer, as lines. */
  lines: TableLines;
  filters: RowFilter[];
  /** Names of the columns that are summed, and their sums. */
  summed: string[];
  sums: Extract<ViewResult, { kind: 'sums' }> | null;
  /** Shows the feature of that key on the map and in its card. */
  onOpen: (key: string) => void;
  /** The same, with why it is in the answer. */
  onWhy: (key: string) => void;
}

/** The kept rows of an answer in a grid that draws only those in sight. */
export function AnswerTable(props: AnswerRowsProps) {
  const { answer, target, columns, lines, filters, summed, sums, onOpen, onWhy } = props;
  const act = useAct();
  const { sort, group } = useAppState(currentView);
  const scroller = useRef<HTMLDivElement>(null);
  const model = useTableModel(columns, useWidth(scroller));
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    scrollMargin: HEADER_HEIGHT_PX,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    scrollPaddingEnd: 2 * ROW_HEIGHT_PX,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const rows = useAnswerRows(answer.id, sort, filters, lines, first, last);
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 3);
  const size = { lines: lines.length, columns: model.shown.length + 1, page };
  const focus = useGridFocus(scroller, size, (line) => virtualizer.scrollToIndex(line));
  const template = [LEAD_WIDTH_PX, ...model.shown.map(({ width }) => width)]
    .map((width) => `${width}px`)
    .join(' ');
  const names = useMemo(() => model.all.map(({ name }) => name), [model.all]);
  const grouped = columns.find(({ name }) => name === group);
  const shared = { template, columns: model.shown, target, cell: focus.cell };
  return (
    <div className="table-scroll" ref={scroller}>
      {rows.failure && <RowsFailed error={rows.failure} onRetry={rows.retry} />}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
        role="grid"
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        className="table"
        style={{ width: model.width }}
        onKeyDown={focus.onKeyDown}
      >
        <caption className="visually-hidden">{fr.table.title}</caption>
        <TableHead
          answer={answer.id}
          columns={model.shown}
          order={names}
          sums={summed}
          template={template}
          sort={sort}
          onSort={(next) => act((state) => changeView(state, { sort: next }))}
          cell={focus.cell}
          onFocusCell={focus.onFocusCell}
        />
        <tbody style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, key, start }) => {
            const line = lines.lineAt(index);
            const place = { ...shared, index, top: start, onFocusCell: focus.onFocusCell };
            return line.kind === 'group' ? (
              <GroupLine
                key={key}
                {...place}
                group={line.group}
                format={grouped?.format ?? String}
                sums={summed}
                isOpen={line.isOpen}
                onToggle={(value) => act((state) => toggleGroup(state, value))}
              />
            ) : (
              <RowLine
                key={key}
                {...place}
                row={rows.rowOf(line)}
                names={rows.columns}
                onOpen={onOpen}
                onWhy={onWhy}
              />
            );
          })}
        </tbody>
        {summed.length > 0 && <TableFoot columns={model.shown} template={template} sums={sums} />}
      </table>
      {lines.length === 0 && <p className="table-none quiet">{answerView.noneKept}</p>}
    </div>
  );
}

const ROW_HEIGHT_PX = 32;
const HEADER_HEIGHT_PX = 44;
