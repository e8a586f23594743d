import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import type { LayerTable } from '../../../src/loaders/layer-table.ts';

/**
 * A table in degrees as a GeoJSON file, one feature a line with the fields of the national cadastre's parcels, as its
 * downloads are written: about 500 bytes a parcel.
 */
export async function writeGeoJson(path: string, { geometry, columns }: LayerTable): Promise<void> {
  const out = createWriteStream(path);
  out.write('{"type":"FeatureCollection","features":[\n');
  for (let row = 0; row < geometry.length; row++) {
    const shape = JSON.stringify(rowToGeometry(geometry, row));
    const properties = JSON.stringify(parcelProperties(columns, row));
    const end = row + 1 < geometry.length ? ',' : '';
    const line = `{"type":"Feature","id":"${columns.id?.[row]}","geometry":${shape},"properties":${properties}}${end}\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end(']}\n');
  await once(out, 'finish');
}

/** Fields and spelling of `cadastre-<commune>-parcelles.json`, Etalab. */
function parcelProperties(columns: LayerTable['columns'], row: number) {
  const id = String(columns.id?.[row]);
  return {
    id,
    commune: columns.commune?.[row],
    prefixe: '000',
    section: columns.section?.[row],
    numero: String(row % 999),
    contenance: columns.contenance?.[row],
    arpente: row % 7 === 0,
    created: '2004-02-10',
    updated: row % 3 === 0 ? '2023-04-06' : '2019-11-27',
  };
}
