import type { Geometry } from 'geojson';
import type { AppError } from '../../src/domain/errors.ts';
import type { Value } from '../../src/domain/feature.ts';
import type { FieldType, GeometryFamily, Layer } from '../../src/domain/layer.ts';
import type { NetworkMeta } from '../../src/domain/network.ts';
import { AnswerDesk } from '../../src/engine/answer/answer-desk.ts';
import type { Database } from '../../src/engine/database.ts';
import { inlineKernel } from '../../src/engine/kernel/inline-kernel.ts';
import { LayerStore } from '../../src/engine/layer-store.ts';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { unprojectColumn } from '../../src/geo/project.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createLayerMeta } from '../helpers/create-layer.ts';
import { startKeptDatabase } from '../helpers/kept-duckdb.ts';

/** A layer of a test: geometries in CC50, the types of its fields (the first is the key) and their values. */
export interface SqlLayer {
  geometries: (Geometry | null)[];
  types: Record<string, FieldType>;
  columns: Record<string, Value[]>;
  network?: NetworkMeta;
}

/**
 * Desks for statements and for questions over layers in memory, with the real DuckDB and kernel, and the ids of the layers
 * they were made to read. Only those that were made last answer, unless they start a database of their own.
 */
export async function createSqlDesk(
  layers: Record<string, SqlLayer>,
  startDatabase: () => Promise<Database> = startKeptDatabase,
) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const read: string[] = [];
  const entries = Object.entries(layers).map(([id, entry]): Layer => {
    const { geometries, types, columns, network } = entry;
    const geometry = unprojectColumn(geometriesToColumn(geometries), 'EPSG:3950');
    const geometryType = geometries.find((one) => one)?.type ?? 'Polygon';
    const family = FAMILIES[geometryType.replace('Multi', '')] ?? 'polygon';
    const meta = createLayerMeta(types, { id, geometry: family, ...(network ? { network } : {}) });
    const bytes = encodeGeoParquet(meta, { geometry, columns });
    const path = `layers/${id}.parquet`;
    files.set(path, bytes);
    const file = { path, bytes: bytes.length, rows: geometries.length, version: `v-${id}` };
    return { ...meta, file, extent: [2, 50, 3, 51] };
  });
  const platform = {
    ...nodePlatform,
    openFile(url: string) {
      const path = url.slice('http://site/'.length);
      read.push(path.replace(/layers\/(.*)\.parquet/, '$1'));
      return memorySource(url, files.get(path) as Uint8Array<ArrayBuffer>);
    },
  };
  const store = new LayerStore(createCatalogue(entries), 'http://site/', platform);
  const database = await startDatabase();
  const desk = new SqlDesk(database, store, inlineKernel);
  const answers = new AnswerDesk(
    store,
    { ...platform, startDatabase: async () => database },
    inlineKernel,
  );
  return { desk, answers, database, store, read };
}

const FAMILIES: Record<string, GeometryFamily> = {
  Point: 'point',
  LineString: 'line',
  Polygon: 'polygon',
};

/** Work that nobody cancels or follows. */
export function createWork(signal = new AbortController().signal) {
  return { signal, onProgress: () => {} };
}

/** What a statement is refused with. */
export async function refusalOf(
  desk: SqlDesk,
  sql: string,
): Promise<AppError['context'] & { code: string }> {
  const error = await desk.run(sql, createWork()).then(
    () => null,
    (cause: AppError) => cause,
  );
  return { ...error?.context, code: String(error?.code) };
}
