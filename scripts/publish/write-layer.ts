import { join } from 'node:path';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a layer's rows as `<outDir>/layers/<id>.<version>.parquet` and gives its entry of the catalogue. A name always
 * stands for a whole file.
 * @throws {AppError} as `encodeLayer` and `writeWhole`.
 */
export async function writeLayer(
  meta: LayerMeta,
  table: LayerTable,
  outDir: string,
): Promise<Layer> {
  const { layer, data } = await encodeLayer(meta, table);
  await writeWhole(join(outDir, layer.file.path), data);
  return layer;
}
