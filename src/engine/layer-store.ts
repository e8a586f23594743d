import { type Catalogue, findLayer, type Territory } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import type { Extent } from '../domain/units.ts';
import { concatColumns } from '../geo/concat-columns.ts';
import { createSide, type Side } from '../geo/layer-index.ts';
import { projectColumn } from '../geo/project.ts';
import { type GeoParquetFile, openGeoParquet } from '../loaders/geoparquet.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { rowGroupsMeeting } from '../loaders/row-groups.ts';
import type { Platform } from './platform.ts';
import { pause, type Work } from './work.ts';

/** Contiguous rows of a layer in memory, ready to be drawn (degrees) and measured (metres, made when first asked for). */
export interface LoadedRows {
  layer: Layer;
  /** Row of the file that row 0 of `table` is. */
  firstRow: number;
  table: LayerTable;
  /** The geometry in the territory's metric CRS with its index. */
  metric(): Side;
}

/**
 * The layers of a catalogue as far as they were read. Each file is opened once, each row group fetched at most once, and
 * what was read stays until the page closes: files are immutable.
 */
export class LayerStore {
  readonly catalogue: Catalogue;
  readonly #baseUrl: string;
  readonly #platform: Platform;
  readonly #files = new Map<string, Promise<GeoParquetFile>>();
  readonly #wholes = new Map<string, LoadedRows>();
  readonly #groups = new Map<string, Map<number, LoadedRows>>();

  constructor(catalogue: Catalogue, baseUrl: string, platform: Platform) {
    this.catalogue = catalogue;
    this.#baseUrl = baseUrl;
    this.#platform = platform;
  }

  /**
   * The layer of that id.
   * @throws {AppError} `layer-unknown`.
   */
  layer(id: string): Layer {
    return findLayer(this.catalogue, id);
  }

  /** The layer's file, its footer read. A failure is not kept: the next call tries again. */
  file(id: string): Promise<GeoParquetFile> {
    const layer = this.layer(id);
    let file = this.#files.get(id);
    if (!file) {
      const url = new URL(layer.file.path, this.#baseUrl).href;
      file = openGeoParquet(this.#platform.openFile(url, layer.file.bytes));
      this.#files.set(id, file);
      file.catch(() => this.#files.delete(id));
    }
    return file;
  }

  /** All rows of a layer. Reports bytes downloaded; cancelled by the work's signal. */
  async whole(id: string, work: Work): Promise<LoadedRows> {
    const held = this.#wholes.get(id);
    if (held) return held;
    const file = await this.file(id);
    const total = file.rowGroups.reduce((sum, { bytes }) => sum + bytes, 0);
    const tables: LayerTable[] = [];
    let done = 0;
    for (let i = 0; i < file.rowGroups.length; i += GROUPS_A_READ) {
      const groups = file.rowGroups.slice(i, i + GROUPS_A_READ);
      work.onProgress({ phase: 'download', layer: id, done, total });
      tables.push(
        await this.#read(
          id,
          groups.map(({ index }) => index),
          work.signal,
        ),
      );
      done += groups.reduce((sum, { bytes }) => sum + bytes, 0);
      await pause();
      work.signal.throwIfAborted();
    }
    const loaded = loadedRows(this.layer(id), 0, concatTables(tables), this.catalogue.territory);
    this.#wholes.set(id, loaded);
    this.#groups.delete(id);
    return loaded;
  }

  /** Whether all rows of a layer are in memory. */
  isWhole(id: string): boolean {
    return this.#wholes.has(id);
  }

  /** One row group of a layer on its own. Not to be asked for when the whole layer is in memory. */
  async group(id: string, index: number, work: Work): Promise<LoadedRows> {
    const groups = this.#groups.get(id) ?? new Map<number, LoadedRows>();
    this.#groups.set(id, groups);
    const held = groups.get(index);
    if (held) return held;
    const { rowGroups } = await this.file(id);
    const table = await this.#read(id, [index], work.signal);
    const firstRow = rowGroups[index]?.firstRow ?? 0;
    const loaded = loadedRows(this.layer(id), firstRow, table, this.catalogue.territory);
    groups.set(index, loaded);
    return loaded;
  }

  /**
   * The rows in memory or fetched that a box (degrees) may hold features of: the whole layer when it is in memory or
   * has one row group, else the row groups whose box meets it.
   */
  async around(id: string, extent: Extent, work: Work): Promise<LoadedRows[]> {
    const file = await this.file(id);
    if (this.isWhole(id) || file.rowGroups.length === 1) return [await this.whole(id, work)];
    const indexes = rowGroupsMeeting(file.rowGroups, extent);
    return Promise.all(indexes.map((index) => this.group(id, index, work)));
  }

  /** The row group that holds the feature of a key, or the whole layer when it is small or in memory. */
  async holding(id: string, key: string, work: Work): Promise<LoadedRows[]> {
    const file = await this.file(id);
    if (this.isWhole(id) || file.rowGroups.length === 1) return [await this.whole(id, work)];
    const indexes = file.rowGroupsHolding(this.layer(id).key, key);
    return Promise.all(indexes.map((index) => this.group(id, index, work)));
  }

  /** The rows in memory or fetched that a row of the file is among. */
  async holdingRow(id: string, row: number, work: Work): Promise<LoadedRows> {
    const { rowGroups } = await this.file(id);
    if (this.isWhole(id) || rowGroups.length === 1) return this.whole(id, work);
    const group = rowGroups.findLast(({ firstRow }) => firstRow <= row);
    return this.group(id, group?.index ?? 0, work);
  }

  async #read(id: string, groups: number[], signal: AbortSignal): Promise<LayerTable> {
    const file = await this.file(id);
    const names = this.layer(id).fields.map(({ name }) => name);
    return file.readRowGroups(groups, names, { signal });
  }
}

/** Row groups read at once: between two reads a cancel is heard. */
const GROUPS_A_READ = 8;

function loadedRows(
  layer: Layer,
  firstRow: number,
  table: LayerTable,
  territory: Territory,
): LoadedRows {
  let side: Side | null = null;
  const metric = () => {
    side ??= createSide(projectColumn(table.geometry, territory.metricCrs));
    return side;
  };
  return { layer, firstRow, table, metric };
}

function concatTables(tables: LayerTable[]): LayerTable {
  const [first] = tables;
  if (!first || tables.length === 1) return first ?? { geometry: concatColumns([]), columns: {} };
  const columns = Object.keys(first.columns).map((name) => [
    name,
    tables.flatMap((table) => table.columns[name] ?? []),
  ]);
  return {
    geometry: concatColumns(tables.map(({ geometry }) => geometry)),
    columns: Object.fromEntries(columns),
  };
}
