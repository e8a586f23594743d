import { GRS80_A_M, GRS80_F, readProjDefinition } from './proj-definition.ts';

/** A Lambert conformal conic projection of an ellipsoid, two standard parallels (EPSG method 9802), constants ready. */
export interface LambertConic {
  /** Eccentricity of the ellipsoid. */
  e: number;
  /** Cone constant n. */
  n: number;
  /** Radius of the parallel at isometric latitude 0, in metres: a·F. */
  radius: number;
  /** Longitude of the origin, in radians. */
  lng0: number;
  /** Easting of the cone's apex: the false easting, in metres. */
  apexX: number;
  /** Northing of the cone's apex, in metres. */
  apexY: number;
}

/**
 * The projection that a PROJ definition of type `lcc` on GRS80 in metres describes.
 * @throws {AppError} `crs-unknown` for any other definition.
 */
export function createLambertConic(definition: string): LambertConic {
  const number = readProjDefinition(definition, 'lcc');
  const e = Math.sqrt(GRS80_F * (2 - GRS80_F));
  const lat1 = number('lat_1') * RADIANS;
  const lat2 = number('lat_2') * RADIANS;
  const m1 = parallelRadius(lat1, e);
  const q1 = isometricLatitude(Math.sin(lat1), e);
  const q2 = isometricLatitude(Math.sin(lat2), e);
  const n = Math.log(m1 / parallelRadius(lat2, e)) / (q2 - q1);
  const radius = (GRS80_A_M * m1 * Math.exp(n * q1)) / n;
  const q0 = isometricLatitude(Math.sin(number('lat_0') * RADIANS), e);
  const apexY = number('y_0') + radius * Math.exp(-n * q0);
  return { e, n, radius, lng0: number('lon_0') * RADIANS, apexX: number('x_0'), apexY };
}

/**
 * Writes into `to` the metres `[x, y, …]` of the degrees `[lng, lat, …]` in `from`; both may be the same array.
 * About 0.1 µs a position.
 */
export function lngLatToLambert(p: LambertConic, from: Float64Array, to: Float64Array): void {
  const { e, n, radius, lng0, apexX, apexY } = p;
  for (let i = 0; i < from.length; i += 2) {
    const q = isometricLatitude(Math.sin(from[i + 1]! * RADIANS), e);
    const r = radius * Math.exp(-n * q);
    const angle = n * (from[i]! * RADIANS - lng0);
    to[i] = apexX + r * Math.sin(angle);
    to[i + 1] = apexY - r * Math.cos(angle);
  }
}

/** The inverse of `lngLatToLambert`, to the precision of a double. */
export function lambertToLngLat(p: LambertConic, from: Float64Array, to: Float64Array): void {
  const { e, n, radius, lng0, apexX, apexY } = p;
  for (let i = 0; i < from.length; i += 2) {
    const x = from[i]! - apexX;
    const y = apexY - from[i + 1]!;
    const q = -Math.log(Math.hypot(x, y) / radius) / n;
    let sine = Math.tanh(q);
    for (let step = 0; step < LATITUDE_STEPS; step++) {
      const next = Math.tanh(q + e * Math.atanh(e * sine));
      if (next === sine) break;
      sine = next;
    }
    to[i] = (Math.atan2(x, y) / n + lng0) / RADIANS;
    to[i + 1] = Math.asin(sine) / RADIANS;
  }
}

const RADIANS = Math.PI / 180;
/** Each step of the inverse gains a factor e² ≈ 1/150; one that changes nothing is the last. */
const LATITUDE_STEPS = 8;

/** Radius of a parallel for a semi-major axis of 1: Snyder, USGS 1395, equation 14-15. */
function parallelRadius(lat: number, e: number): number {
  return Math.cos(lat) / Math.sqrt(1 - (e * Math.sin(lat)) ** 2);
}

/** −ln t of Snyder's equation 15-9: atanh(sin φ) − e·atanh(e·sin φ), with logarithms, which are faster. */
function isometricLatitude(sine: number, e: number): number {
  const es = e * sine;
  return (Math.log((1 + sine) / (1 - sine)) - e * Math.log((1 + es) / (1 - es))) / 2;
}
