import { useEffect, useMemo, useState } from 'react';
import type { RowFilter, ViewQuery, ViewResult } from '../../domain/answer-view.ts';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import { currentView, filtersOf } from '../../state/answer-view-actions.ts';
import { untilIdle } from '../../state/until-idle.ts';
import { useAppState, useEffects } from '../app-context.tsx';

/** What the reader keeps of the answer; the same array as long as it keeps the same. */
export function useRowFilters(): RowFilter[] {
  const view = useAppState(currentView);
  const extent = useAppState((state) => (view.isInSight ? state.view?.extent : undefined));
  return useMemo(() => filtersOf(view.filters, extent), [view.filters, extent]);
}

/** A view of an answer, or what stands in its way; what was read before stays until more has come. */
export interface ViewRead<Q extends ViewQuery> {
  result: ResultOf<Q> | null;
  error: ErrorData | null;
  isReading: boolean;
}

type ResultOf<Q extends ViewQuery> = Extract<ViewResult, { kind: Q['kind'] }>;

/** Reads what `query` asks of the rows of an answer that `filters` keep, whenever either changes; null asks nothing. */
export function useAnswerView<Q extends ViewQuery>(
  answer: string,
  filters: RowFilter[],
  query: Q | null,
): ViewRead<Q> {
  const { viewAnswer } = useEffects();
  const [read, setRead] = useState<ViewRead<Q>>({ result: null, error: null, isReading: true });
  const asked = JSON.stringify({ filters, query });
  useEffect(() => {
    const { filters, query } = JSON.parse(asked) as { filters: RowFilter[]; query: Q | null };
    if (!query) {
      setRead({ result: null, error: null, isReading: false });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    setRead((before) => ({ ...before, isReading: true }));
    const read = async () => {
      // The first rows of the table are waited for: figures and charts come after them.
      await untilIdle();
      signal.throwIfAborted();
      const result = (await viewAnswer(answer, filters, query, signal)) as ResultOf<Q>;
      if (!signal.aborted) setRead({ result, error: null, isReading: false });
    };
    read().catch((error: unknown) => {
      if (signal.aborted || isAbort(error)) return;
      setRead({ result: null, error: errorToData(error), isReading: false });
    });
    return () => controller.abort();
  }, [viewAnswer, answer, asked]);
  return read;
}
