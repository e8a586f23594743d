import { useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import type { Sort } from '../../engine/protocol.ts';
import { useEffects } from '../app-context.tsx';

/** The rows of an answer as far as they have been read. */
export interface AnswerRowsRead {
  /** Names of the columns, in the order of the values of a row; empty before the first page has come. */
  columns: string[];
  /** The row at an index of the sorted answer, or null while it is being read. */
  rowAt(index: number): Value[] | null;
  /** Why rows could not be read, or null. */
  failure: ErrorData | null;
  retry(): void;
}

/**
 * Rows of an answer, read by pages of which those from row `first` to row `last` are wanted; another answer or order
 * starts afresh.
 */
export function useAnswerRows(
  answerId: string,
  sort: Sort | null,
  first: number,
  last: number,
): AnswerRowsRead {
  const { answerRows } = useEffects();
  const pages = useRef(new Map<number, Value[][] | 'asked'>());
  const controller = useRef(new AbortController());
  const [columns, setColumns] = useState<string[]>([]);
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const [, redraw] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer or order is what empties the pages
  useEffect(() => {
    controller.current = new AbortController();
    pages.current = new Map();
    setFailure(null);
    redraw((count) => count + 1);
    return () => controller.current.abort();
  }, [answerId, sort]);

  const readPage = useCallback(
    async (page: number) => {
      const held = pages.current;
      held.set(page, 'asked');
      try {
        const { signal } = controller.current;
        const read = await answerRows(page * PAGE_ROWS, PAGE_ROWS, sort, signal);
        held.set(page, read.rows);
        if (held !== pages.current) return;
        setColumns(read.columns);
        redraw((count) => count + 1);
      } catch (error) {
        held.delete(page);
        if (!isAbort(error) && held === pages.current) setFailure(errorToData(error));
      }
    },
    [answerRows, sort],
  );
  useEffect(() => {
    if (failure) return;
    for (let page = pageOf(first); page <= pageOf(last); page++) {
      if (!pages.current.has(page)) readPage(page);
    }
  }, [failure, first, last, readPage]);
  const rowAt = (index: number) => {
    const page = pages.current.get(pageOf(index));
    return page === undefined || page === 'asked' ? null : (page[index % PAGE_ROWS] ?? null);
  };
  return { columns, rowAt, failure, retry: () => setFailure(null) };
}

/** Rows asked for at once: about three screens of the table. */
const PAGE_ROWS = 100;

const pageOf = (index: number) => Math.floor(index / PAGE_ROWS);
