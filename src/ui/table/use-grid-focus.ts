import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A cell of a grid: its line, -1 for the headings, and its column. */
export interface GridCell {
  line: number;
  column: number;
}

interface GridSize {
  lines: number;
  columns: number;
  /** Lines that Page Up and Page Down go by. */
  page: number;
}

/**
 * The focus of a grid after the ARIA pattern of that name: Tab stops at one cell, the arrows, Home, End, Page Up and Page
 * Down lead to the others, with Control to the ends of the grid. Cells have `data-cell="line:column"`; `reveal` brings a line
 * into sight, so that it is there to be focused.
 */
export function useGridFocus(
  grid: RefObject<HTMLElement | null>,
  size: GridSize,
  reveal: (line: number) => void,
) {
  const [cell, setCell] = useState<GridCell>({ line: -1, column: 0 });
  const isWanted = useRef(false);
  const at: GridCell = {
    line: Math.min(cell.line, size.lines - 1),
    column: Math.min(cell.column, size.columns - 1),
  };
  useEffect(() => {
    if (!isWanted.current) return;
    const element = grid.current?.querySelector<HTMLElement>(
      `[data-cell="${at.line}:${at.column}"]`,
    );
    if (!element) return;
    isWanted.current = false;
    element.focus({ preventScroll: at.line >= 0 });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cellAfter(event, at, size);
    if (!next) return;
    event.preventDefault();
    isWanted.current = true;
    if (next.line >= 0) reveal(next.line);
    setCell(next);
  };
  return {
    cell: at,
    onKeyDown,
    /** To be called when a cell takes the focus by itself. */
    onFocusCell: (focused: GridCell) => {
      if (focused.line !== at.line || focused.column !== at.column) setCell(focused);
    },
  };
}

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function cellAfter(
  { key, ctrlKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>,
  { line, column }: GridCell,
  { lines, columns, page }: GridSize,
): GridCell | null {
  if (altKey) return null;
  const steps: Record<string, GridCell> = {
    ArrowDown: { line: line + 1, column },
    ArrowUp: { line: line - 1, column },
    ArrowLeft: { line, column: column - 1 },
    ArrowRight: { line, column: column + 1 },
    PageDown: { line: line + page, column },
    PageUp: { line: Math.max(0, line - page), column },
    Home: { line: ctrlKey ? 0 : line, column: 0 },
    End: { line: ctrlKey ? lines - 1 : line, column: columns - 1 },
  };
  const next = steps[key];
  if (!next) return null;
  return {
    line: Math.min(Math.max(next.line, -1), lines - 1),
    column: Math.min(Math.max(next.column, 0), columns - 1),
  };
}
