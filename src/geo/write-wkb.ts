import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/**
 * ISO WKB (2D, little-endian) of one row, or null for kind `none`; a Multi* type only when it has several parts.
 * Coordinates and ring orientation are written as they stand.
 */
export function writeWkb(column: GeometryColumn, row: number): Uint8Array | null {
  const size = wkbSize(column, row);
  if (size === 0) return null;
  const bytes = new Uint8Array(size);
  writeWkbAt(column, row, new DataView(bytes.buffer), 0);
  return bytes;
}

/** Bytes that `writeWkbAt` writes for a row; 0 for kind `none`. */
export function wkbSize(column: GeometryColumn, row: number): number {
  const kind = column.kinds[row]!;
  if (kind === GEOMETRY_KIND.none) return 0;
  const first = column.partOffsets[row]!;
  const end = column.partOffsets[row + 1]!;
  return (end - first > 1 ? 9 : 0) + partsByteLength(column, kind, first, end);
}

/** Writes what `writeWkb` gives into bytes that are there already; the row must have a geometry. */
export function writeWkbAt(
  column: GeometryColumn,
  row: number,
  view: DataView,
  offset: number,
): void {
  const kind = column.kinds[row]!;
  const first = column.partOffsets[row]!;
  const end = column.partOffsets[row + 1]!;
  const cursor = { view, at: offset };
  if (end - first > 1) {
    writeHeader(cursor, kind + 3);
    writeUint32(cursor, end - first);
  }
  for (let part = first; part < end; part++) writePart(cursor, column, kind, part);
}

/** ISO WKB of a line from its coordinates `[x, y, x, y, …]`. */
export function lineWkb(xy: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(9 + 8 * xy.length);
  const cursor = { view: new DataView(bytes.buffer), at: 0 };
  writeHeader(cursor, GEOMETRY_KIND.line);
  writeUint32(cursor, xy.length / 2);
  xy.forEach((value, i) => {
    cursor.view.setFloat64(cursor.at + 8 * i, value, true);
  });
  return bytes;
}

interface Cursor {
  view: DataView;
  at: number;
}

function partsByteLength(column: GeometryColumn, kind: number, first: number, end: number): number {
  const firstRing = column.ringOffsets[first]!;
  const endRing = column.ringOffsets[end]!;
  const vertices = column.vertexOffsets[endRing]! - column.vertexOffsets[firstRing]!;
  const parts = end - first;
  const counts =
    kind === GEOMETRY_KIND.point
      ? 0
      : kind === GEOMETRY_KIND.line
        ? parts
        : parts + endRing - firstRing;
  return 5 * parts + 4 * counts + 16 * vertices;
}

function writePart(cursor: Cursor, column: GeometryColumn, kind: number, part: number): void {
  const firstRing = column.ringOffsets[part]!;
  const endRing = column.ringOffsets[part + 1]!;
  writeHeader(cursor, kind);
  if (kind === GEOMETRY_KIND.polygon) writeUint32(cursor, endRing - firstRing);
  for (let ring = firstRing; ring < endRing; ring++) {
    const first = column.vertexOffsets[ring]!;
    const end = column.vertexOffsets[ring + 1]!;
    if (kind !== GEOMETRY_KIND.point) writeUint32(cursor, end - first);
    for (let i = 2 * first; i < 2 * end; i++) {
      cursor.view.setFloat64(cursor.at, column.xy[i]!, true);
      cursor.at += 8;
    }
  }
}

/** The values of `GEOMETRY_KIND` are the WKB types of single geometries. */
function writeHeader(cursor: Cursor, type: number): void {
  cursor.view.setUint8(cursor.at, 1);
  cursor.at += 1;
  writeUint32(cursor, type);
}

function writeUint32(cursor: Cursor, value: number): void {
  cursor.view.setUint32(cursor.at, value, true);
  cursor.at += 4;
}
