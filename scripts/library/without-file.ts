import type { Layer, LayerMeta } from '../../src/domain/layer.ts';

/** A layer as the catalogue would have it, with a file that nobody opens. */
export function withoutFile(meta: LayerMeta): Layer {
  const file = { path: '', bytes: 0, rows: 0, version: '' };
  return { ...meta, file, extent: [0, 0, 0, 0] };
}
