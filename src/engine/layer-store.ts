import { type Catalogue, findLayer } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import { pause } from '../domain/pause.ts';
import type { Progress } from '../domain/progress.ts';
import type { Extent } from '../domain/units.ts';
import { type GeoParquetFile, openGeoParquet } from '../loaders/geoparquet.ts';
import type { ReadTable, RowGroup } from '../loaders/layer-table.ts';
import type { ReadGroupsOptions } from '../loaders/read-columns.ts';
import { rowGroupsMeeting } from '../loaders/row-groups.ts';
import { ByteCache } from './answer/byte-cache.ts';
import { concatTables, type LoadedRows, loadedRows } from './loaded-rows.ts';
import type { Platform } from './platform.ts';
import { SharedWork } from './shared-work.ts';
import type { Work } from './work.ts';

/**
 * The layers of a catalogue as far as they were read. Each file is opened once, and a layer read whole stays until the page
 * closes: files are immutable. Of a layer read in part, what was used last stays, up to `MAX_KEPT_BYTES`.
 */
export class LayerStore {
  #catalogue: Catalogue;
  readonly #baseUrl: string;
  readonly #platform: Platform;
  readonly #files = new Map<string, Promise<GeoParquetFile>>();
  readonly #wholes = new Map<string, LoadedRows>();
  /** Of each layer the row groups read on their own, by their index. */
  readonly #groups = new Map<string, ByteCache<LoadedRows>>();
  /** Of each layer the parts that `some` gave, by the indexes of their row groups. */
  readonly #parts = new Map<string, ByteCache<LoadedRows>>();
  /** What is being read, by layer, or by layer and row group. */
  readonly #readings = new Map<string, SharedWork<LoadedRows>>();

  constructor(catalogue: Catalogue, baseUrl: string, platform: Platform) {
    this.#catalogue = catalogue;
    this.#baseUrl = baseUrl;
    this.#platform = platform;
  }

  /** The layers there are now: another object when one was added or removed. */
  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** Adds a layer, in the place of the one of its id if there is one. */
  add(layer: Layer): void {
    this.remove(layer.id);
    this.#catalogue = { ...this.#catalogue, layers: [...this.#catalogue.layers, layer] };
  }

  /** Removes a layer and what was read of it. */
  remove(id: string): void {
    const layers = this.#catalogue.layers.filter((layer) => layer.id !== id);
    this.#catalogue = { ...this.#catalogue, layers };
    for (const read of [this.#files, this.#wholes, this.#groups, this.#parts]) read.delete(id);
  }

  /**
   * The layer of that id.
   * @throws {AppError} `layer-unknown`.
   */
  layer(id: string): Layer {
    return findLayer(this.catalogue, id);
  }

  /** A store of one layer in another version, which has its own memory; this one where that is the version it serves. */
  withVersion(layer: Layer): LayerStore {
    const served = this.catalogue.layers.find(({ id }) => id === layer.id);
    if (served?.file.version === layer.file.version) return this;
    return new LayerStore({ ...this.catalogue, layers: [layer] }, this.#baseUrl, this.#platform);
  }

  /**
   * A store of the same catalogue but for some layers in other versions, which has its own memory of these and shares what was
   * read of the others so far; this one where those are the versions that it serves.
   */
  withVersions(versions: readonly Layer[]): LayerStore {
    const others = versions.filter((layer) => this.withVersion(layer) !== this);
    if (others.length === 0) return this;
    const ids = new Set(others.map(({ id }) => id));
    const same = this.catalogue.layers.filter(({ id }) => !ids.has(id));
    const catalogue = { ...this.catalogue, layers: [...same, ...others] };
    const store = new LayerStore(catalogue, this.#baseUrl, this.#platform);
    for (const { id } of same) {
      const [file, whole] = [this.#files.get(id), this.#wholes.get(id)];
      if (file) store.#files.set(id, file);
      if (whole) store.#wholes.set(id, whole);
    }
    return store;
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

  /**
   * All rows of a layer, read once for all who ask meanwhile. Reports bytes downloaded; a caller that cancels stops
   * waiting, and the reading stops when nobody waits.
   */
  async whole(id: string, work: Work): Promise<LoadedRows> {
    return this.#wholes.get(id) ?? this.#share(id, (shared) => this.#readWhole(id, shared), work);
  }

  /** Whether all rows of a layer are in memory. */
  isWhole(id: string): boolean {
    return this.#wholes.has(id);
  }

  /** One row group of a layer on its own, read as `whole` is. Not to be asked for when the whole layer is in memory. */
  async group(id: string, index: number, work: Work): Promise<LoadedRows> {
    const held = this.#groups.get(id)?.get(`${index}`);
    return (
      held ?? this.#share(`${id} ${index}`, (shared) => this.#readGroup(id, index, shared), work)
    );
  }

  /** Whether reading less than all of a layer is possible: it has several row groups, and is not in memory. */
  async isCut(id: string): Promise<boolean> {
    return !this.isWhole(id) && (await this.file(id)).rowGroups.length > 1;
  }

  /**
   * Some row groups of a layer, by ascending index, as rows of their own; the whole layer when it is in memory, or when they
   * are more than a quarter of it. What was given last is given again as the same object.
   */
  async some(id: string, indexes: readonly number[], work: Work): Promise<LoadedRows> {
    const { rowGroups } = await this.file(id);
    const groups = indexes.flatMap((index) => rowGroups[index] ?? []);
    const total = sumBytes(groups);
    if (this.isWhole(id) || total > MAX_PART * sumBytes(rowGroups)) return this.whole(id, work);
    const key = indexes.join();
    const known = this.#parts.get(id)?.get(key);
    if (known) return known;
    const part = await this.#readPart(id, groups, work);
    this.#keep(this.#parts, id, key, part, total);
    return part;
  }

  /**
   * The rows in memory or fetched that a box (degrees) may hold features of: the whole layer when it is in memory or
   * has one row group, else the row groups whose box meets it.
   */
  async around(id: string, extent: Extent, work: Work): Promise<LoadedRows[]> {
    const file = await this.file(id);
    if (this.isWhole(id) || file.rowGroups.length === 1) return [await this.whole(id, work)];
    return this.#each(id, rowGroupsMeeting(file.rowGroups, extent), work);
  }

  /** The row group that holds the feature of a key, or the whole layer when it is small or in memory. */
  async holding(id: string, key: string, work: Work): Promise<LoadedRows[]> {
    const file = await this.file(id);
    if (this.isWhole(id) || file.rowGroups.length === 1) return [await this.whole(id, work)];
    return this.#each(id, file.rowGroupsHolding(this.layer(id).key, key), work);
  }

  /** The rows in memory or fetched that a row of the file is among. */
  async holdingRow(id: string, row: number, work: Work): Promise<LoadedRows> {
    const { rowGroups } = await this.file(id);
    if (this.isWhole(id) || rowGroups.length === 1) return this.whole(id, work);
    const group = rowGroups.findLast(({ firstRow }) => firstRow <= row);
    return this.group(id, group?.index ?? 0, work);
  }

  #share(key: string, start: (work: Work) => Promise<LoadedRows>, work: Work): Promise<LoadedRows> {
    let reading = this.#readings.get(key);
    if (!reading?.isRunning) {
      reading = new SharedWork(start);
      this.#readings.set(key, reading);
    }
    return reading.join(work);
  }

  async #readWhole(id: string, work: Work): Promise<LoadedRows> {
    const { rowGroups } = await this.file(id);
    const loaded = this.#hold(id, await this.#readLots(id, rowGroups, work), null);
    this.#wholes.set(id, loaded);
    this.#groups.delete(id);
    this.#parts.delete(id);
    return loaded;
  }

  /** The rows of row groups one after the other, read some at a time. */
  async #readLots(id: string, rowGroups: readonly RowGroup[], work: Work): Promise<ReadTable> {
    const total = sumBytes(rowGroups);
    const tables: ReadTable[] = [];
    let done = 0;
    for (let i = 0; i === 0 || i < rowGroups.length; i += GROUPS_A_READ) {
      const groups = rowGroups.slice(i, i + GROUPS_A_READ);
      const before = done;
      const onProgress = ({ phase, done: bytes }: Omit<Progress, 'layer'>) => {
        if (phase !== 'download') return;
        work.onProgress({ phase, layer: id, done: Math.min(before + bytes, total), total });
      };
      onProgress({ phase: 'download', done: 0, total });
      const indexes = groups.map(({ index }) => index);
      tables.push(await this.#read(id, indexes, { signal: work.signal, onProgress }));
      done += sumBytes(groups);
      await pause();
      work.signal.throwIfAborted();
    }
    return concatTables(tables);
  }

  /** A few row groups stay in memory one by one too, for the map most often shows them; of many, the part alone stays. */
  async #readPart(id: string, groups: readonly RowGroup[], work: Work): Promise<LoadedRows> {
    if (groups.length > 0 && groups.length <= GROUPS_A_READ) {
      const indexes = groups.map(({ index }) => index);
      const loaded = await this.#each(id, indexes, work);
      return this.#hold(id, concatTables(loaded.map(({ table }) => table)), groups);
    }
    return this.#hold(id, await this.#readLots(id, groups, work), groups);
  }

  /** Row groups each on its own, read some at a time. */
  async #each(id: string, indexes: readonly number[], work: Work): Promise<LoadedRows[]> {
    const loaded: LoadedRows[] = [];
    for (let i = 0; i < indexes.length; i += GROUPS_A_READ) {
      const some = indexes.slice(i, i + GROUPS_A_READ);
      loaded.push(...(await Promise.all(some.map((index) => this.group(id, index, work)))));
    }
    return loaded;
  }

  async #readGroup(id: string, index: number, work: Work): Promise<LoadedRows> {
    const { rowGroups } = await this.file(id);
    const table = await this.#read(id, [index], { signal: work.signal });
    const groups = rowGroups.slice(index, index + 1);
    const loaded = this.#hold(id, table, groups);
    this.#keep(this.#groups, id, `${index}`, loaded, sumBytes(groups));
    return loaded;
  }

  #keep(
    kept: Map<string, ByteCache<LoadedRows>>,
    id: string,
    key: string,
    rows: LoadedRows,
    bytes: number,
  ): void {
    if (this.isWhole(id)) return;
    const cache = kept.get(id) ?? new ByteCache<LoadedRows>(MAX_KEPT_BYTES);
    cache.set(key, rows, bytes);
    kept.set(id, cache);
  }

  async #read(id: string, groups: number[], options: ReadGroupsOptions): Promise<ReadTable> {
    const file = await this.file(id);
    const names = this.layer(id).fields.map(({ name }) => name);
    return file.readRowGroups(groups, names, options);
  }

  #hold(id: string, table: ReadTable, groups: readonly RowGroup[] | null): LoadedRows {
    return loadedRows(this.layer(id), table, this.catalogue.territory.metricCrs, groups);
  }
}

function sumBytes(groups: readonly RowGroup[]): number {
  return groups.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** More than this share of a layer's bytes is read as the whole layer: every later question then finds it in memory. */
const MAX_PART = 0.25;

/** Bytes of a layer's file whose row groups are kept, and as much of parts: about five times that in memory. */
const MAX_KEPT_BYTES = 48 * 1024 * 1024;

/** Row groups read at once: between two reads a cancel is heard. */
const GROUPS_A_READ = 8;
