import type { Geometry } from 'geojson';
import { expect } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { readWkb } from '../../src/geo/read-wkb.ts';
import { rowAreas } from '../../src/geo/row-measures.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { readJsts } from '../geo/read-jsts.ts';

/** WKB of a GeoJSON geometry that is not empty. */
export function toWkb(geometry: Geometry): Uint8Array {
  const wkb = writeWkb(geometriesToColumn([geometry]), 0);
  if (!wkb) throw new Error(`an empty ${geometry.type} has no WKB`);
  return wkb;
}

/** GeoJSON of a WKB that is no collection; null when it is empty. */
export function toGeoJson(wkb: Uint8Array): Geometry | null {
  return rowToGeometry(readWkb([wkb]), 0);
}

/** Planar area of a WKB that is no collection, by the kernel. */
export function areaOf(wkb: Uint8Array): number {
  return rowAreas(readWkb([wkb]))[0] ?? Number.NaN;
}

/** Expects that JSTS, which shares no code with GEOS in WebAssembly, finds a geometry valid. */
export function expectValid(wkb: Uint8Array): void {
  const geometry = toGeoJson(wkb);
  if (geometry) expect(readJsts(geometry).isValid()).toBe(true);
}
