import type { Answer } from '../domain/answer.ts';
import { AppError } from '../domain/errors.ts';
import type { Value } from '../domain/feature.ts';
import type { Question } from '../domain/question.ts';
import { readRows } from '../loaders/read-arrow.ts';
import { ROW_COLUMN } from '../loaders/to-arrow.ts';
import { quoteIdentifier } from '../sql/quote.ts';
import {
  ANSWER_TABLE,
  answerQuestion,
  type HeldAnswer,
  insertAttributes,
} from './answer-question.ts';
import type { Database } from './database.ts';
import { drawRows } from './draw.ts';
import type { LayerStore } from './layer-store.ts';
import type { Platform } from './platform.ts';
import type { DrawBatch, Sort } from './protocol.ts';
import { untilAborted, type Work } from './work.ts';

/** The part of the engine that needs DuckDB: it starts it once, answers questions one at a time, keeps the last answer. */
export class AnswerDesk {
  readonly #store: LayerStore;
  readonly #platform: Platform;
  #database: Promise<Database> | null = null;
  #held: HeldAnswer | null = null;
  #serial = 0;
  #waiting: Work | null = null;

  constructor(store: LayerStore, platform: Platform) {
    this.#store = store;
    this.#platform = platform;
  }

  /** Answers a question; the answer before it is forgotten. */
  async ask(question: Question, work: Work): Promise<Answer> {
    this.#held = null;
    this.#serial += 1;
    const start = (given: Work) => this.#start(given);
    const id = String(this.#serial);
    const held = await answerQuestion(question, id, this.#store, start, work);
    if (id === String(this.#serial)) this.#held = held;
    return held.answer;
  }

  /**
   * Some rows of the answer as an Arrow IPC stream: `ROW_COLUMN`, the layer's fields, the measures. Rows without a value for the
   * sorted column come last; equal ones stay in file order.
   * @throws {AppError} `answer-gone` when another question was asked since; `field-unknown` for a column it has not.
   */
  async rows(request: {
    answer: string;
    offset: number;
    limit: number;
    sort: Sort | null;
  }): Promise<Uint8Array> {
    const { answer, target } = this.#answer(request.answer);
    const database = await (this.#database as Promise<Database>);
    const fields = target.layer.fields.map(({ name }) => `l.${quoteIdentifier(name)}`);
    const measures = answer.measures.map(({ name }) => `a.${quoteIdentifier(name)}`);
    const order = request.sort ? `${orderOf(request.sort, [...fields, ...measures])}, ` : '';
    return database.query(
      `SELECT ${[`a."${ROW_COLUMN}"`, ...fields, ...measures].join(', ')}
      FROM ${ANSWER_TABLE} a JOIN ${quoteIdentifier(target.layer.id)} l ON l."${ROW_COLUMN}" = a."${ROW_COLUMN}"
      ORDER BY ${order}a."${ROW_COLUMN}" LIMIT ${Math.trunc(request.limit)} OFFSET ${Math.trunc(request.offset)}`,
    );
  }

  /** Geometry of every feature of the answer, in file order, with its key. */
  async geometry(answer: string): Promise<DrawBatch> {
    const { target, rows } = this.#answer(answer);
    return drawRows(target, rows, [target.layer.key]);
  }

  /** Distinct values of a field with their counts, most frequent first, empty ones last of their count. */
  async fieldValues(
    { layer, field }: { layer: string; field: string },
    work: Work,
  ): Promise<{ value: Value; count: number }[]> {
    const rows = await this.#store.whole(layer, work);
    if (!rows.layer.fields.some(({ name }) => name === field)) throw unknownField(layer, field);
    const database = await this.#start(work);
    insertAttributes(database, rows);
    const ipc = database.query(
      `SELECT ${quoteIdentifier(field)} AS "value", count(*) AS "count"
      FROM ${quoteIdentifier(layer)} GROUP BY 1 ORDER BY 2 DESC, 1`,
    );
    return readRows(ipc).rows.map(([value = null, count]) => ({ value, count: Number(count) }));
  }

  #answer(id: string): HeldAnswer {
    if (this.#held?.answer.id !== id) {
      throw new AppError('answer-gone', `answer ${id} is no longer held`, { answer: id });
    }
    return this.#held;
  }

  /**
   * DuckDB, started by the first call, which later ones share: a caller that cancels stops waiting, the start goes on.
   * A start that fails is tried again by the next. Who called last hears how far it is.
   */
  #start(work: Work): Promise<Database> {
    this.#waiting = work;
    if (!this.#database) {
      const onProgress = (done: number, total: number) =>
        this.#waiting?.onProgress({ phase: 'engine', layer: null, done, total });
      const database = this.#platform.startDatabase(onProgress);
      this.#database = database;
      database.catch(() => {
        this.#database = null;
      });
    }
    return untilAborted(this.#database, work.signal);
  }
}

function orderOf({ column, descending }: Sort, columns: string[]): string {
  const quoted = columns.find((candidate) => candidate.slice(2) === quoteIdentifier(column));
  if (!quoted) throw unknownField('answer', column);
  return `${quoted} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
}

function unknownField(layer: string, field: string): AppError {
  return new AppError('field-unknown', `${layer} has no column "${field}"`, { layer, field });
}
