import type { CollectedSource } from '../../domain/collection.ts';
import type { Layer } from '../../domain/layer.ts';

/** The oldest day of the data that are served of a source, `YYYY-MM-DD`; null where nothing is. */
export function servedSince(
  { layers: told }: CollectedSource,
  layers: readonly Layer[],
): string | null {
  const served = layers.filter((layer) => told.some((one) => isServed(one, layer)));
  return served.map(({ date }) => date).sort()[0] ?? null;
}

/** Whether simulated layers stand where those of a source would. */
export function hasStandIn({ layers: told }: CollectedSource, layers: readonly Layer[]): boolean {
  return layers.some(({ id, simulated }) => simulated && told.some((one) => one.id === id));
}

/** The source that a layer was collected from; of several that give the layer, the one whose version is served. */
export function sourceOf(
  layer: Layer,
  sources: readonly CollectedSource[],
): CollectedSource | null {
  return sources.find(({ layers }) => layers.some((one) => isServed(one, layer))) ?? null;
}

/** A simulated layer comes from no source, whatever the collection says of its id. */
function isServed(told: { id: string; version: string | null }, layer: Layer): boolean {
  return told.id === layer.id && told.version === layer.file.version && !layer.simulated;
}
