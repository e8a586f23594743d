import type { Geometry } from 'geojson';
import type { Value } from '../../../src/domain/feature.ts';
import type { Layer } from '../../../src/domain/layer.ts';
import { LayerStore } from '../../../src/engine/layer-store.ts';
import type { Platform } from '../../../src/engine/platform.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { unprojectColumn } from '../../../src/geo/project.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { memorySource } from '../../../src/loaders/byte-source.ts';
import { encodeGeoParquet } from '../../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue, createLayer } from '../../helpers/create-catalogue.ts';
import { createLayerTable } from '../../helpers/create-layer.ts';

/** Metres of CC50 that the coordinates of these tests count from: in Béthune. */
const [EAST, NORTH] = [1_674_000, 9_259_000];

/** A geometry in metres of CC50 from a corner in Béthune, in degrees. */
export function inDegrees<G extends Geometry>(metres: G): G {
  const moved = JSON.parse(JSON.stringify(metres), (key, value) => {
    const isPosition = Array.isArray(value) && typeof value[0] === 'number' && key !== 'bbox';
    return isPosition ? [value[0] + EAST, value[1] + NORTH] : value;
  });
  return rowToGeometry(unprojectColumn(geometriesToColumn([moved]), 'EPSG:3950'), 0) as G;
}

/** A rectangle in metres, as `inDegrees` reads them. */
export function rectangle(x: number, y: number, width: number, height: number) {
  const [right, top] = [x + width, y + height];
  const ring = [
    [x, y],
    [right, y],
    [right, top],
    [x, top],
    [x, y],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}

/** What a small layer holds: geometries in metres, and a text that tells them apart. */
export interface SmallLayer {
  geometries: Geometry[];
  kinds?: string[];
}

/** A store of small layers in memory, whose rows are `p0`, `p1`… with a text `nature`. */
export function openStore(layers: Record<string, SmallLayer>): LayerStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const entries = Object.entries(layers).map(([id, { geometries, kinds }]): Layer => {
    const fields = ['id', 'nature'].map((name) => ({ name, label: name, type: 'text' as const }));
    const columns: Record<string, Value[]> = {
      id: geometries.map((_, row) => `p${row}`),
      nature: geometries.map((_, row) => kinds?.[row] ?? null),
    };
    const family = geometries[0]?.type.endsWith('LineString') ? 'line' : 'polygon';
    const layer = createLayer({ id, fields, geometry: family });
    const table = createLayerTable(geometries.map(inDegrees), columns);
    const bytes = new Uint8Array(encodeGeoParquet(layer, table));
    const path = `layers/${id}.parquet`;
    files.set(`http://site/${path}`, bytes);
    const file = { path, bytes: bytes.length, rows: geometries.length, version: '00000000' };
    return { ...layer, file };
  });
  const platform: Platform = {
    openFile: (url) => memorySource(url, files.get(url) ?? new Uint8Array(0)),
    startDatabase: () => Promise.reject(new Error('nothing is asked in SQL here')),
    kernelWorkers: null,
  };
  return new LayerStore(createCatalogue(entries), 'http://site/', platform);
}

/** Work that nobody follows or stops. */
export const createWork = () => ({ signal: new AbortController().signal, onProgress: () => {} });
