import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowFilter } from '../../domain/answer-view.ts';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import type { Sort } from '../../engine/protocol.ts';
import { useEffects } from '../app-context.tsx';
import type { TableLine, TableLines } from './row-blocks.ts';

/** The rows of an answer as far as they have been read. */
export interface AnswerRowsRead {
  /** Names of the columns, in the order of the values of a row; empty before the first page has come. */
  columns: string[];
  /** The row of a line, or null while it is being read. */
  rowOf(line: TableLine): Value[] | null;
  /** Why rows could not be read, or null. */
  failure: ErrorData | null;
  retry(): void;
}

/**
 * Rows of an answer, read by pages of which those from line `first` to line `last` are wanted; another answer, order or
 * filter starts afresh.
 */
export function useAnswerRows(
  answerId: string,
  sort: Sort | null,
  filters: RowFilter[],
  lines: TableLines,
  first: number,
  last: number,
): AnswerRowsRead {
  const { answerRows } = useEffects();
  const pages = useRef(new Map<string, Value[][] | 'asked'>());
  const controller = useRef(new AbortController());
  const [columns, setColumns] = useState<string[]>([]);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const [, redraw] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer, order or filter is what empties the pages
  useEffect(() => {
    controller.current = new AbortController();
    pages.current = new Map();
    setFailure(null);
    redraw((count) => count + 1);
    return () => controller.current.abort();
  }, [answerId, sort, filters]);

  const readPage = useCallback(
    async (key: string, offset: number, inBlock: RowFilter[]) => {
      const held = pages.current;
      held.set(key, 'asked');
      try {
        const wanted = { offset, limit: PAGE_ROWS, sort, filters: [...filters, ...inBlock] };
        const read = await answerRows(wanted, controller.current.signal);
        held.set(key, read.rows);
        if (held !== pages.current) return;
        setColumns(read.columns);
        redraw((count) => count + 1);
      } catch (error) {
        held.delete(key);
        if (!isAbort(error) && held === pages.current) setFailure(errorToData(error));
      }
    },
    [answerRows, sort, filters],
  );
  useEffect(() => {
    if (failure) return;
    for (let index = first; index <= last && index < lines.length; index++) {
      const line = lines.lineAt(index);
      if (line.kind === 'group' || pages.current.has(pageKey(line))) continue;
      readPage(pageKey(line), line.offset - (line.offset % PAGE_ROWS), line.block.filters);
    }
  }, [failure, first, last, lines, readPage]);
  const rowOf = (line: TableLine) => {
    if (line.kind === 'group') return null;
    const page = pages.current.get(pageKey(line));
    return page === undefined || page === 'asked' ? null : (page[line.offset % PAGE_ROWS] ?? null);
  };
  return { columns, rowOf, failure, retry: () => setFailure(null) };
}

/** Rows asked for at once: about three screens of the table. */
const PAGE_ROWS = 100;

const pageKey = (line: Extract<TableLine, { kind: 'row' }>) =>
  `${line.block.key} ${Math.floor(line.offset / PAGE_ROWS)}`;
