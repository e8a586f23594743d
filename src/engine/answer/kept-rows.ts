import type { RowFilter } from '../../domain/answer-view.ts';
import type { Sort } from '../protocol.ts';
import { runInSlices, type Work } from '../work.ts';
import type { HeldAnswer } from './answer-question.ts';
import { answerColumn } from './answer-values.ts';
import { ByteCache } from './byte-cache.ts';
import { filterRows } from './filter-rows.ts';
import { allRows } from './row-sets.ts';
import { sortRows } from './sort-rows.ts';

/**
 * What filters keep of one answer, and in which order: places of its rows (0 for the first row found). Each set is worked out
 * once for all pages, charts and the map, and forgotten when others take more than `MAX_BYTES`.
 */
export class KeptRows {
  readonly #held: HeldAnswer;
  readonly #sets = new ByteCache<Uint32Array>(MAX_BYTES);

  constructor(held: HeldAnswer) {
    this.#held = held;
  }

  /**
   * The places that all filters keep, ascending.
   * @throws {AppError} `field-unknown`; the signal's reason when cancelled.
   */
  async filtered(filters: readonly RowFilter[], work: Work): Promise<Uint32Array> {
    const { target, rows } = this.#held;
    return this.#known(JSON.stringify(filters), async () => {
      if (filters.length === 0) return allRows(rows.length);
      const progress = { phase: 'test', layer: target.layer.id, total: rows.length } as const;
      return runInSlices(filterRows(this.#held, filters), work, progress);
    });
  }

  /** The same places as `sort` orders them; see `sortRows`. */
  async sorted(filters: readonly RowFilter[], sort: Sort | null, work: Work): Promise<Uint32Array> {
    const places = await this.filtered(filters, work);
    if (!sort) return places;
    const column = answerColumn(this.#held, sort.column);
    const key = JSON.stringify([filters, sort.column, sort.descending]);
    return this.#known(key, async () => sortRows(places, column, sort.descending));
  }

  async #known(key: string, find: () => Promise<Uint32Array>): Promise<Uint32Array> {
    const known = this.#sets.get(key);
    if (known) return known;
    const found = await find();
    this.#sets.set(key, found, found.byteLength);
    return found;
  }
}

/** A set of 270 000 rows takes 1.1 MB. */
const MAX_BYTES = 16 * 1024 * 1024;
