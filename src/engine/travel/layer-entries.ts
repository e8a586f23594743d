import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { type Entry, findEntry } from '../../geo/network/edge-segments.ts';
import type { TravelNetwork } from '../../geo/network/travel-network.ts';
import { partPoint } from '../../geo/part-points.ts';
import { projectColumn } from '../../geo/project.ts';
import type { KernelRows } from '../loaded-rows.ts';

/** Where the features of a layer enter a network: each part at the point that stands for it. Found once, some 5 µs a part. */
export class LayerEntries {
  readonly #travel: TravelNetwork;
  readonly #column: GeometryColumn;
  readonly #edges: Int32Array;
  /** x, y, along and leg of each part. */
  readonly #numbers: Float64Array;

  constructor(rows: KernelRows, travel: TravelNetwork) {
    const { geometry } = rows.table;
    this.#travel = travel;
    this.#column = rows.isIndexed() ? rows.metric().column : projectColumn(geometry, rows.crs);
    const parts = this.#column.partOffsets[this.#column.length] as number;
    this.#edges = new Int32Array(parts).fill(UNKNOWN);
    this.#numbers = new Float64Array(4 * parts);
  }

  /** The entries of the parts of a row; fewer when a part has none. */
  of(row: number): Entry[] {
    const { partOffsets } = this.#column;
    const entries: Entry[] = [];
    for (let part = partOffsets[row] as number; part < (partOffsets[row + 1] as number); part++) {
      const entry = this.#ofPart(row, part);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  #ofPart(row: number, part: number): Entry | null {
    if (this.#edges[part] === UNKNOWN) this.#find(row, part);
    const edge = this.#edges[part] as number;
    if (edge === NOWHERE) return null;
    const [x, y, along, leg] = this.#numbers.subarray(4 * part, 4 * part + 4);
    return { x, y, edge, along, leg } as Entry;
  }

  #find(row: number, part: number): void {
    const { network, segments, canEnter } = this.#travel;
    const [x, y] = partPoint(this.#column, this.#column.kinds[row] as number, part);
    const entry = findEntry(network, segments, canEnter, x, y);
    this.#edges[part] = entry?.edge ?? NOWHERE;
    if (entry) this.#numbers.set([x, y, entry.along, entry.leg], 4 * part);
  }
}

const UNKNOWN = -2;
const NOWHERE = -1;
