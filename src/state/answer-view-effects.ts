import type { RowFilter, ViewQuery, ViewResult } from '../domain/answer-view.ts';
import type { Explanation } from '../domain/reason.ts';
import type { DrawBatch, Engine, Sort } from '../engine/protocol.ts';
import type { AnswerRows } from './effects.ts';
import type { AppStore } from './store.ts';

/** Which rows of an answer are wanted, and in which order. */
export interface RowsWanted {
  offset: number;
  limit: number;
  sort: Sort | null;
  filters: RowFilter[];
}

/** What screens ask of the answer that is there: each gives a value, so each rejects; none does anything without an answer. */
export function createAnswerViewEffects(
  store: AppStore,
  engine: Engine,
  decodeRows: (stream: Uint8Array) => Promise<AnswerRows>,
) {
  const answerId = () => {
    const { answer } = store.getState();
    return answer.kind === 'ready' ? answer.answer.id : null;
  };
  const options = (signal?: AbortSignal) => (signal ? { signal } : {});
  return {
    async answerRows(wanted: RowsWanted, signal?: AbortSignal): Promise<AnswerRows> {
      const answer = answerId();
      if (answer === null) return { columns: [], rows: [] };
      const stream = await engine.call('answerRows', { answer, ...wanted }, options(signal));
      return decodeRows(stream);
    },
    /** Sums, groups and charts of the rows of an answer that `filters` keep. */
    viewAnswer(
      answer: string,
      filters: RowFilter[],
      query: ViewQuery,
      signal?: AbortSignal,
    ): Promise<ViewResult> {
      return engine.call('answerView', { answer, filters, query }, options(signal));
    },
    /** Why the feature of that row is in an answer, or is not. */
    explain(answer: string, row: number, signal?: AbortSignal): Promise<Explanation> {
      return engine.call('explain', { answer, row }, options(signal));
    },
    /** Sum of the areas (m²) or lengths (m) of all features of a layer; null for points, and for a layer too large to be read for it alone. */
    async layerTotal(layer: string, signal?: AbortSignal): Promise<number | null> {
      const question = { target: layer, where: { kind: 'and' as const, conditions: [] } };
      return (await engine.call('preview', { question }, options(signal))).total;
    },
    /** Geometry of one feature of the layer's current file, degrees, longitude first. */
    featureShape(layer: string, row: number, signal?: AbortSignal): Promise<DrawBatch['geometry']> {
      return engine.call('featureGeometry', { layer, row }, options(signal));
    },
  };
}
