import { chainPlaces, PLACE, placeOf } from './chain-places.ts';
import { findLeaves } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import { interiorPoint } from './interior-point.ts';
import type { Side } from './layer-index.ts';
import { locatePoint } from './locate-point.ts';
import { withinLine } from './within-line.ts';

/**
 * Whether row a is within row b (OGC `within`): every point of a lies in b, border included, and their interiors
 * meet, so that a point or a line on the border of a polygon is not within it. Exact on the coordinates as they are
 * (see `chainPlaces` for the one tolerance, in nanometres). A row without geometry is within nothing.
 *
 * All parts of b count together, and it is taken to be valid: its parts touch in points only. So a line may pass
 * from one part to the next through such a point, but each part of a polygon lies in a single part of b; where two
 * parts share an edge (invalid), that edge still counts as a border.
 * Cost: for each run of a's edges, a search of b's edges; then of b's runs in a's box, a search of a's.
 */
export function within(a: Side, rowA: number, b: Side, rowB: number): boolean {
  if (!isBoxWithin(a, rowA, b, rowB)) return false;
  const kindA = a.column.kinds[rowA];
  if (b.column.kinds[rowB] !== GEOMETRY_KIND.polygon) return withinLine(a, rowA, b, rowB);
  if (kindA === GEOMETRY_KIND.polygon) return isPolygonWithin(a, rowA, b, rowB);
  const { edges } = a.index;
  const { vertexOffsets, ringOffsets, partOffsets } = a.column;
  if (kindA === GEOMETRY_KIND.point) {
    const first = vertexOffsets[ringOffsets[partOffsets[rowA]!]!]!;
    const end = vertexOffsets[ringOffsets[partOffsets[rowA + 1]!]!]!;
    return arePointsWithin(a, first, end, b, rowB);
  }
  let places = 0;
  for (let leaf = edges.rowNodes[rowA]!; isLeafOf(a, rowA, leaf); leaf++) {
    places |= chainPlaces(a, leaf, b, rowB, PLACE.exterior);
    if ((places & PLACE.exterior) !== 0) return false;
  }
  return (places & PLACE.interior) !== 0;
}

function isBoxWithin(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const boxesA = a.index.boxes;
  const boxesB = b.index.boxes;
  const i = 4 * rowA;
  const j = 4 * rowB;
  return (
    boxesA[i]! >= boxesB[j]! &&
    boxesA[i + 1]! >= boxesB[j + 1]! &&
    boxesA[i + 2]! <= boxesB[j + 2]! &&
    boxesA[i + 3]! <= boxesB[j + 3]!
  );
}

function isLeafOf(side: Side, row: number, node: number): boolean {
  const { rowNodes, childCounts } = side.index.edges;
  return node < rowNodes[row + 1]! && childCounts[node] === 0;
}

function arePointsWithin(a: Side, first: number, end: number, b: Side, rowB: number): boolean {
  const { xy } = a.column;
  let places = 0;
  for (let i = first; i < end; i++) {
    places |= placeOf(locatePoint(b, rowB, xy[2 * i]!, xy[2 * i + 1]!));
    if ((places & PLACE.exterior) !== 0) return false;
  }
  return (places & PLACE.interior) !== 0;
}

/**
 * No edge of a leaves b, no edge of b enters a, and a part of a whose border is all on b's border is not a hole of b.
 */
function isPolygonWithin(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const { rowNodes, parts } = a.index.edges;
  const partsInside = new Set<number>();
  for (let leaf = rowNodes[rowA]!; isLeafOf(a, rowA, leaf); leaf++) {
    const places = chainPlaces(a, leaf, b, rowB, PLACE.exterior);
    if ((places & PLACE.exterior) !== 0) return false;
    if ((places & PLACE.interior) !== 0) partsInside.add(parts[leaf]!);
  }
  if (entersInterior(b, rowB, a, rowA)) return false;
  const { partOffsets } = a.column;
  for (let part = partOffsets[rowA]!; part < partOffsets[rowA + 1]!; part++) {
    if (partsInside.has(part)) continue;
    const point = interiorPoint(a.column, part);
    if (point === null) continue;
    if (locatePoint(b, rowB, point[0], point[1]) < 0) return false;
    partsInside.add(part);
  }
  return partsInside.size > 0;
}

function entersInterior(b: Side, rowB: number, a: Side, rowA: number): boolean {
  const { boxes } = a.index;
  const at = 4 * rowA;
  const leaves: number[] = [];
  findLeaves(
    b.index.edges,
    rowB,
    boxes[at]!,
    boxes[at + 1]!,
    boxes[at + 2]!,
    boxes[at + 3]!,
    leaves,
  );
  return leaves.some(
    (leaf) => (chainPlaces(b, leaf, a, rowA, PLACE.interior) & PLACE.interior) !== 0,
  );
}
