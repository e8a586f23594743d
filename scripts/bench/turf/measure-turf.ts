import { area, bbox, booleanIntersects, buffer, featureCollection, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { memorySource } from '../../../src/loaders/byte-source.ts';
import { readGeoParquet } from '../../../src/loaders/geoparquet.ts';
import { createRandom } from '../../demo/random.ts';
import type { LayerFiles } from '../kernel/load-layers.ts';
import { WITHIN_M, type Work } from '../works.ts';

/** What Turf would take for a work, from what it took for a sample of parcels. */
export interface TurfEstimate {
  work: Work;
  /** Parcels that were really tried, against every zone whose box meets theirs. */
  sample: number;
  /** Milliseconds for all parcels at the same pace: **extrapolated**, not measured. */
  wallMs: number;
}

/**
 * What the plain way takes: GeoJSON, boxes compared, then Turf's functions on every pair that is left, zones whole. Up to
 * `SAMPLE` parcels, or as many as `BUDGET_MS` allows, stand for all. Within 100 m is a buffer of the zone (timed on one,
 * which stands for all) and an intersection.
 */
export async function measureTurf(
  files: LayerFiles,
  works: readonly Work[],
): Promise<TurfEstimate[]> {
  const [parcels, zones] = [await readGeometry(files.parcels), await readGeometry(files.zones)];
  const zoneRows = Array.from({ length: zones.length }, (_, row) => toFeature(zones, row));
  const random = createRandom('turf');
  const sample = Array.from({ length: SAMPLE }, () =>
    toFeature(parcels, random.integer(0, parcels.length - 1)),
  );
  const estimate = (work: Work, reach: number, test: PairTest, onceMs = 0): TurfEstimate => {
    const { tried, ms } = timeParcels(sample, zoneRows, reach, test);
    return { work, sample: tried, wallMs: (ms / tried) * parcels.length + onceMs };
  };
  const estimators: Partial<Record<Work, () => TurfEstimate>> = {
    intersects: () => estimate('intersects', 0, booleanIntersects),
    within100: () => {
      const start = performance.now();
      const wide = widen(zoneRows[0] as Feature<Area>);
      const bufferMs = (performance.now() - start) * zones.length;
      const wideRows = new Map([[zoneRows[0], wide]]);
      const test: PairTest = (a, b) => booleanIntersects(a, wideRows.get(b) ?? b);
      return estimate('within100', REACH_DEGREES, test, bufferMs);
    },
    overlap: () =>
      estimate('overlap', 0, (a, b) => {
        const common = intersect(featureCollection([a, b]));
        return common === null ? 0 : area(common);
      }),
  };
  return works.flatMap((work) => estimators[work]?.() ?? []);
}

type Area = Polygon | MultiPolygon;
type PairTest = (parcel: Feature<Area>, zone: Feature<Area>) => unknown;

async function readGeometry(data: Uint8Array<ArrayBuffer>): Promise<GeometryColumn> {
  return (await readGeoParquet(memorySource('turf', data), [])).geometry;
}

function toFeature(column: GeometryColumn, row: number): Feature<Area> {
  return { type: 'Feature', properties: {}, geometry: rowToGeometry(column, row) as Area };
}

function widen(zone: Feature<Area>): Feature<Area> {
  return buffer(zone, WITHIN_M, { units: 'meters' }) as Feature<Area>;
}

function timeParcels(
  parcels: readonly Feature<Area>[],
  zones: readonly Feature<Area>[],
  reach: number,
  test: PairTest,
): { tried: number; ms: number } {
  const boxes = zones.map((zone) => bbox(zone));
  const start = performance.now();
  let tried = 0;
  for (const parcel of parcels) {
    const box = bbox(parcel);
    zones.forEach((zone, i) => {
      if (boxesMeet(box, boxes[i] as number[], reach)) test(parcel, zone);
    });
    tried++;
    if (performance.now() - start > BUDGET_MS) break;
  }
  return { tried, ms: performance.now() - start };
}

function boxesMeet(a: readonly number[], b: readonly number[], reach: number): boolean {
  const [minX, minY, maxX, maxY] = a as [number, number, number, number];
  const [otherMinX, otherMinY, otherMaxX, otherMaxY] = b as [number, number, number, number];
  return (
    minX <= otherMaxX + reach &&
    otherMinX <= maxX + reach &&
    minY <= otherMaxY + reach &&
    otherMinY <= maxY + reach
  );
}

const SAMPLE = 300;
const BUDGET_MS = 5000;
/** 100 m and more, in either direction, on the ground of the workload. */
const REACH_DEGREES = 0.0015;
