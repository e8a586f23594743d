import { AppError } from '../domain/errors.ts';

/**
 * Length in metres of the shortest way between two positions (degrees, longitude first) on the GRS80 ellipsoid, to a tenth of a
 * millimetre: T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review XXIII (1975), inverse formula.
 * @throws {AppError} `geometry-invalid` with reason `antipodal` for positions on opposite sides of the Earth, where it does not converge.
 */
export function ellipsoidDistance(
  [lng1 = 0, lat1 = 0]: readonly number[],
  [lng2 = 0, lat2 = 0]: readonly number[],
): number {
  const span = (lng2 - lng1) * RADIANS;
  const [u1, u2] = [reduced(lat1), reduced(lat2)];
  let lambda = span;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [sine, cosine] = [Math.sin(lambda), Math.cos(lambda)];
    const across = Math.hypot(u2.cos * sine, u1.cos * u2.sin - u1.sin * u2.cos * cosine);
    if (across === 0) return 0;
    const along = u1.sin * u2.sin + u1.cos * u2.cos * cosine;
    const sigma = Math.atan2(across, along);
    const azimuth = (u1.cos * u2.cos * sine) / across;
    const square = 1 - azimuth ** 2;
    const middle = square === 0 ? 0 : along - (2 * u1.sin * u2.sin) / square;
    const c = (F / 16) * square * (4 + F * (4 - 3 * square));
    const inner = middle + c * along * (2 * middle ** 2 - 1);
    const next = span + (1 - c) * F * azimuth * (sigma + c * across * inner);
    if (Math.abs(next - lambda) < CONVERGED) {
      return arcLength({ sigma, across, along, middle, square });
    }
    lambda = next;
  }
  throw new AppError('geometry-invalid', 'the positions are antipodal', { reason: 'antipodal' });
}

/**
 * Area in m², on the GRS80 ellipsoid, that rings of positions (degrees, longitude first) enclose, their sides straight in longitude
 * and latitude: the first ring less the others. By the cylindrical equal-area projection (Snyder, USGS 1395, equations 3-12 and 10-14);
 * exact as long as sides are short: cut those of kilometres before.
 */
export function ellipsoidArea(rings: readonly (readonly (readonly number[])[])[]): number {
  const [outer = 0, ...holes] = rings.map((ring) => Math.abs(ringArea(ring)));
  return holes.reduce((area, hole) => area - hole, outer);
}

const RADIANS = Math.PI / 180;
/** GRS80 (IUGG 1979): semi-major axis in metres and flattening. */
const A = 6_378_137;
const F = 1 / 298.257222101;
const B = A * (1 - F);
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const MOST_STEPS = 200;
const CONVERGED = 1e-13;

/** Sine and cosine of the reduced latitude. */
function reduced(latitude: number): { sin: number; cos: number } {
  const angle = Math.atan((1 - F) * Math.tan(latitude * RADIANS));
  return { sin: Math.sin(angle), cos: Math.cos(angle) };
}

/** Vincenty's equations 3, 4, 6 and 19. */
function arcLength(arc: {
  sigma: number;
  across: number;
  along: number;
  middle: number;
  square: number;
}): number {
  const { sigma, across, along, middle, square } = arc;
  const u = (square * (A ** 2 - B ** 2)) / B ** 2;
  const first = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const second = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const inner =
    along * (2 * middle ** 2 - 1) -
    (second / 6) * middle * (4 * across ** 2 - 3) * (4 * middle ** 2 - 3);
  return B * first * (sigma - second * across * (middle + (second / 4) * inner));
}

/** By the trapezoids between the sides and the first position, which keeps the numbers small. */
function ringArea(ring: readonly (readonly number[])[]): number {
  const [lng0 = 0, lat0 = 0] = ring[0] ?? [];
  const y0 = equalAreaNorthing(lat0);
  const xy = ring.map(([lng = 0, lat = 0]) => [
    A * (lng - lng0) * RADIANS,
    equalAreaNorthing(lat) - y0,
  ]);
  let twice = 0;
  for (let i = 0; i < xy.length; i++) {
    const [[x = 0, y = 0] = [], [u = 0, v = 0] = []] = [xy[i], xy[(i + 1) % xy.length]];
    twice += x * v - u * y;
  }
  return twice / 2;
}

function equalAreaNorthing(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS);
  const q = sine / (1 - E2 * sine ** 2) + Math.atanh(E * sine) / E;
  return (A * (1 - E2) * q) / 2;
}
