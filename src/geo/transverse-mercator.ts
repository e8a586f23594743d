import { GRS80_A_M, GRS80_F, readProjDefinition } from './proj-definition.ts';

/** A transverse Mercator projection of an ellipsoid (EPSG method 9807), constants ready. */
export interface TransverseMercator {
  /** Eccentricity of the ellipsoid. */
  e: number;
  /** Radius of the circle that has the length of a meridian, times the scale of the central one, in metres. */
  radius: number;
  /** Longitude of the central meridian, in radians. */
  lng0: number;
  /** Easting of the central meridian, in metres. */
  x0: number;
  /** Northing of the equator, in metres. */
  y0: number;
}

/**
 * The projection that a PROJ definition of type `tmerc` on GRS80 in metres, with its origin on the equator, describes.
 * @throws {AppError} `crs-unknown` for any other definition.
 */
export function createTransverseMercator(definition: string): TransverseMercator {
  const number = readProjDefinition(definition, 'tmerc');
  return {
    e: Math.sqrt(GRS80_F * (2 - GRS80_F)),
    radius: number('k') * RECTIFYING_RADIUS_M,
    lng0: number('lon_0') * RADIANS,
    x0: number('x_0'),
    y0: number('y_0'),
  };
}

/**
 * Writes into `to` the metres `[x, y, …]` of the degrees `[lng, lat, …]` in `from`; both may be the same array. Krüger's series to
 * the sixth order: nanometres within 3 000 km of the central meridian. About 0.3 µs a position.
 */
export function lngLatToMercator(
  p: TransverseMercator,
  from: Float64Array,
  to: Float64Array,
): void {
  const { e, radius, lng0, x0, y0 } = p;
  for (let i = 0; i < from.length; i += 2) {
    const sine = Math.sin(from[i + 1]! * RADIANS);
    const t = Math.sinh(Math.atanh(sine) - e * Math.atanh(e * sine));
    const lng = from[i]! * RADIANS - lng0;
    const xi = Math.atan2(t, Math.cos(lng));
    const eta = Math.asinh(Math.sin(lng) / Math.hypot(t, Math.cos(lng)));
    const [north, east] = addSeries(xi, eta, FORWARD);
    to[i] = x0 + radius * east;
    to[i + 1] = y0 + radius * north;
  }
}

/** The inverse of `lngLatToMercator`, to the same precision. */
export function mercatorToLngLat(
  p: TransverseMercator,
  from: Float64Array,
  to: Float64Array,
): void {
  const { e, radius, lng0, x0, y0 } = p;
  for (let i = 0; i < from.length; i += 2) {
    const [xi, eta] = addSeries((from[i + 1]! - y0) / radius, (from[i]! - x0) / radius, INVERSE);
    const conformal = Math.sin(xi) / Math.cosh(eta);
    const q = Math.atanh(conformal);
    let sine = conformal;
    for (let step = 0; step < LATITUDE_STEPS; step++)
      sine = Math.tanh(q + e * Math.atanh(e * sine));
    to[i] = (Math.atan2(Math.sinh(eta), Math.cos(xi)) + lng0) / RADIANS;
    to[i + 1] = Math.asin(sine) / RADIANS;
  }
}

/** `xi` and `eta` with Σ cⱼ·sin 2jξ·cosh 2jη and Σ cⱼ·cos 2jξ·sinh 2jη added. */
function addSeries(xi: number, eta: number, terms: readonly number[]): [number, number] {
  let north = xi;
  let east = eta;
  for (let j = 0; j < terms.length; j++) {
    const angle = 2 * (j + 1);
    north += terms[j]! * Math.sin(angle * xi) * Math.cosh(angle * eta);
    east += terms[j]! * Math.cos(angle * xi) * Math.sinh(angle * eta);
  }
  return [north, east];
}

const RADIANS = Math.PI / 180;
/** Each step of the inverse gains a factor e² ≈ 1/150. */
const LATITUDE_STEPS = 8;

/** Third flattening. */
const N = GRS80_F / (2 - GRS80_F);

/** A of Karney (2011), _Transverse Mercator with an accuracy of a few nanometers_, equation 14. */
const RECTIFYING_RADIUS_M = (GRS80_A_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256);

/** α of Karney (2011), equation 35. */
const FORWARD = [
  N / 2 -
    (2 * N ** 2) / 3 +
    (5 * N ** 3) / 16 +
    (41 * N ** 4) / 180 -
    (127 * N ** 5) / 288 +
    (7891 * N ** 6) / 37800,
  (13 * N ** 2) / 48 -
    (3 * N ** 3) / 5 +
    (557 * N ** 4) / 1440 +
    (281 * N ** 5) / 630 -
    (1983433 * N ** 6) / 1935360,
  (61 * N ** 3) / 240 -
    (103 * N ** 4) / 140 +
    (15061 * N ** 5) / 26880 +
    (167603 * N ** 6) / 181440,
  (49561 * N ** 4) / 161280 - (179 * N ** 5) / 168 + (6601661 * N ** 6) / 7257600,
  (34729 * N ** 5) / 80640 - (3418889 * N ** 6) / 1995840,
  (212378941 * N ** 6) / 319334400,
];

/** −β of Karney (2011), equation 36. */
const INVERSE = [
  N / 2 -
    (2 * N ** 2) / 3 +
    (37 * N ** 3) / 96 -
    N ** 4 / 360 -
    (81 * N ** 5) / 512 +
    (96199 * N ** 6) / 604800,
  N ** 2 / 48 +
    N ** 3 / 15 -
    (437 * N ** 4) / 1440 +
    (46 * N ** 5) / 105 -
    (1118711 * N ** 6) / 3870720,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840 - (209 * N ** 5) / 4480 + (5569 * N ** 6) / 90720,
  (4397 * N ** 4) / 161280 - (11 * N ** 5) / 504 - (830251 * N ** 6) / 7257600,
  (4583 * N ** 5) / 161280 - (108847 * N ** 6) / 3991680,
  (20648693 * N ** 6) / 638668800,
].map((beta) => -beta);
