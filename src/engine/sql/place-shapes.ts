import { tableFromIPC } from 'apache-arrow';
import { METRIC_CRS, type MetricCrs } from '../../domain/crs.ts';
import { pause } from '../../domain/pause.ts';
import { concatColumns } from '../../geo/concat-columns.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { unprojectColumn } from '../../geo/project.ts';
import { readWkbRows } from '../../geo/read-wkb.ts';
import { columnExtent, rowBoxes } from '../../geo/row-boxes.ts';
import { wkbSrid, wkbType } from '../../geo/wkb-coordinates.ts';
import type { SqlShapes } from '../protocol.ts';
import type { Work } from '../work.ts';
import { toKernelWkb } from './geometries.ts';

/**
 * The geometries of a column of a result, in degrees. Each is in the CRS that it carries (EWKB), else in `metricCrs`; one
 * that carries none and whose numbers are as small as degrees are is not placed, for it cannot be told what they are.
 * A collection of several kinds is not drawn. Yields between blocks of rows.
 */
export async function placeShapes(
  ipc: Uint8Array,
  column: number,
  metricCrs: MetricCrs,
  { signal }: Work,
): Promise<SqlShapes> {
  const vector = tableFromIPC(ipc).getChildAt(column);
  const unplaced = { crs: 0, kind: 0 };
  const blocks: GeometryColumn[] = [];
  const count = vector?.length ?? 0;
  for (let start = 0; start < count; start += BLOCK) {
    const values = Array.from({ length: Math.min(BLOCK, count - start) }, (_, i) =>
      wkbOf(vector?.get(start + i)),
    );
    blocks.push(placeBlock(values, metricCrs, unplaced));
    await pause();
    signal.throwIfAborted();
  }
  const geometry = concatColumns(blocks);
  return { geometry, extent: columnExtent(geometry), unplaced };
}

/** Rows that are read between two pauses: some 20 ms of parcels. */
const BLOCK = 20_000;
const LNG_LAT_SRID = 4326;

function wkbOf(value: unknown): Uint8Array | null {
  return value instanceof Uint8Array && value.length > 0 ? value : null;
}

/** The rows of a block; where they are of several CRS, each is read by itself. */
function placeBlock(
  values: (Uint8Array | null)[],
  metricCrs: MetricCrs,
  unplaced: SqlShapes['unplaced'],
): GeometryColumn {
  const kept = values.map((wkb) => drawable(wkb, unplaced));
  const srids = new Set(kept.flatMap((wkb) => (wkb ? wkbSrid(wkb) : [])));
  if (srids.size <= 1) {
    return placed(kept, [...srids][0] ?? 0, metricCrs, unplaced);
  }
  const rows = kept.map((wkb) => placed([wkb], wkb ? wkbSrid(wkb) : 0, metricCrs, unplaced));
  return concatColumns(rows);
}

function drawable(wkb: Uint8Array | null, unplaced: SqlShapes['unplaced']): Uint8Array | null {
  if (wkb === null) return null;
  try {
    if (wkb[0] === 1 && wkbType(wkb) >= 1 && wkbType(wkb) <= 7) return toKernelWkb(wkb);
  } catch {
    // A collection of several kinds: counted below with what is no geometry at all.
  }
  unplaced.kind += 1;
  return null;
}

function placed(
  blobs: (Uint8Array | null)[],
  srid: number,
  metricCrs: MetricCrs,
  unplaced: SqlShapes['unplaced'],
): GeometryColumn {
  const crs = srid === 0 ? metricCrs : METRIC_CRS.find((name) => name === `EPSG:${srid}`);
  if (!crs && srid !== LNG_LAT_SRID) {
    unplaced.crs += blobs.filter((blob) => blob !== null).length;
    return readWkbRows(blobs.map(() => null)).geometry;
  }
  const { geometry, faults } = readWkbRows(blobs);
  unplaced.kind += faults.length;
  if (!crs) return geometry;
  const small = srid === 0 ? rowsInDegrees(geometry) : new Set<number>();
  unplaced.crs += small.size;
  const known = blobs.map((blob, row) => (small.has(row) ? null : blob));
  return unprojectColumn(small.size > 0 ? readWkbRows(known).geometry : geometry, crs);
}

/** Rows whose numbers are all as small as degrees are. */
function rowsInDegrees(geometry: GeometryColumn): Set<number> {
  const boxes = rowBoxes(geometry);
  const rows = Array.from({ length: geometry.length }, (_, row) => row);
  return new Set(
    rows.filter((row) => boxes.subarray(4 * row, 4 * row + 4).every((v) => Math.abs(v) <= DEGREES)),
  );
}

/** Largest number of an angle in degrees; metres of a projected system are far beyond in France. */
const DEGREES = 360;
