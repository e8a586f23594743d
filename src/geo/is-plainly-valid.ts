import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';
import { orient } from './orient.ts';
import { segmentsMeet } from './segments.ts';

/**
 * Whether a quick look shows that a row follows the rules of OGC Simple Features. True is certain; false only says that
 * GEOS must be asked: a polygon of several rings, of more than 64 vertices, or whose edges meet elsewhere than at the
 * vertex that follows. True for points and for nothing; for lines, when each has two distinct vertices. Exact on the coordinates
 * as they are. Cost: the square of the vertices, 1 µs a parcel of ten, a tenth of GEOS.
 */
export function isPlainlyValid(column: GeometryColumn, row: number): boolean {
  switch (column.kinds[row]) {
    case GEOMETRY_KIND.line:
      return everyRing(column, row, (ring) => hasLength(column, ring));
    case GEOMETRY_KIND.polygon:
      return ringCount(column, row) === 1 && everyRing(column, row, (r) => isSimpleRing(column, r));
    default:
      return true;
  }
}

/** Vertices up to which trying every pair of edges costs less than asking GEOS. */
const FEW_VERTICES = 64;

/** Vertices of the ring at hand, each run of equal ones once, the first again at the end. */
const xs = new Float64Array(FEW_VERTICES);
const ys = new Float64Array(FEW_VERTICES);
const TURNS = new Float64Array(4);

function ringCount({ partOffsets, ringOffsets }: GeometryColumn, row: number): number {
  return ringOffsets[partOffsets[row + 1]!]! - ringOffsets[partOffsets[row]!]!;
}

function everyRing(
  { partOffsets, ringOffsets }: GeometryColumn,
  row: number,
  test: (ring: number) => boolean,
): boolean {
  const end = ringOffsets[partOffsets[row + 1]!]!;
  for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
    if (!test(ring)) return false;
  }
  return true;
}

/** Whether two vertices of a line differ. */
function hasLength({ vertexOffsets, xy }: GeometryColumn, ring: number): boolean {
  const first = 2 * vertexOffsets[ring]!;
  for (let i = first + 2; i < 2 * vertexOffsets[ring + 1]!; i += 2) {
    if (xy[i] !== xy[first] || xy[i + 1] !== xy[first + 1]) return true;
  }
  return false;
}

function isSimpleRing(column: GeometryColumn, ring: number): boolean {
  const edges = loadRing(column, ring);
  if (edges < 3) return false;
  for (let i = 0; i < edges; i++) {
    if (foldsBack(i, (i + 1) % edges)) return false;
    const last = i === 0 ? edges - 1 : edges;
    for (let j = i + 2; j < last; j++) {
      const isMet = segmentsMeet(
        xs[i]!,
        ys[i]!,
        xs[i + 1]!,
        ys[i + 1]!,
        xs[j]!,
        ys[j]!,
        xs[j + 1]!,
        ys[j + 1]!,
        TURNS,
      );
      if (isMet) return false;
    }
  }
  return true;
}

/** Number of edges of the ring, whose vertices are then in `xs` and `ys`; 0 when there are too many of them. */
function loadRing({ vertexOffsets, xy }: GeometryColumn, ring: number): number {
  const first = vertexOffsets[ring]!;
  const end = vertexOffsets[ring + 1]!;
  if (end - first > FEW_VERTICES) return 0;
  let count = 0;
  for (let vertex = first; vertex < end; vertex++) {
    const x = xy[2 * vertex]!;
    const y = xy[2 * vertex + 1]!;
    if (count > 0 && xs[count - 1] === x && ys[count - 1] === y) continue;
    xs[count] = x;
    ys[count] = y;
    count++;
  }
  return count - 1;
}

/** Whether an edge runs back over the one before it. */
function foldsBack(edge: number, next: number): boolean {
  const ax = xs[edge]!;
  const ay = ys[edge]!;
  const bx = xs[next]!;
  const by = ys[next]!;
  const cx = xs[next + 1]!;
  const cy = ys[next + 1]!;
  return orient(ax, ay, bx, by, cx, cy) === 0 && (ax - bx) * (cx - bx) + (ay - by) * (cy - by) > 0;
}
