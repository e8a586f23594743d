import type { Geometry } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';
import type { Ground } from './ground/ground.ts';

/** A feature of the embedded territory, its geometry in EPSG:3950 (CC50) metres, [x, y]. */
export interface DemoFeature {
  geometry: Geometry | null;
  properties: Record<string, Value>;
}

/** The features of one layer of the embedded territory; what is known of the layer stands in `data/layers/<id>.json`. */
export interface DemoLayer {
  id: string;
  features: DemoFeature[];
}

/** Lays one layer on the ground: the same ground gives the same features. */
export type BuildLayer = (ground: Ground) => DemoLayer;

/**
 * A function of the ground that computes once for each ground: for what several layers are laid on, such as the estates,
 * the stations or the lots of built blocks.
 */
export function oncePerGround<T>(compute: (ground: Ground) => T): (ground: Ground) => T {
  const known = new WeakMap<Ground, T>();
  return (ground) => {
    const value = known.get(ground) ?? compute(ground);
    known.set(ground, value);
    return value;
  };
}
