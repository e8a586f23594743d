import { AppError } from '../../domain/errors.ts';
import { createEdgeTree, type EdgeTree } from '../../geo/edge-tree.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { createLayerIndex, type LayerIndex, type Side } from '../../geo/layer-index.ts';
import { readOwnWkb } from '../../geo/read-own-wkb.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowBoxes } from '../../geo/row-boxes.ts';
import { commonType, extractParts, wkbSrid, wkbType } from '../../geo/wkb-coordinates.ts';
import type { VectorArgument } from './vectors.ts';

/** The geometries of one argument of a call, ready for the kernel. */
export interface GeometryVector {
  side: Side;
  /** Row of the side that a row of the call has; -1 for NULL. */
  rows: Int32Array;
  /** The SRID that they share, 0 for that of the layers. */
  srid: number;
}

/**
 * Reads arguments into kernel columns. Equal addresses are read once, and the geometry of a constant argument stays
 * prepared, edge tree included, from one vector to the next: a zone is indexed once for a whole layer.
 */
export class GeometryReader {
  readonly #constants: { bytes: Uint8Array; side: Side }[] = [];

  /**
   * The geometries of an argument; of collections, the parts of the type `part` (1 to 3) when given.
   * @throws {AppError} `sql-invalid`, reason `geometry`, for what is no geometry, or a collection of several types
   * where `part` is not given; `crs-mismatch` when they do not share one SRID.
   */
  read(argument: VectorArgument, count: number, part?: number): GeometryVector {
    const { rows, blobs } = distinctBlobs(argument, count);
    const srid = commonSrid(blobs);
    if (blobs.length === 1)
      return { side: this.#constant(blobs[0] as Uint8Array, part), rows, srid };
    return { side: lightSide(readColumn(blobs, part)), rows, srid };
  }

  #constant(bytes: Uint8Array, part: number | undefined): Side {
    const place = this.#constants.findIndex((constant) => areEqual(constant.bytes, bytes));
    const found = this.#constants[place];
    if (found) {
      this.#constants.splice(place, 1);
      this.#constants.unshift(found);
      return found.side;
    }
    const constant = { bytes: bytes.slice(), side: lightSide(readColumn([bytes], part)) };
    if (wkbType(bytes) !== COLLECTION) this.#constants.unshift(constant);
    this.#constants.length = Math.min(this.#constants.length, KEPT_CONSTANTS);
    return constant.side;
  }
}

/** The blobs of an argument, each address once, and which of them each row has, -1 for NULL. Addresses of a scan ascend. */
function distinctBlobs(argument: VectorArgument, count: number) {
  const rows = new Int32Array(count).fill(-1);
  const blobs: Uint8Array[] = [];
  let places: Map<number, number> | null = null;
  let last = -1;
  for (let row = 0; row < count; row++) {
    if (argument.isNull(row)) continue;
    const address = argument.address(row);
    if (address === last) {
      rows[row] = blobs.length - 1;
      continue;
    }
    if (address < last) places ??= new Map(blobs.map((blob, i) => [blob.byteOffset, i]));
    const known = places?.get(address);
    rows[row] = known ?? blobs.length;
    if (known !== undefined) continue;
    places?.set(address, blobs.length);
    blobs.push(argument.bytes(row));
    last = address;
  }
  return { rows, blobs };
}

/**
 * A geometry that the kernel can hold, of one that a statement computed: a collection of one type becomes a Multi*, an
 * empty one no bytes.
 * @throws {AppError} `sql-invalid`, reason `geometry`, for a collection of several types.
 */
export function toKernelWkb(wkb: Uint8Array): Uint8Array {
  return wkbType(wkb) === COLLECTION ? single(wkb, undefined) : wkb;
}

/** The error of a value that is no geometry that can be used. */
export function geometryFault(detail: string, cause?: unknown): AppError {
  return new AppError('sql-invalid', `geometry: ${detail}`, { reason: 'geometry', detail }, cause);
}

/** @throws {AppError} `crs-mismatch` when two SRIDs differ. */
export function checkSameSrid(a: number, b: number): void {
  if (a !== b)
    throw new AppError('crs-mismatch', `SRID ${a} and ${b} differ`, { seen: a, wanted: b });
}

const KEPT_CONSTANTS = 8;
const COLLECTION = 7;

function commonSrid(blobs: Uint8Array[]): number {
  const srid = blobs[0] && isWkb(blobs[0]) ? wkbSrid(blobs[0]) : 0;
  for (const blob of blobs) if (isWkb(blob)) checkSameSrid(srid, wkbSrid(blob));
  return srid;
}

function isWkb(blob: Uint8Array): boolean {
  return blob.length >= 9 && blob[0] === 1;
}

function readColumn(blobs: Uint8Array[], part: number | undefined): GeometryColumn {
  const own = readOwnWkb(blobs);
  if (own) return own;
  try {
    return readWkb(blobs.map((blob) => (wkbType(blob) === COLLECTION ? single(blob, part) : blob)));
  } catch (cause) {
    const reason = cause instanceof AppError ? String(cause.context.reason) : String(cause);
    throw geometryFault(reason, cause);
  }
}

function single(collection: Uint8Array, part: number | undefined): Uint8Array {
  const type = part ?? commonType(collection);
  if (type !== null) return extractParts(collection, type);
  const isEmpty = collection.length <= 13;
  if (isEmpty) return new Uint8Array(0);
  throw geometryFault('GEOMETRYCOLLECTION');
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A side for tests of pairs: its rows are not indexed, and its edges only when a pair comes near. */
function lightSide(column: GeometryColumn): Side {
  let edges: EdgeTree | null = null;
  let full: LayerIndex | null = null;
  const whole = () => {
    full ??= createLayerIndex(column);
    return full;
  };
  const index: LayerIndex = {
    boxes: rowBoxes(column),
    get edges() {
      edges ??= createEdgeTree(column);
      return edges;
    },
    get blocks() {
      return whole().blocks;
    },
    searchRows: (...box) => whole().searchRows(...box),
    nearestRow: (...place) => whole().nearestRow(...place),
  };
  return { column, index };
}
