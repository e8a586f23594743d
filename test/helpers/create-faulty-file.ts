import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Value } from '../../src/domain/feature.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';

/**
 * A GeoParquet file of a table (degrees), as a tool that checks nothing would write it: the WKB of the rows in `broken`
 * is what that function makes of it.
 */
export function createFaultyFile(
  { geometry, columns }: LayerTable,
  broken: Record<number, (wkb: Uint8Array) => Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const wkbs = Array.from({ length: geometry.length }, (_, row) => {
    const wkb = writeWkb(geometry, row);
    return wkb && (broken[row]?.(wkb) ?? wkb);
  });
  const geo = {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: { geometry: { encoding: 'WKB', geometry_types: [] } },
  };
  const attributes = Object.entries(columns).map(([name, data]: [string, Value[]]) => ({
    name,
    data,
  }));
  const columnData = [{ name: 'geometry', data: wkbs }, ...attributes];
  const kvMetadata = [{ key: 'geo', value: JSON.stringify(geo) }];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, rowGroupSize: 4 }));
}

/** WKB that ends too early, that is of no known type, and whose first ordinate is not a number. */
export const BREAKS = {
  truncated: (wkb: Uint8Array) => wkb.subarray(0, wkb.length - 3),
  'unknown-type': (wkb: Uint8Array) => Uint8Array.of(1, 17, ...wkb.subarray(2)),
  'not-finite': (wkb: Uint8Array) => {
    const copy = wkb.slice();
    copy.fill(255, 13, 21);
    return copy;
  },
};
