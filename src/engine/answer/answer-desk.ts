import type { Answer } from '../../domain/answer.ts';
import type { AnswerChange } from '../../domain/answer-change.ts';
import type { ViewResult } from '../../domain/answer-view.ts';
import { AppError } from '../../domain/errors.ts';
import type { Preview } from '../../domain/preview.ts';
import { allConditionsOf, isAttribute, type Question } from '../../domain/question.ts';
import type { Explanation } from '../../domain/reason.ts';
import { createMesh } from '../../geo/draw-mesh.ts';
import { readColumn } from '../../loaders/read-arrow.ts';
import { ROW_COLUMN, tableToIpc } from '../../loaders/to-arrow.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import type { Database } from '../database.ts';
import { drawLoaded } from '../draw.ts';
import { insertAttributes } from '../insert-attributes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { Platform } from '../platform.ts';
import type { AnswerBatch, EngineMessages } from '../protocol.ts';
import { untilAborted, type Work } from '../work.ts';
import { answerPage } from './answer-page.ts';
import { answerQuestion, type HeldAnswer } from './answer-question.ts';
import { compareAnswers } from './compare-answers.ts';
import { explainRow } from './explain/explain-row.ts';
import { KeptRows } from './kept-rows.ts';
import { type AnswerParts, openRow } from './open-question.ts';
import { previewQuestion } from './preview.ts';
import { QuestionMemo } from './question-memo.ts';
import type { RowSet } from './row-sets.ts';
import { viewAnswer } from './views/view-answer.ts';

/** The part of the engine that answers questions. It starts DuckDB once, when a question first needs it, and keeps the last answer. */
export class AnswerDesk {
  readonly #store: LayerStore;
  readonly #platform: Platform;
  readonly #kernel: Kernel;
  readonly #memo = new QuestionMemo();
  #database: Promise<Database> | null = null;
  #held: (HeldAnswer & { kept: KeptRows }) | null = null;
  #serial = 0;
  #waiting: Work | null = null;

  constructor(store: LayerStore, platform: Platform, kernel: Kernel) {
    this.#store = store;
    this.#platform = platform;
    this.#kernel = kernel;
  }

  /** Answers a question; the answer before it is forgotten. */
  async ask(question: Question, work: Work): Promise<Answer> {
    this.#held = null;
    this.#serial += 1;
    const id = answerId(this.#serial);
    this.#foresee(question, work);
    const held = await answerQuestion(question, id, this.#parts(work), work);
    if (id === answerId(this.#serial)) this.#held = { ...held, kept: new KeptRows(held) };
    return held.answer;
  }

  /**
   * Some of the rows that filters keep of the answer, as an Arrow IPC stream: see `answerPage`; sorted as `sortRows` does.
   * @throws {AppError} `answer-gone` when another question was asked since; `field-unknown` for a column it has not.
   */
  async rows(
    { answer, offset, limit, sort, filters = [] }: EngineMessages['answerRows']['request'],
    work: Work,
  ): Promise<Uint8Array> {
    const held = this.#answer(answer);
    const places = await held.kept.sorted(filters, sort, work);
    return answerPage(held, places.subarray(offset, offset + limit));
  }

  /** Geometry of the features that filters keep of the answer, in file order, with their keys. */
  async geometry(
    { answer, filters = [], isMeshed = false }: EngineMessages['answerGeometry']['request'],
    work: Work,
  ): Promise<AnswerBatch> {
    const { kept, target, rows } = this.#answer(answer);
    const places = await kept.filtered(filters, work);
    const wanted = places.map((place) => rows[place] as number);
    const batch = drawLoaded(target, wanted, [target.layer.key]);
    return isMeshed
      ? { ...batch, mesh: createMesh(batch.geometry, { isFilled: true, isNamed: false }) }
      : batch;
  }

  /** Sums, groups or a chart of the rows that filters keep of the answer: see `viewAnswer`. */
  async view(
    { answer, filters, query }: EngineMessages['answerView']['request'],
    work: Work,
  ): Promise<ViewResult> {
    const held = this.#answer(answer);
    return viewAnswer(held, await held.kept.filtered(filters, work), query);
  }

  /** Why a row of the answer's target is in it, or is not: see `explainRow`. */
  async explain(
    { answer, row }: EngineMessages['explain']['request'],
    work: Work,
  ): Promise<Explanation> {
    const { question } = this.#answer(answer).answer;
    const context = await openRow(question, row, this.#parts(work), work);
    return explainRow(question.where, row, context);
  }

  /** What a question would find; the answer that is held stays. */
  async preview(question: Question, work: Work): Promise<Preview> {
    this.#foresee(question, work);
    return previewQuestion(question, this.#parts(work), work);
  }

  /**
   * What differs between the answers to a question over other versions of some layers and over those served. The answer that
   * is held stays; of the other versions nothing is kept but what is known of their relations.
   * @throws {AppError} as `answerQuestion`, of either.
   */
  async change(
    { question, versions }: EngineMessages['answerChange']['request'],
    work: Work,
  ): Promise<AnswerChange> {
    const answerOver = async (store: LayerStore) => {
      const held = await answerQuestion(question, 'change', this.#parts(work, store), work);
      return { held, store };
    };
    const now = await answerOver(this.#store);
    const before = await answerOver(this.#store.withVersions(Object.values(versions)));
    return compareAnswers(before, now);
  }

  /** Starts DuckDB while layers are read, if conditions on attributes want it: who asks it hears what fails. */
  #foresee(question: Question, work: Work): void {
    if (readsAttributes(question)) this.database(work).catch(() => {});
  }

  #parts(work: Work, store = this.#store): AnswerParts {
    return {
      store,
      kernel: this.#kernel,
      memo: this.#memo,
      selectWhere: (layer, expression) =>
        this.#memo.selection(layer, expression, () => this.#select(layer, expression, work)),
    };
  }

  #answer(id: string): HeldAnswer & { kept: KeptRows } {
    if (this.#held?.answer.id !== id) {
      throw new AppError('answer-gone', `answer ${id} is no longer held`, { answer: id });
    }
    return this.#held;
  }

  /** Of a part of a layer, and of a layer in a version that is not served, nothing stays in DuckDB. */
  async #select(rows: LoadedRows, expression: string, work: Work): Promise<RowSet> {
    const database = await this.database(work);
    const { id } = rows.layer;
    const isServed = this.#store.withVersion(rows.layer) === this.#store;
    const isKept = isServed && rows.groups === null;
    const table = isKept ? id : PASSING;
    if (isKept) insertAttributes(database, rows);
    else database.insert(PASSING, tableToIpc(rows.table, rows.layer.fields));
    const sql = `SELECT "${ROW_COLUMN}" FROM ${quoteIdentifier(table)} WHERE ${expression} ORDER BY "${ROW_COLUMN}"`;
    try {
      return Uint32Array.from(readColumn(database.query(sql), ROW_COLUMN) as ArrayLike<number>);
    } finally {
      database.drop(PASSING);
    }
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

const readsAttributes = ({ where }: Question): boolean =>
  allConditionsOf(where).some(({ condition }) => isAttribute(condition));

/** Table of rows that are not kept, while they are asked; no layer's id begins so. */
const PASSING = '_passing';

/** Unlike those of a worker before this one, whose answers a screen may still show. */
function answerId(serial: number): string {
  return `${Math.round(performance.timeOrigin).toString(36)}-${serial}`;
}
