import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Layer } from '../../../src/domain/layer.ts';
import { fileSource } from '../../../src/engine/file-source.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { openGeoParquet } from '../../../src/loaders/geoparquet.ts';

/** A file of GeoJSON and how many features it holds. */
export interface Written {
  path: string;
  rows: number;
  bytes: number;
}

/**
 * Writes the parcels of a served layer, all or those of one commune, as the GeoJSON that a page would give MapLibre: the geometry and
 * the number, which the map names them by, nothing else.
 */
export async function writeParcels(
  layer: Layer,
  publicUrl: string,
  path: string,
  commune?: string,
): Promise<Written> {
  await mkdir(dirname(path), { recursive: true });
  const file = await openGeoParquet(
    fileSource(new URL(layer.file.path, publicUrl).href, layer.file.bytes),
  );
  const stream = createWriteStream(path);
  stream.write('{"type":"FeatureCollection","features":[');
  let rows = 0;
  for (const { index } of file.rowGroups) {
    const { geometry, columns } = await file.readRowGroups([index], ['commune', 'numero'], {});
    for (let i = 0; i < geometry.length; i++) {
      const shape = rowToGeometry(geometry, i);
      if (!shape || (commune && columns.commune?.[i] !== commune)) continue;
      const properties = { numero: columns.numero?.[i] };
      const text = JSON.stringify({ type: 'Feature', properties, geometry: shape });
      if (!stream.write(rows++ === 0 ? text : `,${text}`)) await once(stream, 'drain');
    }
  }
  stream.end(']}');
  await once(stream, 'finish');
  return { path, rows, bytes: stream.bytesWritten };
}
