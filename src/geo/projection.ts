import { createLambertConic, lambertToLngLat, lngLatToLambert } from './lambert-conic.ts';
import {
  createTransverseMercator,
  lngLatToMercator,
  mercatorToLngLat,
} from './transverse-mercator.ts';

/** A projected system, ready: both ways write into `to` what the positions in `from` are; both may be the same array. */
export interface Projection {
  /** Metres `[x, y, …]` of degrees `[lng, lat, …]`. */
  toMetres(from: Float64Array, to: Float64Array): void;
  /** Degrees `[lng, lat, …]` of metres `[x, y, …]`. */
  toLngLat(from: Float64Array, to: Float64Array): void;
}

/**
 * What a PROJ definition on GRS80 in metres describes: a conic (`lcc`) or a transverse Mercator (`tmerc`).
 * @throws {AppError} `crs-unknown` for any other definition.
 */
export function createProjection(definition: string): Projection {
  if (definition.includes('+proj=tmerc')) {
    const mercator = createTransverseMercator(definition);
    return {
      toMetres: (from, to) => lngLatToMercator(mercator, from, to),
      toLngLat: (from, to) => mercatorToLngLat(mercator, from, to),
    };
  }
  const conic = createLambertConic(definition);
  return {
    toMetres: (from, to) => lngLatToLambert(conic, from, to),
    toLngLat: (from, to) => lambertToLngLat(conic, from, to),
  };
}
