import type { Geometry, Position } from 'geojson';
import { AppError } from '../../../domain/errors.ts';
import { nestRings } from './nest-rings.ts';

/** The shapes of a `.shp` file. */
export interface Shp {
  /** Whether its shapes have heights or measures, which are dropped. */
  hasHeights: boolean;
  /**
   * In file order, in its own CRS; null shapes are null. Polygons come with counterclockwise shells, as GeoJSON has them.
   * @throws {AppError} `source-unreadable`: reason `shp-truncated` with the `row` when the file ends early, `shp-type` for
   * multipatches.
   */
  shapes: Iterable<Geometry | null>;
}

/**
 * Opens a `.shp` file; its shapes are read as they are asked for. ESRI Shapefile Technical Description, July 1998.
 * @throws {AppError} `source-unreadable`: reason `shp` when it is no such file.
 */
export function readShp(data: Uint8Array, name: string): Shp {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) throw fault(name, 'shp', 0);
  return { hasHeights: view.getInt32(32, true) > 10, shapes: readShapes(view, name) };
}

function* readShapes(view: DataView, name: string): Generator<Geometry | null> {
  const end = view.getInt32(24) * 2;
  let offset = HEADER_BYTES;
  for (let row = 0; offset < end; row++) {
    const length = offset + 8 <= view.byteLength ? view.getInt32(offset + 4) * 2 : -1;
    if (length < 4 || offset + 8 + length > view.byteLength)
      throw fault(name, 'shp-truncated', row);
    yield readShape(new DataView(view.buffer, view.byteOffset + offset + 8, length), name, row);
    offset += 8 + length;
  }
}

function readShape(record: DataView, name: string, row: number): Geometry | null {
  const type = record.getInt32(0, true);
  const family = SHAPE_FAMILIES[type];
  if (type === 0) return null;
  if (!family) throw fault(name, 'shp-type', row);
  try {
    if (family === 'point') return { type: 'Point', coordinates: position(record, 4) };
    if (family === 'multipoint') {
      const points = positions(record, 40, 0, record.getInt32(36, true));
      return { type: 'MultiPoint', coordinates: points };
    }
    const lines = readParts(record);
    if (family === 'line') return { type: 'MultiLineString', coordinates: lines };
    return { type: 'MultiPolygon', coordinates: nestRings(lines) };
  } catch (cause) {
    if (cause instanceof RangeError) throw fault(name, 'shp-truncated', row, cause);
    throw cause;
  }
}

/** Parts of a polyline or rings of a polygon. */
function readParts(record: DataView): Position[][] {
  const parts = record.getInt32(36, true);
  const points = record.getInt32(40, true);
  const firstPoint = 44 + 4 * parts;
  if (parts < 0 || points < 0 || firstPoint + 16 * points > record.byteLength) {
    throw new RangeError(`${parts} parts, ${points} points in ${record.byteLength} bytes`);
  }
  return Array.from({ length: parts }, (_, part) => {
    const start = record.getInt32(44 + 4 * part, true);
    const end = part + 1 < parts ? record.getInt32(48 + 4 * part, true) : points;
    return positions(record, firstPoint, start, end);
  });
}

function positions(record: DataView, offset: number, start: number, end: number): Position[] {
  const count = Math.max(0, end - start);
  if (start < 0 || offset + 16 * (start + count) > record.byteLength) {
    throw new RangeError(`${count} points from ${start} in ${record.byteLength} bytes`);
  }
  return Array.from({ length: count }, (_, i) => position(record, offset + 16 * (start + i)));
}

function position(record: DataView, offset: number): Position {
  return [record.getFloat64(offset, true), record.getFloat64(offset + 8, true)];
}

function fault(source: string, reason: string, row: number, cause?: unknown): AppError {
  const message = `${source}: ${reason} at shape ${row}`;
  return new AppError('source-unreadable', message, { source, reason, row }, cause);
}

const FILE_CODE = 9994;
const HEADER_BYTES = 100;

/** Shape type → family; the variants with heights (1x) and measures (2x) begin with the same bytes. */
const SHAPE_FAMILIES: Record<number, 'point' | 'multipoint' | 'line' | 'polygon'> = {
  1: 'point',
  3: 'line',
  5: 'polygon',
  8: 'multipoint',
  11: 'point',
  13: 'line',
  15: 'polygon',
  18: 'multipoint',
  21: 'point',
  23: 'line',
  25: 'polygon',
  28: 'multipoint',
};
