import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { selectRows } from '../../geo/select-rows.ts';

/**
 * How the rows of a layer are dealt to workers: in blocks of 2 ** `bits` consecutive rows, the first block to the first
 * worker and so on in turn, so that each has its part of every neighbourhood. A worker numbers its rows from 0, in order.
 */
export interface Deal {
  bits: number;
  workers: number;
}

/** The deal of a column: blocks of about `BLOCK_VERTICES` vertices, 4 096 rows at most. */
export function dealColumn({ length, xy }: GeometryColumn, workers: number): Deal {
  const rows = (BLOCK_VERTICES * length) / Math.max(1, xy.length / 2);
  return { bits: Math.min(12, Math.max(4, Math.floor(Math.log2(rows + 1)))), workers };
}

/** For each worker, which of some rows (ascending) are its own, by its own numbers. */
export function dealRows({ bits, workers }: Deal, rows: Uint32Array): Uint32Array[] {
  const shares = Array.from({ length: workers }, () => new Uint32Array(rows.length));
  const lengths = new Uint32Array(workers);
  for (const row of rows) {
    const block = row >> bits;
    const owner = block % workers;
    const at = lengths[owner] as number;
    (shares[owner] as Uint32Array)[at] =
      (((block / workers) | 0) << bits) | (row & ((1 << bits) - 1));
    lengths[owner] = at + 1;
  }
  return shares.map((share, worker) => share.slice(0, lengths[worker]));
}

/** The row of the layer that a worker's row is. */
export function dealtRow({ bits, workers }: Deal, worker: number, row: number): number {
  return (((row >> bits) * workers + worker) << bits) | (row & ((1 << bits) - 1));
}

/** The part of a column that a worker has. */
export function dealtColumn(column: GeometryColumn, deal: Deal, worker: number): GeometryColumn {
  const rows: number[] = [];
  for (let start = worker << deal.bits; start < column.length; start += deal.workers << deal.bits) {
    const end = Math.min(start + (1 << deal.bits), column.length);
    for (let row = start; row < end; row++) rows.push(row);
  }
  return selectRows(column, Uint32Array.from(rows));
}

const BLOCK_VERTICES = 40_000;
