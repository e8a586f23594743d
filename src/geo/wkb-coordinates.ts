/** Called with each run of coordinates: `count` pairs of doubles from a byte on, as the parts and rings come. */
export type RunVisit = (offset: number, count: number, path: WkbPath) => void;

/** What a run of coordinates is part of. */
export interface WkbPath {
  /** WKB type of the single geometry: 1 point, 2 line, 3 polygon. */
  type: number;
  /** Number of the ring in its polygon, 0 for points and lines. */
  ring: number;
}

/**
 * Visits the coordinates of a WKB as the engine writes it: little-endian, two dimensions, an SRID or none, collections
 * of any depth. Cost: a visit a ring.
 * @throws {RangeError} for bytes that end too early, or of another form.
 */
export function visitCoordinates(wkb: Uint8Array, visit: RunVisit): void {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  visitGeometry(view, 0, visit);
}

/** WKB type of a geometry, 1 point to 7 collection. */
export function wkbType(wkb: Uint8Array): number {
  return (wkb[1] as number) | 0;
}

/** SRID that a geometry carries, 0 for none. */
export function wkbSrid(wkb: Uint8Array): number {
  if (!hasSrid(wkb)) return 0;
  return new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength).getUint32(5, true);
}

/** The same geometry with an SRID (EWKB), or with none when it is 0; the same bytes when it has it already. */
export function withSrid(wkb: Uint8Array, srid: number): Uint8Array {
  if (wkbSrid(wkb) === srid) return wkb;
  const body = wkb.subarray(hasSrid(wkb) ? 9 : 5);
  const bytes = new Uint8Array((srid === 0 ? 5 : 9) + body.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = 1;
  view.setUint32(1, wkbType(wkb) | (srid === 0 ? 0 : SRID_FLAG), true);
  if (srid !== 0) view.setUint32(5, srid, true);
  bytes.set(body, srid === 0 ? 5 : 9);
  return bytes;
}

/** Number of the parts of a Multi* or a collection; 1 for a single geometry. */
export function wkbPartCount(wkb: Uint8Array): number {
  if (wkbType(wkb) < 4) return 1;
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  return view.getUint32(hasSrid(wkb) ? 9 : 5, true);
}

/** The bytes of the parts of a Multi* or a collection, end to end; of a single geometry, its own without SRID. */
export function wkbParts(wkb: Uint8Array): Uint8Array {
  if (wkbType(wkb) < 4) return withSrid(wkb, 0);
  return wkb.subarray(hasSrid(wkb) ? 13 : 9);
}

/** A Multi* or collection (types 4 to 7) of parts that are end to end. */
export function collectWkb(type: number, count: number, parts: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(9 + parts.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = 1;
  view.setUint32(1, type, true);
  view.setUint32(5, count, true);
  bytes.set(parts, 9);
  return bytes;
}

/**
 * The single geometries of one type (1 to 3) in a collection, at any depth, as a Multi*, with the SRID of the whole; the
 * empty Multi* when there are none.
 */
export function extractParts(wkb: Uint8Array, type: number): Uint8Array {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  const found: Uint8Array[] = [];
  visitSingles(view, 0, (start, end) => {
    if ((view.getUint32(start + 1, true) & 0xff) === type) {
      found.push(withSrid(wkb.subarray(start, end), 0));
    }
  });
  return withSrid(collectWkb(type + 3, found.length, concatBytes(found)), wkbSrid(wkb));
}

/** The one type (1 to 3) that all single geometries of a collection have; null when it holds several or none. */
export function commonType(wkb: Uint8Array): number | null {
  const types = new Set<number>();
  visitCoordinates(wkb, (_offset, _count, { type }) => types.add(type));
  const [type] = types;
  return types.size === 1 ? (type as number) : null;
}

/** Bytes end to end. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const SRID_FLAG = 0x20000000;

function hasSrid(wkb: Uint8Array): boolean {
  return ((wkb[4] as number) & 0x20) !== 0;
}

function visitSingles(
  view: DataView,
  start: number,
  visit: (start: number, end: number) => void,
): number {
  const code = view.getUint32(start + 1, true);
  let at = start + ((code & SRID_FLAG) === 0 ? 5 : 9);
  if ((code & 0xff) < 4) {
    const end = visitGeometry(view, start, () => {});
    visit(start, end);
    return end;
  }
  const parts = view.getUint32(at, true);
  at += 4;
  for (let part = 0; part < parts; part++) at = visitSingles(view, at, visit);
  return at;
}

function visitGeometry(view: DataView, start: number, visit: RunVisit): number {
  const code = view.getUint32(start + 1, true);
  const type = code & 0xff;
  let at = start + ((code & SRID_FLAG) === 0 ? 5 : 9);
  const count = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const run = (points: number, ring: number) => {
    if (at + 16 * points > view.byteLength) throw new RangeError('WKB ends too early');
    visit(at, points, { type, ring });
    at += 16 * points;
  };
  if (view.getUint8(start) !== 1 || type < 1 || type > 7) throw new RangeError(`WKB type ${code}`);
  if (type === 1) run(1, 0);
  else if (type === 2) run(count(), 0);
  else if (type === 3) {
    const rings = count();
    for (let ring = 0; ring < rings; ring++) run(count(), ring);
  } else {
    const parts = count();
    for (let part = 0; part < parts; part++) at = visitGeometry(view, at, visit);
  }
  return at;
}
