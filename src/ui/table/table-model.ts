import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  type Header,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { type AnswerView, changeView, currentView } from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { TableColumn } from './table-columns.ts';

const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
});

/** A column as it stands in the table. */
export interface ShownColumn extends TableColumn {
  /** Its heading in the table's model, which resizes it. */
  header: Header<typeof features, never>;
}

/**
 * The columns of a table as the reader wants them: those not hidden, in the reader's order, with the reader's widths; the
 * others share what is left of `available` pixels. Rows are the engine's business: it sorts, filters and groups.
 */
export function useTableModel(
  columns: TableColumn[],
  available: number,
): { shown: ShownColumn[]; all: TableColumn[]; width: number } {
  const view = useAppState(currentView);
  const act = useAct();
  const definitions = useMemo(() => {
    const isShown = ({ name }: TableColumn) => !view.hidden.includes(name);
    const wanted = columns.filter(isShown).reduce((sum, { width }) => sum + width, 0);
    const stretch = Math.max(1, (available - LEAD_WIDTH_PX) / Math.max(1, wanted));
    return columns.map(({ name, width }) => ({
      id: name,
      accessorFn: () => null,
      size: Math.floor(width * stretch),
      minSize: MIN_WIDTH_PX,
    }));
  }, [columns, available, view.hidden]);
  const change = (changed: Partial<AnswerView>) => act((state) => changeView(state, changed));
  const columnVisibility = useMemo(
    () => Object.fromEntries(view.hidden.map((name) => [name, false])),
    [view.hidden],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: { columnVisibility, columnOrder: view.order, columnSizing: view.widths },
    onColumnSizingChange: (updater: Updater<Record<string, number>>) =>
      change({ widths: typeof updater === 'function' ? updater(view.widths) : updater }),
  });
  const byName = new Map(columns.map((column) => [column.name, column]));
  const shown = (table.getHeaderGroups()[0]?.headers ?? []).map((header) => ({
    ...(byName.get(header.column.id) as TableColumn),
    width: header.getSize(),
    header: header as unknown as ShownColumn['header'],
  }));
  const all = table.getAllLeafColumns().map(({ id }) => byName.get(id) as TableColumn);
  const width = shown.reduce((sum, column) => sum + column.width, LEAD_WIDTH_PX);
  return { shown, all, width };
}

/** Width of what stands before the columns: the button that explains a row, or opens a group. */
export const LEAD_WIDTH_PX = 34;

const MIN_WIDTH_PX = 56;
const NO_ROWS: never[] = [];
