import type { Extent } from '../../../src/domain/units.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { columnExtent } from '../../../src/geo/row-boxes.ts';
import { boxOutline } from '../make/box-outline.ts';
import type { FeatureAnswer } from '../make/read-answer.ts';
import type { PartRequest } from '../part.ts';

/**
 * Whether a service held features back: it says that it found more than it sent, or sent as many as one of the counts at which it is known
 * to stop.
 */
export function isCapped({ features, matched }: FeatureAnswer, caps: readonly number[]): boolean {
  return caps.includes(features.length) || (matched !== null && matched > features.length);
}

/**
 * The same request for each quarter of its box: that of its parameter `geom` (GeoJSON, degrees), else `whole`. Quarters share their sides, so
 * that together they meet all that the box does. None for a box that is small already.
 */
export function quarterRequests(request: PartRequest, whole: Extent): PartRequest[] {
  const url = new URL(request.url);
  const geom = url.searchParams.get('geom');
  const box = geom ? (columnExtent(geometriesToColumn([JSON.parse(geom)])) as Extent) : whole;
  if (isSmallest(box)) return [];
  const { key, kind, subject, absent } = request;
  const stem = /-q[0-3]+$/.test(key) ? key : `${key}-q`;
  return quartersOf(box).map((quarter, index) => {
    url.searchParams.set('geom', JSON.stringify(boxOutline(quarter)));
    return { key: `${stem}${index}`, url: url.href, kind, subject, absent };
  });
}

function quartersOf([west, south, east, north]: Extent): Extent[] {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return [
    [west, south, x, y],
    [x, south, east, y],
    [west, y, x, north],
    [x, y, east, north],
  ];
}

function isSmallest([west, south, east, north]: Extent): boolean {
  return east - west <= SMALLEST_DEGREES && north - south <= SMALLEST_DEGREES;
}

/** Some 35 m by 55 m: what is still held back there lies at one place, and cutting it further is of no use. */
const SMALLEST_DEGREES = 0.0005;
