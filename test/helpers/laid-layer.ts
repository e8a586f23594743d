import { DEMO_LAYERS } from '../../scripts/demo/build-territory.ts';
import type { BuildLayer, DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { readKeptLayer } from '../../scripts/demo/kept-layers.ts';

/** The layers of a theme as they are laid out, by id: those that the build has just kept, else laid out here. Nobody changes them. */
export function laidLayers(theme: Record<string, BuildLayer>): Record<string, DemoLayer> {
  return Object.fromEntries(Object.keys(theme).map((id) => [id, laidLayer(id)]));
}

/** One layer as it is laid out. */
export function laidLayer(id: string): DemoLayer {
  const layer = known.get(id) ?? readKeptLayer(id) ?? DEMO_LAYERS[id]?.(keptGround());
  if (!layer) throw new Error(`no layer "${id}" in the embedded territory`);
  known.set(id, layer);
  return layer;
}

const known = new Map<string, DemoLayer>();
