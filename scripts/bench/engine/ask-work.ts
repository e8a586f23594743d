import type { Answer } from '../../../src/domain/answer.ts';
import type { Condition } from '../../../src/domain/question.ts';
import type { Engine } from '../../../src/engine/protocol.ts';
import { readColumn } from '../../../src/loaders/read-arrow.ts';
import { ROW_COLUMN } from '../../../src/loaders/to-arrow.ts';
import { type Outcome, QUESTION, WITHIN_M, type Work } from '../works.ts';

/** Works that the whole engine does, asked as the app asks them: each is a question, with the answer's measures. */
export const ENGINE_WORKS = [
  'intersects',
  'within100',
  'overlap',
  'question',
] as const satisfies readonly Work[];

/** One of `ENGINE_WORKS`. */
export type EngineWork = (typeof ENGINE_WORKS)[number];

/** Asks an engine the question that a work is. */
export function askWork(engine: Engine, work: EngineWork): Promise<Answer> {
  return engine.call('ask', { question: { target: 'parcels', where: CONDITIONS[work] } });
}

/** Asks for every parcel: what a cold engine is started with. */
export function askAll(engine: Engine): Promise<Answer> {
  return engine.call('ask', {
    question: { target: 'parcels', where: { kind: 'and', conditions: [] } },
  });
}

/** What an answer found, in the form that systems are compared in. */
export function answerToOutcome(work: EngineWork, { table, measures }: Answer): Outcome {
  const ids = Array.from(readColumn(table, ROW_COLUMN) as ArrayLike<number>);
  const column = measures.find(({ kind }) => kind === 'overlap')?.name;
  if (work !== 'overlap' || column === undefined) return { ids, values: null };
  return { ids, values: Array.from(readColumn(table, column) as ArrayLike<number>) };
}

const CONDITIONS: Record<EngineWork, Condition> = {
  intersects: { kind: 'intersects', layer: 'zones' },
  within100: { kind: 'distance', metres: WITHIN_M, layer: 'zones' },
  overlap: { kind: 'overlap', minShare: 0, layer: 'zones' },
  question: {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'contenance', op: '>=', value: QUESTION.minContenance },
      { kind: 'overlap', minShare: QUESTION.minShare, layer: 'zones' },
      {
        kind: 'distance',
        metres: QUESTION.metres,
        layer: 'points',
        where: [{ kind: 'compare', field: 'kind', op: '=', value: QUESTION.pointKind }],
      },
    ],
  },
};
