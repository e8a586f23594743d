import { STORAGE_CRS } from '../../domain/crs.ts';
import type { Extent, LngLat } from '../../domain/units.ts';
import { isInBox, KNOWN_CRS, knownToDegrees, useArea } from './known-crs.ts';

/** A CRS that coordinates may be in. */
export interface CrsGuess {
  crs: string;
  /** Whether they then lie in or near the territory. */
  isInTerritory: boolean;
}

/**
 * The CRS that coordinates are most likely in: one of those that put them in or near the territory, else where the CRS
 * is meant to be used; null when there is none. Web Mercator covers the world, and is only believed when it leads to the
 * territory. `middle` is the position in the middle of the data, in their own CRS; `territory` is in degrees.
 */
export function guessCrs(middle: LngLat, territory: Extent | null): CrsGuess | null {
  const crs = crsOfTerritory(middle, territory);
  if (crs) return { crs, isInTerritory: true };
  const used = KNOWN_CRS.find((candidate) => {
    const position = placed(middle, candidate);
    const area = useArea(candidate);
    return candidate !== 'EPSG:3857' && position && area && isInBox(position, area);
  });
  return used ? { crs: used, isInTerritory: false } : null;
}

/** The CRS that puts a position in or near the territory; null when none does. */
export function crsOfTerritory(middle: LngLat, territory: Extent | null): string | null {
  const crs = KNOWN_CRS.find((candidate) => isNear(placed(middle, candidate), territory));
  return crs ?? null;
}

/** Whether a position in degrees lies in or near the territory, half a degree (40 to 55 km) around it included. */
export function isNear(position: LngLat | null, territory: Extent | null): boolean {
  return position !== null && territory !== null && isInBox(position, territory, MARGIN);
}

/**
 * The position in the middle of coordinates `[x, y, …]`: their medians, taken over some thousand of them, so that a few
 * lost ones do not count.
 */
export function middleOf(xy: Float64Array): LngLat {
  const stride = 2 * Math.ceil(xy.length / 2 / SAMPLE);
  const pick = (offset: 0 | 1) => {
    const values: number[] = [];
    for (let i = offset; i < xy.length; i += stride) values.push(xy[i] as number);
    return values.sort((a, b) => a - b)[values.length >> 1] as number;
  };
  return [pick(0), pick(1)];
}

/** A position of a CRS in degrees; null when it is none there. */
function placed(position: LngLat, crs: string): LngLat | null {
  if (crs === STORAGE_CRS) return isInBox(position, [-180, -90, 180, 90]) ? position : null;
  const [lng, lat] = knownToDegrees(Float64Array.from(position), crs) as unknown as LngLat;
  return Number.isFinite(lng) && Number.isFinite(lat) ? [lng, lat] : null;
}

const MARGIN = 0.5;
const SAMPLE = 1000;
