import { PLACE, placeOf, type Walk, walkEdge } from './edge-places.ts';
import { FACT, hasAll } from './fact.ts';
import type { Side } from './layer-index.ts';
import { locatePoint } from './locate-point.ts';
import { isBoxWithin, leavesInBox, leavesNear } from './row-parts.ts';

/** The `FACT` bits of a line row a and a polygon row b; see `pairFacts`. */
export function linePolygonFacts(
  a: Side,
  rowA: number,
  b: Side,
  rowB: number,
  wanted: number,
): number {
  let facts: number = isBoxWithin(a, rowA, b, rowB) ? FACT.leavesB : OUTSIDE;
  for (const leaf of leavesInBox(a, rowA, b, rowB)) {
    if (hasAll(facts, wanted) || hasAll(facts, OUTSIDE | FACT.meet)) return facts;
    const places = leafPlaces(a, leaf, b, rowB, null);
    if ((places & PLACE.interior) !== 0) facts |= FACT.meet;
    if ((places & PLACE.exterior) !== 0) facts |= FACT.leavesA;
  }
  return facts;
}

/** The `FACT` bits of two polygon rows; see `pairFacts`. */
export function polygonFacts(a: Side, rowA: number, b: Side, rowB: number, wanted: number): number {
  let facts = 0;
  if (!isBoxWithin(a, rowA, b, rowB)) facts |= FACT.leavesA;
  if (!isBoxWithin(b, rowB, a, rowA)) facts |= FACT.leavesB;
  for (const leaf of leavesInBox(a, rowA, b, rowB)) {
    if (hasAll(facts, wanted) || hasAll(facts, ALL)) return facts;
    const places = leafPlaces(a, leaf, b, rowB, { side: a, row: rowA });
    if ((places & PLACE.crossing) !== 0) facts |= ALL;
    if ((places & PLACE.interior) !== 0) facts |= FACT.meet | FACT.leavesB;
    if ((places & PLACE.both) !== 0) facts |= FACT.meet;
    if ((places & (PLACE.exterior | PLACE.onlyOwn)) !== 0) facts |= FACT.leavesA;
    if ((places & PLACE.onlyOther) !== 0) facts |= FACT.leavesB;
  }
  for (const leaf of leavesInBox(b, rowB, a, rowA)) {
    if (hasAll(facts, wanted) || hasAll(facts, ALL)) return facts;
    const places = leafPlaces(b, leaf, a, rowA, null);
    if ((places & PLACE.interior) !== 0) facts |= FACT.meet | FACT.leavesA;
    if ((places & PLACE.exterior) !== 0) facts |= FACT.leavesB;
  }
  return facts;
}

const OUTSIDE = FACT.leavesA | FACT.leavesB;
const ALL = FACT.meet | OUTSIDE;

/** The `PLACE` bits of a leaf of a's edges relative to polygon row b, up to the first proper crossing. */
function leafPlaces(a: Side, leaf: number, b: Side, rowB: number, own: Walk['own']): number {
  const first = 2 * a.index.edges.firstVertices[leaf]!;
  const last = 2 * a.index.edges.lastVertices[leaf]!;
  const { xy } = a.column;
  const near = leavesNear(a, leaf, b, rowB);
  const position = locatePoint(b, rowB, xy[first]!, xy[first + 1]!);
  if (near.length === 0 || first === last) return placeOf(position);
  const walk: Walk = { b, rowB, near, own, position };
  let places = 0;
  for (let i = first; i < last && (places & PLACE.crossing) === 0; i += 2) {
    places |= walkEdge(walk, xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
  }
  return places;
}
