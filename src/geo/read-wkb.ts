import { type CheckedColumn, GeometryBuilder } from './geometry-builder.ts';
import { GEOMETRY_KIND, type GeometryColumn, type GeometryKind } from './geometry-column.ts';

/**
 * The column that a list of WKB blobs holds, one row a blob; null, empty and `POINT(NaN NaN)` give kind `none`.
 * Reads ISO WKB and EWKB of either byte order, Point to MultiPolygon; Z and M are dropped, an SRID is passed over.
 * Coordinates are kept as written, in the order x y (GeoParquet: longitude first).
 * @throws {AppError} `geometry-invalid` with the `row` for a truncated blob, another type (collections, curves),
 * an open ring, a ring or line of too few vertices, or coordinates that are not finite.
 */
export function readWkb(blobs: (Uint8Array | null)[]): GeometryColumn {
  const builder = new GeometryBuilder();
  for (const blob of blobs) addRow(blob, builder);
  return builder.finish();
}

/** The column that `readWkb` gives, but that a blob which it would refuse gives a row of kind `none` and a fault. */
export function readWkbRows(blobs: (Uint8Array | null)[]): CheckedColumn {
  const builder = new GeometryBuilder();
  const faults: CheckedColumn['faults'] = [];
  for (const blob of blobs) {
    try {
      addRow(blob, builder);
    } catch (error) {
      faults.push(builder.dropRow(error));
    }
  }
  return { geometry: builder.finish(), faults };
}

interface Cursor {
  view: DataView;
  at: number;
}

interface Header {
  littleEndian: boolean;
  /** 1 to 6, Point to MultiPolygon. */
  type: number;
  /** Bytes from one vertex to the next. */
  stride: number;
}

const KINDS: Record<number, GeometryKind> = {
  1: GEOMETRY_KIND.point,
  2: GEOMETRY_KIND.line,
  3: GEOMETRY_KIND.polygon,
};
const EWKB_Z = 0x80000000;
const EWKB_M = 0x40000000;
const EWKB_SRID = 0x20000000;

function addRow(blob: Uint8Array | null, builder: GeometryBuilder): void {
  if (blob === null || blob.byteLength === 0) builder.startRow(GEOMETRY_KIND.none);
  else readBlob(blob, builder);
  builder.endRow();
}

function readBlob(blob: Uint8Array, builder: GeometryBuilder): void {
  const cursor = { view: new DataView(blob.buffer, blob.byteOffset, blob.byteLength), at: 0 };
  try {
    const header = readHeader(cursor, builder);
    const isMulti = header.type > 3;
    const single = isMulti ? header.type - 3 : header.type;
    builder.startRow(KINDS[single]!);
    const parts = isMulti ? readCount(cursor, header) : 1;
    for (let part = 0; part < parts; part++) {
      const partHeader = isMulti ? readHeader(cursor, builder) : header;
      if (partHeader.type !== single) {
        const seen = `part ${part} has WKB type ${partHeader.type}, ${single} is wanted`;
        builder.fail('mixed-types', seen);
      }
      readPart(cursor, partHeader, builder);
    }
  } catch (cause) {
    if (cause instanceof RangeError) {
      const seen = `WKB of ${blob.byteLength} bytes ends before its geometry does`;
      builder.fail('truncated', seen, cause);
    }
    throw cause;
  }
}

function readHeader(cursor: Cursor, builder: GeometryBuilder): Header {
  const order = cursor.view.getUint8(cursor.at);
  if (order > 1) builder.fail('unknown-type', `WKB byte order is ${order}, 0 or 1 is wanted`);
  const littleEndian = order === 1;
  const code = cursor.view.getUint32(cursor.at + 1, littleEndian);
  cursor.at += 5 + ((code & EWKB_SRID) !== 0 ? 4 : 0);
  const iso = code & 0x1fffffff;
  const type = iso % 1000;
  if (iso >= 4000 || type < 1 || type > 6) {
    builder.fail('unknown-type', `WKB type is ${code}, Point to MultiPolygon are wanted`);
  }
  const dimension = Math.floor(iso / 1000);
  const hasZ = (code & EWKB_Z) !== 0 || dimension === 1 || dimension === 3;
  const hasM = (code & EWKB_M) !== 0 || dimension === 2 || dimension === 3;
  return { littleEndian, type, stride: 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0) };
}

function readCount(cursor: Cursor, header: Header): number {
  cursor.at += 4;
  return cursor.view.getUint32(cursor.at - 4, header.littleEndian);
}

function readPart(cursor: Cursor, header: Header, builder: GeometryBuilder): void {
  if (header.type === 1) {
    readPoint(cursor, header, builder);
  } else {
    const rings = header.type === 3 ? readCount(cursor, header) : 1;
    for (let ring = 0; ring < rings; ring++) {
      readVertices(cursor, header, readCount(cursor, header), builder);
      builder.endRing();
    }
  }
  builder.endPart();
}

/** WKB has no empty point: by custom its coordinates are NaN. */
function readPoint(cursor: Cursor, header: Header, builder: GeometryBuilder): void {
  const x = cursor.view.getFloat64(cursor.at, header.littleEndian);
  const y = cursor.view.getFloat64(cursor.at + 8, header.littleEndian);
  cursor.at += header.stride;
  if (Number.isNaN(x) && Number.isNaN(y)) return;
  builder.addVertex(x, y);
  builder.endRing();
}

function readVertices(
  cursor: Cursor,
  header: Header,
  count: number,
  builder: GeometryBuilder,
): void {
  const { view } = cursor;
  const { littleEndian, stride } = header;
  for (let i = 0; i < count; i++) {
    const at = cursor.at;
    builder.addVertex(view.getFloat64(at, littleEndian), view.getFloat64(at + 8, littleEndian));
    cursor.at = at + stride;
  }
}
