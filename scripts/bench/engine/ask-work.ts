import type { Answer } from '../../../src/domain/answer.ts';
import { type Condition, isRelation } from '../../../src/domain/question.ts';
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
  'groupBy',
] as const satisfies readonly Work[];

/** One of `ENGINE_WORKS`. */
export type EngineWork = (typeof ENGINE_WORKS)[number];

type QuestionWork = Exclude<EngineWork, 'groupBy'>;

/** Does a work: asks its question, or runs its SQL. */
export async function doWork(engine: Engine, work: EngineWork): Promise<void> {
  if (work === 'groupBy') await engine.call('sql', { sql: GROUP_BY });
  else await askWork(engine, work);
}

/** Asks an engine the question that a work is, in words that it has not answered yet, so that it computes it anew. */
function askWork(engine: Engine, work: QuestionWork): Promise<Answer> {
  serial += 1;
  const where = reworded(CONDITIONS[work], `not ${serial}`);
  return engine.call('ask', { question: { target: 'parcels', where } });
}

let serial = 0;

/** The same condition, whose relations also want features whose `id` is not a text that none has. */
function reworded(condition: Condition, absent: string): Condition {
  if (condition.kind === 'and') {
    return { kind: 'and', conditions: condition.conditions.map((c) => reworded(c, absent)) };
  }
  if (!isRelation(condition) || 'shape' in condition) return condition;
  const added = { kind: 'compare', field: 'id', op: '!=', value: absent } as const;
  return { ...condition, where: [...(condition.where ?? []), added] };
}

/** Asks for every parcel: what a cold engine is started with. */
export function askAll(engine: Engine): Promise<Answer> {
  return engine.call('ask', {
    question: { target: 'parcels', where: { kind: 'and', conditions: [] } },
  });
}

/** What the answer to a work found, in the form that systems are compared in. */
export async function engineOutcome(engine: Engine, work: EngineWork): Promise<Outcome> {
  if (work === 'groupBy') {
    const { ipc } = await engine.call('sql', { sql: GROUP_BY });
    const values = Array.from(readColumn(ipc, 'value') as ArrayLike<number>, Number);
    return { ids: values.map((_, i) => i), values };
  }
  const { id, count, measures } = await askWork(engine, work);
  const request = { answer: id, offset: 0, limit: count, sort: null };
  const rows = await engine.call('answerRows', request);
  const ids = Array.from(readColumn(rows, ROW_COLUMN) as ArrayLike<number>);
  const column = measures.find(({ kind }) => kind === 'overlap')?.name;
  if (work !== 'overlap' || column === undefined) return { ids, values: null };
  return { ids, values: Array.from(readColumn(rows, column) as ArrayLike<number>) };
}

const CONDITIONS: Record<QuestionWork, Condition> = {
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

const GROUP_BY = `SELECT commune, section, sum(contenance) AS value
  FROM parcels GROUP BY commune, section ORDER BY commune, section`;
