import type { RelationCondition } from '../../domain/question.ts';
import type { KernelRows } from '../loaded-rows.ts';
import { ShapeMemo } from '../shapes/shape-memo.ts';
import { ByteCache } from './byte-cache.ts';
import type { RowSet } from './row-sets.ts';

/** What is known of a relation for each row of its target: it does not depend on what else is asked. */
export interface RelationRecord {
  /** A value of `TRIED` for each row. */
  states: Uint8Array;
  /** Distance in m, time in minutes or overlap in m² (m for lines) of the rows met, NaN for the others; null where nothing is measured. */
  values: Float64Array | null;
}

/** Whether a row was tried, and what came of it. */
export const TRIED = { not: 0, unmet: 1, met: 2 } as const;

/**
 * What questions found out so far, so that one that changes a condition computes that one alone: relations row by row, as
 * far as rows were tried, and the rows that meet conditions on attributes. At most `MAX_BYTES` of each.
 */
export class QuestionMemo {
  /** The shapes that questions related features to. */
  readonly shapes = new ShapeMemo();
  readonly #relations = new ByteCache<RelationRecord>(MAX_BYTES);
  readonly #selections = new ByteCache<RowSet>(MAX_BYTES);

  /** The record of a relation of a target's rows, to be read and added to; `key` tells it from all others. */
  relation(key: string, relation: RelationCondition, target: KernelRows): RelationRecord {
    const known = this.#relations.get(key);
    if (known) return known;
    const { length } = target.table.geometry;
    const record = {
      states: new Uint8Array(length),
      values: isMeasured(relation) ? new Float64Array(length).fill(Number.NaN) : null,
    };
    this.#relations.set(key, record, (record.values ? 9 : 1) * length);
    return record;
  }

  /** The rows of a layer that meet a SQL expression, found by `select` when they are not known. */
  async selection(
    rows: KernelRows,
    expression: string,
    select: () => Promise<RowSet>,
  ): Promise<RowSet> {
    const key = JSON.stringify([rows.key, expression]);
    const known = this.#selections.get(key);
    if (known) return known;
    const found = await select();
    this.#selections.set(key, found, found.byteLength);
    return found;
  }
}

/** Whether a relation has a number for each row: a distance, a time or an overlap. */
export function isMeasured({ kind }: RelationCondition): boolean {
  return kind === 'distance' || kind === 'travel' || kind === 'overlap';
}

/** A relation of 270 000 rows takes 2.4 MB. */
const MAX_BYTES = 32 * 1024 * 1024;
