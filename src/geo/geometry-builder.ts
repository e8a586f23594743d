import { AppError } from '../domain/errors.ts';
import type { FaultReason, GeometryFault } from '../domain/geometry-fault.ts';
import { GEOMETRY_KIND, type GeometryColumn, type GeometryKind } from './geometry-column.ts';

/** A column, and its rows that could not be read: they have kind `none`. */
export interface CheckedColumn {
  geometry: GeometryColumn;
  /** In the order of the rows, one a row. */
  faults: GeometryFault[];
}

/**
 * Builds a `GeometryColumn` row by row, in amortised linear time. Empty rings and parts are dropped, and a row left
 * without parts gets kind `none`, so that a reader may pass on what its format says without testing for emptiness.
 */
export class GeometryBuilder {
  private readonly kinds: number[] = [];
  private readonly partOffsets: number[] = [0];
  private readonly ringOffsets: number[] = [0];
  private readonly vertexOffsets: number[] = [0];
  private xy = new Float64Array(1024);
  private vertices = 0;
  private kind: GeometryKind = GEOMETRY_KIND.none;

  /** Opens a row; its parts follow, then `endRow`. */
  startRow(kind: GeometryKind): void {
    this.kind = kind;
  }

  /** Adds one vertex to the open ring. @throws {AppError} `geometry-invalid` with the row if not finite. */
  addVertex(x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      this.fail('not-finite', `coordinates are ${x} ${y}, finite numbers are wanted`);
    }
    const at = 2 * this.vertices;
    if (at === this.xy.length) this.grow();
    this.xy[at] = x;
    this.xy[at + 1] = y;
    this.vertices++;
  }

  /**
   * Closes the open ring (of a point or a line too: they have one a part).
   * @throws {AppError} `geometry-invalid` with the row when a polygon's ring does not end where it starts or has fewer
   * than four vertices, or a line fewer than two.
   */
  endRing(): void {
    const first = this.vertexOffsets[this.vertexOffsets.length - 1]!;
    if (this.vertices === first) return;
    if (this.kind === GEOMETRY_KIND.polygon) this.checkClosed(first, this.vertices - 1);
    if (this.vertices - first < MIN_VERTICES[this.kind]) {
      this.fail('too-few-points', `a ring or line has ${this.vertices - first} vertices`);
    }
    this.vertexOffsets.push(this.vertices);
  }

  /** Closes the open part. */
  endPart(): void {
    const rings = this.vertexOffsets.length - 1;
    if (rings > this.ringOffsets[this.ringOffsets.length - 1]!) this.ringOffsets.push(rings);
  }

  /** Closes the open row. */
  endRow(): void {
    const parts = this.ringOffsets.length - 1;
    const isEmpty = parts === this.partOffsets[this.partOffsets.length - 1]!;
    this.kinds.push(isEmpty ? GEOMETRY_KIND.none : this.kind);
    this.partOffsets.push(parts);
    this.kind = GEOMETRY_KIND.none;
  }

  /** The column of all rows closed so far. */
  finish(): GeometryColumn {
    return {
      length: this.kinds.length,
      kinds: Uint8Array.from(this.kinds),
      partOffsets: Uint32Array.from(this.partOffsets),
      ringOffsets: Uint32Array.from(this.ringOffsets),
      vertexOffsets: Uint32Array.from(this.vertexOffsets),
      xy: this.xy.slice(0, 2 * this.vertices),
    };
  }

  /**
   * Throws that the open row is unfit, why, and in words what was seen.
   * @throws {AppError} `geometry-invalid` with the `row` and the `reason`.
   */
  fail(reason: FaultReason, seen: string, cause?: unknown): never {
    const row = this.kinds.length;
    throw new AppError('geometry-invalid', `row ${row}: ${seen}`, { row, reason }, cause);
  }

  /** Closes the open row, which `fail` threw `error` of, with kind `none`; throws `error` again if it was not `fail`. */
  dropRow(error: unknown): GeometryFault {
    if (!(error instanceof AppError) || error.code !== 'geometry-invalid') throw error;
    this.ringOffsets.length = this.partOffsets[this.partOffsets.length - 1]! + 1;
    this.vertexOffsets.length = this.ringOffsets[this.ringOffsets.length - 1]! + 1;
    this.vertices = this.vertexOffsets[this.vertexOffsets.length - 1]!;
    const row = this.kinds.length;
    this.endRow();
    return { row, reason: error.context.reason as FaultReason };
  }

  private checkClosed(first: number, last: number): void {
    const { xy } = this;
    if (xy[2 * first] !== xy[2 * last] || xy[2 * first + 1] !== xy[2 * last + 1]) {
      const start = `${xy[2 * first]} ${xy[2 * first + 1]}`;
      const end = `${xy[2 * last]} ${xy[2 * last + 1]}`;
      this.fail('open-ring', `a ring starts at ${start} and ends at ${end}`);
    }
  }

  private grow(): void {
    const wider = new Float64Array(2 * this.xy.length);
    wider.set(this.xy);
    this.xy = wider;
  }
}

/** Vertices that a ring of each kind has at least; a polygon's first comes again as its last. */
const MIN_VERTICES: Record<GeometryKind, number> = {
  [GEOMETRY_KIND.none]: 0,
  [GEOMETRY_KIND.point]: 1,
  [GEOMETRY_KIND.line]: 2,
  [GEOMETRY_KIND.polygon]: 4,
};
