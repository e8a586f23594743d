import type { Answer } from '../../domain/answer.ts';
import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import type { Question } from '../../domain/question.ts';
import { readColumn, readRows } from '../../loaders/read-arrow.ts';
import { ROW_COLUMN } from '../../loaders/to-arrow.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import type { Database } from '../database.ts';
import { drawRows } from '../draw.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { Platform } from '../platform.ts';
import type { DrawBatch, Sort } from '../protocol.ts';
import { untilAborted, type Work } from '../work.ts';
import { answerQuestion, type HeldAnswer } from './answer-question.ts';
import { ANSWER_TABLE, insertAnswer, insertAttributes } from './answer-table.ts';
import { QuestionMemo } from './question-memo.ts';
import type { RowSet } from './row-sets.ts';

/** The part of the engine that answers questions. It starts DuckDB once, and keeps the last answer. */
export class AnswerDesk {
  readonly #store: LayerStore;
  readonly #platform: Platform;
  readonly #kernel: Kernel;
  readonly #memo = new QuestionMemo();
  #database: Promise<Database> | null = null;
  #held: HeldAnswer | null = null;
  /** Id of the answer that stands in `ANSWER_TABLE`. */
  #inserted: string | null = null;
  #serial = 0;
  #waiting: Work | null = null;

  constructor(store: LayerStore, platform: Platform, kernel: Kernel) {
    this.#store = store;
    this.#platform = platform;
    this.#kernel = kernel;
  }

  /** Answers a question; the answer before it is forgotten. DuckDB starts meanwhile: conditions or the table want it. */
  async ask(question: Question, work: Work): Promise<Answer> {
    this.#held = null;
    this.#serial += 1;
    const id = answerId(this.#serial);
    this.database(work).catch(() => {});
    const parts = {
      store: this.#store,
      kernel: this.#kernel,
      memo: this.#memo,
      selectWhere: (layer: LoadedRows, expression: string) =>
        this.#memo.selection(layer, expression, () => this.#select(layer, expression, work)),
    };
    const held = await answerQuestion(question, id, parts, work);
    if (id === answerId(this.#serial)) this.#held = held;
    return held.answer;
  }

  /**
   * Some rows of the answer as an Arrow IPC stream: `ROW_COLUMN`, the layer's fields, the measures. Rows without a value for the
   * sorted column come last; equal ones stay in file order.
   * @throws {AppError} `answer-gone` when another question was asked since; `field-unknown` for a column it has not.
   */
  async rows(
    request: { answer: string; offset: number; limit: number; sort: Sort | null },
    work: Work,
  ): Promise<Uint8Array> {
    const database = await this.database(work);
    const held = this.#answer(request.answer);
    const { answer, target } = held;
    insertAttributes(database, target);
    if (this.#inserted !== answer.id) insertAnswer(database, held);
    this.#inserted = answer.id;
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
    const database = await this.database(work);
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

  async #select(layer: LoadedRows, expression: string, work: Work): Promise<RowSet> {
    const database = await this.database(work);
    insertAttributes(database, layer);
    const sql = `SELECT "${ROW_COLUMN}" FROM ${quoteIdentifier(layer.layer.id)} WHERE ${expression} ORDER BY "${ROW_COLUMN}"`;
    return Uint32Array.from(readColumn(database.query(sql), ROW_COLUMN) as ArrayLike<number>);
  }

  /**
   * DuckDB, started by the first call, which later ones share: a caller that cancels stops waiting, the start goes on.
   * A start that fails is tried again by the next. Who called last hears how far it is.
   */
  database(work: Work): Promise<Database> {
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

/** Unlike those of a worker before this one, whose answers a screen may still show. */
function answerId(serial: number): string {
  return `${Math.round(performance.timeOrigin).toString(36)}-${serial}`;
}

function orderOf({ column, descending }: Sort, columns: string[]): string {
  const quoted = columns.find((candidate) => candidate.slice(2) === quoteIdentifier(column));
  if (!quoted) throw unknownField('answer', column);
  return `${quoted} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
}

function unknownField(layer: string, field: string): AppError {
  return new AppError('field-unknown', `${layer} has no column "${field}"`, { layer, field });
}
