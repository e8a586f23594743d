import type { TravelMode } from '../../domain/network.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { type Entry, findEntry } from '../../geo/network/edge-segments.ts';
import type { TravelNetwork } from '../../geo/network/travel-network.ts';
import {
  createWayFinder,
  type TravelTree,
  travelFrom,
  type WayFinder,
} from '../../geo/network/travel-tree.ts';
import { partPoint } from '../../geo/part-points.ts';
import { ByteCache } from '../answer/byte-cache.ts';
import { PositionMap } from './position-map.ts';

/** The fastest ways from one geometry to the whole network. */
export interface TravelRun {
  tree: TravelTree;
  findWay: WayFinder;
}

/**
 * Entries and runs for geometries that are given one by one, kept by the positions that they enter the network at: at most
 * `MAX_BYTES` of runs (some 400 of a network of 30 000 nodes), and `MAX_ENTRIES` entries.
 */
export class TravelRuns {
  readonly #travel: (mode: TravelMode) => TravelNetwork;
  readonly #runs = new ByteCache<TravelRun>(MAX_BYTES);
  readonly #entries = new Map<TravelMode, PositionMap<Entry | null>>();

  /** `travel` gives the network of a mode. */
  constructor(travel: (mode: TravelMode) => TravelNetwork) {
    this.#travel = travel;
  }

  /** Where the parts of a row in metres enter the network; none without a geometry, or where no edge is open to the mode. */
  entries(column: GeometryColumn, row: number, mode: TravelMode): Entry[] {
    const { kinds, partOffsets } = column;
    const entries: Entry[] = [];
    for (let part = partOffsets[row] as number; part < (partOffsets[row + 1] as number); part++) {
      const entry = this.#entry(...partPoint(column, kinds[row] as number, part), mode);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  /** The run from some entries, found once. */
  from(entries: Entry[], mode: TravelMode): TravelRun {
    const key = `${mode} ${entries.map(({ x, y }) => `${x} ${y}`).join(' ')}`;
    const known = this.#runs.get(key);
    if (known) return known;
    const network = this.#travel(mode);
    const tree = travelFrom(network, entries);
    const run = { tree, findWay: createWayFinder(network, tree) };
    this.#runs.set(key, run, BYTES_A_NODE * network.network.nodeCount);
    return run;
  }

  #entry(x: number, y: number, mode: TravelMode): Entry | null {
    let known = this.#entries.get(mode);
    if (!known || known.size >= MAX_ENTRIES) {
      known = new PositionMap();
      this.#entries.set(mode, known);
    }
    let entry = known.get(x, y);
    if (entry === undefined) {
      const { network, segments, canEnter } = this.#travel(mode);
      entry = findEntry(network, segments, canEnter, x, y);
      known.add(x, y, entry);
    }
    return entry;
  }
}

/** Two doubles and an edge. */
const BYTES_A_NODE = 20;
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 300_000;
