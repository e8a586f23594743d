import type { Geometry } from 'geojson';
import type { Value } from '../../../src/domain/feature.ts';
import type { FieldType, GeometryFamily, Layer } from '../../../src/domain/layer.ts';
import { AnswerDesk } from '../../../src/engine/answer/answer-desk.ts';
import type { Database } from '../../../src/engine/database.ts';
import { inlineKernel } from '../../../src/engine/kernel/inline-kernel.ts';
import { LayerStore } from '../../../src/engine/layer-store.ts';
import { nodePlatform } from '../../../src/engine/node-platform.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { unprojectColumn } from '../../../src/geo/project.ts';
import type { ByteSource } from '../../../src/loaders/byte-source.ts';
import { encodeGeoParquet } from '../../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue } from '../../helpers/create-catalogue.ts';
import { createLayerMeta } from '../../helpers/create-layer.ts';
import { startKeptDatabase } from '../../helpers/kept-duckdb.ts';

/** A layer whose file is cut into groups of that many rows: geometries in CC50, types of the fields and their values. */
export interface CutLayer {
  family: GeometryFamily;
  groupRows: number;
  geometries: (Geometry | null)[];
  types: Record<string, FieldType>;
  columns: Record<string, Value[]>;
}

/** Opens the same layers again and again, each time with nothing read; `read` counts the bytes of rows asked for since, and the starts of DuckDB. */
export async function cutSite(layers: Record<string, CutLayer>) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const entries = Object.entries(layers).map(([id, layer]): Layer => {
    const { family, groupRows, geometries, types, columns } = layer;
    const meta = createLayerMeta(types, { id, geometry: family });
    const rows = geometries.length;
    const geometry = unprojectColumn(geometriesToColumn(geometries), 'EPSG:3950');
    const rowGroups = Array.from({ length: Math.ceil(rows / groupRows) }, (_, i) =>
      Math.min(groupRows, rows - i * groupRows),
    );
    const bytes = spread(encodeGeoParquet(meta, { geometry, columns }, { rowGroups }));
    files.set(id, bytes);
    return {
      ...meta,
      file: { path: id, bytes: bytes.length, rows, version: `v-${id}` },
      extent: [2, 50, 3, 51],
    };
  });
  let database: Promise<Database> | null = null;
  const openDatabase = () => {
    database ??= startKeptDatabase();
    return database;
  };
  return {
    entries,
    /** `bytes` is how large the catalogue says that each file is. */
    open(bytes?: number) {
      const told = entries.map((layer) => ({
        ...layer,
        file: { ...layer.file, ...(bytes && { bytes }) },
      }));
      const read = { bytes: 0, starts: 0 };
      const openFile = (url: string): ByteSource => {
        const data = files.get(url.slice('http://site/'.length)) as Uint8Array<ArrayBuffer>;
        return {
          name: url,
          bytes: data.length,
          async read(start, end) {
            read.bytes += Math.max(0, Math.min(end, data.length - TAIL) - start);
            return data.subarray(start, end);
          },
        };
      };
      const startDatabase = () => {
        read.starts += 1;
        return openDatabase();
      };
      const platform = { ...nodePlatform, openFile, startDatabase };
      const store = new LayerStore(createCatalogue(told), 'http://site/', platform);
      return { store, answers: new AnswerDesk(store, platform, inlineKernel), read };
    },
  };
}

/** A Parquet file with room between its rows and its footer, so that neither is fetched with the other. */
function spread(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const footer = new DataView(file.buffer, file.byteOffset).getUint32(file.length - 8, true) + 8;
  const spread = new Uint8Array(file.length - footer + TAIL);
  spread.set(file.subarray(0, file.length - footer));
  spread.set(file.subarray(file.length - footer), spread.length - footer);
  return spread;
}

/** Bytes after the rows: more than what is fetched of a file's end, and than a file that is fetched whole. */
const TAIL = 600 * 1024;
