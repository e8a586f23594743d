import { type Change, type ChangeKind, changesOf } from '../domain/change.ts';
import type { Layer } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import { pause } from '../domain/pause.ts';
import type { LngLat } from '../domain/units.ts';
import { concatColumns } from '../geo/concat-columns.ts';
import { columnExtent } from '../geo/row-boxes.ts';
import { diffTables } from '../versions/diff-tables.ts';
import { drawRows } from './draw.ts';
import { rowsAround } from './identify.ts';
import type { LoadedRows } from './loaded-rows.ts';
import type {
  ChangedRows,
  DiffShapes,
  DrawBatch,
  VersionFeature,
  VersionPair,
} from './protocol.ts';
import type { VersionStores } from './version-stores.ts';
import type { Work } from './work.ts';

/** Compares versions of layers. It keeps the last diff. */
export class DiffDesk {
  readonly #stores: VersionStores;
  #last: { name: string; diff: LayerDiff } | null = null;

  constructor(stores: VersionStores) {
    this.#stores = stores;
  }

  /** What differs between two versions of a layer: see `diffTables`; reads both files whole. */
  async diff(pair: VersionPair, work: Work): Promise<LayerDiff> {
    const name = `${nameOf(pair.from)} ${nameOf(pair.to)}`;
    if (this.#last?.name === name) return this.#last.diff;
    const [from, to] = await this.#read(pair, work);
    const { id } = pair.to;
    work.onProgress({ phase: 'test', layer: id, done: 0, total: to.table.geometry.length });
    await pause();
    work.signal.throwIfAborted();
    const diff = diffTables({
      layer: id,
      from: { version: pair.from.file.version, meta: pair.from, table: from.table },
      to: { version: pair.to.file.version, meta: pair.to, table: to.table },
    });
    this.#last = { name, diff };
    return diff;
  }

  /**
   * The features of two versions told apart by what happened to them; degrees, longitude first. Those of the later one come first:
   * a border that old and new share is drawn as theirs.
   */
  async shapes(pair: VersionPair, work: Work): Promise<DiffShapes> {
    const [from, to] = await this.#read(pair, work);
    const changes = changesOf(await this.diff(pair, work));
    const of = (kind: ChangeKind, side: 'rowBefore' | 'rowAfter') =>
      Uint32Array.from(
        changes.filter((change) => change.kind === kind).map((change) => Number(change[side])),
      );
    const changed = new Set(changes.map(({ rowAfter }) => rowAfter));
    const all = Uint32Array.from({ length: to.table.geometry.length }, (_, row) => row);
    return {
      changes: concatBatches([
        ['added', drawRows(to, of('added', 'rowAfter'), [])],
        ['moved', drawRows(to, of('moved', 'rowAfter'), [])],
        ['edited', drawRows(to, of('edited', 'rowAfter'), [])],
        ['removed', drawRows(from, of('removed', 'rowBefore'), [])],
        ['before', drawRows(from, of('moved', 'rowBefore'), [])],
      ]),
      unchanged: drawRows(
        to,
        all.filter((row) => !changed.has(row)),
        [],
      ),
    };
  }

  /** Some features of two versions by their rows, those of the later as `added`, those of the earlier as `removed`. */
  async rows({ pair, before, now }: ChangedRows, work: Work): Promise<DiffShapes> {
    const [from, to] = await this.#read(pair, work);
    return {
      changes: concatBatches([
        ['added', drawRows(to, Uint32Array.from(now), [])],
        ['removed', drawRows(from, Uint32Array.from(before), [])],
      ]),
      unchanged: drawRows(to, new Uint32Array(), []),
    };
  }

  /**
   * The change within `radius` metres of a point, the nearest: a shape of the later version goes before one of the earlier,
   * which it may hide on the map. Null where none is.
   */
  async changeAt(
    pair: VersionPair,
    at: LngLat,
    radius: number,
    work: Work,
  ): Promise<Change | null> {
    const changes = changesOf(await this.diff(pair, work));
    const [from, to] = await this.#read(pair, work);
    const find = (loaded: LoadedRows, side: 'rowBefore' | 'rowAfter') => {
      const byRow = new Map(changes.map((change) => [change[side], change]));
      const row = rowsAround(loaded, at, radius).find((found) => byRow.has(found));
      return row === undefined ? null : (byRow.get(row) ?? null);
    };
    return find(to, 'rowAfter') ?? find(from, 'rowBefore');
  }

  /** One feature of a version, by its row in that version's file. */
  async feature(layer: Layer, row: number, work: Work): Promise<VersionFeature> {
    const loaded = await this.#stores.of(layer).holdingRow(layer.id, row, work);
    const names = layer.fields.map(({ name }) => name);
    const { geometry, columns } = drawRows(loaded, Uint32Array.of(row), names);
    const attributes = names.map((name) => [name, columns[name]?.[0] ?? null]);
    return { attributes: Object.fromEntries(attributes), geometry, extent: columnExtent(geometry) };
  }

  #read({ from, to }: VersionPair, work: Work): Promise<[LoadedRows, LoadedRows]> {
    return Promise.all([
      this.#stores.of(from).whole(from.id, work),
      this.#stores.of(to).whole(to.id, work),
    ]);
  }
}

const nameOf = ({ id, file }: Layer): string => `${id}.${file.version}`;

function concatBatches(parts: ['before' | ChangeKind, DrawBatch][]): DrawBatch {
  const batches = parts.map(([, batch]) => batch);
  const rows = batches.flatMap((batch) => [...batch.rows]);
  return {
    geometry: concatColumns(batches.map(({ geometry }) => geometry)),
    rows: Uint32Array.from(rows),
    columns: { change: parts.flatMap(([kind, { rows: own }]) => Array(own.length).fill(kind)) },
  };
}
