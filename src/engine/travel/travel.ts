import { findNetwork, type NetworkLayer, type TravelMode } from '../../domain/network.ts';
import { pause } from '../../domain/pause.ts';
import { createEdgeSegments, type EdgeSegments } from '../../geo/network/edge-segments.ts';
import { createRoadNetwork, type RoadNetwork } from '../../geo/network/road-network.ts';
import { createTravelNetwork, type TravelNetwork } from '../../geo/network/travel-network.ts';
import { projectColumn } from '../../geo/project.ts';
import type { LayerStore } from '../layer-store.ts';
import type { KernelRows, LoadedRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import { LayerEntries } from './layer-entries.ts';
import { TravelRuns } from './travel-runs.ts';

/** The network of a catalogue, ready to be travelled over. What was found out is kept. */
export class Travel {
  readonly #layer: NetworkLayer;
  readonly #rows: LoadedRows;
  readonly #network: RoadNetwork;
  readonly #segments: EdgeSegments;
  readonly #modes = new Map<TravelMode, TravelNetwork>();
  readonly #entries = new Map<string, LayerEntries>();
  /** Runs from geometries that are given one by one. */
  readonly runs = new TravelRuns((mode) => this.by(mode));

  constructor(layer: NetworkLayer, rows: LoadedRows, network: RoadNetwork) {
    this.#layer = layer;
    this.#rows = rows;
    this.#network = network;
    this.#segments = createEdgeSegments(network);
  }

  /** The network's layer, as loaded. */
  get rows(): LoadedRows {
    return this.#rows;
  }

  /** The network as a mode travels over it. */
  by(mode: TravelMode): TravelNetwork {
    let travel = this.#modes.get(mode);
    if (!travel) {
      const { field, speeds } = this.#layer.network;
      const values = this.#rows.table.columns[field] ?? [];
      const speedOf = (value: unknown) => speeds[mode][String(value)] ?? 0;
      const kmh = Float64Array.from({ length: this.#rows.table.geometry.length }, (_, row) =>
        speedOf(values[row]),
      );
      travel = createTravelNetwork(this.#network, this.#segments, kmh);
      this.#modes.set(mode, travel);
    }
    return travel;
  }

  /** Where the parts of a layer's rows enter the network, found as they are asked for. */
  entries(rows: KernelRows, mode: TravelMode): LayerEntries {
    const key = `${rows.key} ${mode}`;
    let entries = this.#entries.get(key);
    if (!entries) {
      entries = new LayerEntries(rows, this.by(mode));
      this.#entries.set(key, entries);
    }
    return entries;
  }
}

/**
 * The network of a store's catalogue, made once: its layer is read whole, then some 0.2 s for 120 000 vertices.
 * @throws {AppError} `network-missing`, and what the loaders throw; the signal's reason when cancelled.
 */
export async function openTravel(store: LayerStore, work: Work): Promise<Travel> {
  const layer = findNetwork(store.catalogue);
  const rows = await store.whole(layer.id, work);
  const known = OPEN.get(store);
  if (known) return known;
  work.onProgress({ phase: 'index', layer: layer.id, done: 0, total: 1 });
  await pause();
  work.signal.throwIfAborted();
  const { geometry } = rows.table;
  const column = rows.isIndexed() ? rows.metric().column : projectColumn(geometry, rows.crs);
  const travel = new Travel(layer, rows, createRoadNetwork(column));
  OPEN.set(store, travel);
  return travel;
}

const OPEN = new WeakMap<LayerStore, Travel>();
