import type { MetricCrs } from '../../domain/crs.ts';
import type { ShapeGeometry } from '../../domain/shape.ts';
import { ellipsoidArea, ellipsoidDistance } from '../../geo/ellipsoid.ts';
import { geometriesToColumn } from '../../geo/from-geojson.ts';
import { ownCrossing } from '../../geo/own-crossing.ts';
import { projectPosition, unprojectPosition } from '../../geo/project.ts';

/** How long and how large something is: metres along it or around it, and m²; null where it encloses nothing. */
export interface Size {
  length: number;
  area: number | null;
}

/** What is measured of a line or a polygon, in several ways. */
export interface Measured extends Size {
  /** Planar metres of each side, in order. */
  segments: number[];
  /** Whether the outline of a polygon crosses itself: its area then means nothing. */
  isCrossing: boolean;
  /** The same in Lambert-93 (EPSG:2154), planar. */
  lambert93: Size;
  /** The same on the GRS80 ellipsoid, at sea level: the nearest to what the ground has. */
  ellipsoid: Size;
}

/**
 * What is measured of positions in degrees that are joined by straight lines of the metric `crs`, in which `length`, `area` and
 * `segments` are. A polygon's last side goes back to its first position, which need not be there twice. Two positions enclose 0 m².
 */
export function measurePositions(
  positions: readonly (readonly number[])[],
  isClosed: boolean,
  crs: MetricCrs,
): Measured {
  const open = isClosed ? withoutClosing(positions) : positions;
  const path = isClosed && open.length > 0 ? [...open, open[0] as readonly number[]] : open;
  const cut = cutLong(path, crs);
  const plane = (system: MetricCrs, of: readonly (readonly number[])[]) =>
    of.map(([lng = 0, lat = 0]) => projectPosition([lng, lat], system));
  const segments = sidesOf(plane(crs, path));
  return {
    segments,
    length: sum(segments),
    area: isClosed ? planarArea(plane(crs, path)) : null,
    isCrossing: isClosed && open.length > 3 && crossesItself(path),
    lambert93: {
      length: sum(sidesOf(plane('EPSG:2154', cut))),
      area: isClosed ? planarArea(plane('EPSG:2154', cut)) : null,
    },
    ellipsoid: {
      length: sum(pairs(cut).map(([a, b]) => ellipsoidDistance(a, b))),
      area: isClosed ? ellipsoidArea([cut]) : null,
    },
  };
}

/** What is measured of a line or polygon of one part without holes, as `measurePositions`; null for anything else. */
export function measureShape(geometry: ShapeGeometry, crs: MetricCrs): Measured | null {
  if (geometry.type === 'LineString') return measurePositions(geometry.coordinates, false, crs);
  if (geometry.type !== 'Polygon' || geometry.coordinates.length !== 1) return null;
  return measurePositions(geometry.coordinates[0] as number[][], true, crs);
}

/** Longest side that is measured in one piece elsewhere than in its own plane, in metres. */
const PIECE_M = 500;

/** The same line, its long sides cut: positions in degrees on the straight lines of `crs`. */
function cutLong(path: readonly (readonly number[])[], crs: MetricCrs): number[][] {
  const xy = path.map(([lng = 0, lat = 0]) => projectPosition([lng, lat], crs));
  const cut = xy.flatMap(([x, y], index) => {
    const [fromX, fromY] = xy[index - 1] ?? [x, y];
    const count = Math.ceil(Math.hypot(x - fromX, y - fromY) / PIECE_M);
    return Array.from({ length: Math.max(0, count - 1) }, (_, i): [number, number] => {
      const share = (i + 1) / count;
      return [fromX + share * (x - fromX), fromY + share * (y - fromY)];
    })
      .map((position) => [...unprojectPosition(position, crs)])
      .concat([[...(path[index] ?? [])]]);
  });
  return cut;
}

function crossesItself(ring: readonly (readonly number[])[]): boolean {
  const coordinates = [ring.map((position) => [...position])];
  return ownCrossing(geometriesToColumn([{ type: 'Polygon', coordinates }]), 0) !== null;
}

function withoutClosing(ring: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const isTwice = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isTwice ? ring.slice(0, -1) : ring;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, index) => [list[index] as T, item]);
}

function sidesOf(xy: readonly (readonly number[])[]): number[] {
  return pairs(xy).map(([[x = 0, y = 0], [u = 0, v = 0]]) => Math.hypot(u - x, v - y));
}

/** Shoelace about the first position, which keeps the numbers small. */
function planarArea(ring: readonly (readonly number[])[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  const crossed = pairs(ring).map(
    ([[x = 0, y = 0], [u = 0, v = 0]]) => (x - x0) * (v - y0) - (u - x0) * (y - y0),
  );
  return Math.abs(sum(crossed)) / 2;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
