/**
 * The WKB of the geometries that a WKB is made of, one a family, as `flattenCollection` does for GeoJSON: a collection of
 * points and surfaces gives a MultiPoint and a MultiPolygon. Anything else, what cannot be read included, gives itself; an
 * empty collection null.
 */
export function flattenWkb(blob: Uint8Array | null): (Uint8Array | null)[] {
  if (!blob || blob.length < 9 || readHeader(viewOf(blob), 0).type !== COLLECTION) return [blob];
  const singles: Record<number, Uint8Array[]> = { 1: [], 2: [], 3: [] };
  try {
    visitSingles(blob, viewOf(blob), 0, 0, (type, bytes) => singles[type]?.push(bytes));
  } catch (error) {
    if (error instanceof RangeError) return [blob];
    throw error;
  }
  const parts = [1, 2, 3].flatMap((type) => {
    const bytes = singles[type] ?? [];
    return bytes.length > 0 ? [collect(type + 3, bytes)] : [];
  });
  return parts.length > 0 ? parts : [null];
}

/** Whether a WKB has heights or measures. */
export function wkbHasHeights(blob: Uint8Array | null): boolean {
  return blob !== null && blob.length >= 5 && readHeader(viewOf(blob), 0).stride > 16;
}

interface Header {
  littleEndian: boolean;
  type: number;
  /** Bytes of a position. */
  stride: number;
  /** First byte after the header. */
  end: number;
}

function viewOf(blob: Uint8Array): DataView {
  return new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
}

function readHeader(view: DataView, at: number): Header {
  const littleEndian = view.getUint8(at) === 1;
  const code = view.getUint32(at + 1, littleEndian);
  const iso = code & 0x0fffffff;
  const dimension = Math.floor(iso / 1000);
  const hasZ = (code & 0x80000000) !== 0 || dimension === 1 || dimension === 3;
  const hasM = (code & 0x40000000) !== 0 || dimension === 2 || dimension === 3;
  return {
    littleEndian,
    type: iso % 1000,
    stride: 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0),
    end: at + 5 + ((code & 0x20000000) !== 0 ? 4 : 0),
  };
}

/** Visits points, lines and polygons at any depth; gives the byte after the geometry. */
function visitSingles(
  blob: Uint8Array,
  view: DataView,
  start: number,
  depth: number,
  visit: (type: number, bytes: Uint8Array) => void,
): number {
  const { littleEndian, type, stride, end } = readHeader(view, start);
  if (type < 1 || type > COLLECTION || depth > MAX_DEPTH) throw new RangeError(`WKB type ${type}`);
  let at = end;
  const readCount = () => {
    at += 4;
    return view.getUint32(at - 4, littleEndian);
  };
  if (type > 3) {
    for (let left = readCount(); left > 0; left--) {
      at = visitSingles(blob, view, at, depth + 1, visit);
    }
    return at;
  }
  const skipPositions = () => {
    const count = readCount();
    at += count * stride;
  };
  if (type === 1) at += stride;
  else if (type === 2) skipPositions();
  else for (let rings = readCount(); rings > 0; rings--) skipPositions();
  if (at > blob.length) throw new RangeError('WKB ends early');
  visit(type, blob.subarray(start, at));
  return at;
}

/** A Multi* of single geometries, which keep their own headers. */
function collect(type: number, parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(9 + parts.reduce((sum, { length }) => sum + length, 0));
  const view = viewOf(bytes);
  bytes[0] = 1;
  view.setUint32(1, type, true);
  view.setUint32(5, parts.length, true);
  let at = 9;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const COLLECTION = 7;
const MAX_DEPTH = 20;
