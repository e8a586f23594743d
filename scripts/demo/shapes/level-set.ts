import type { Position } from 'geojson';
import { ringArea } from '../ground/ring.ts';
import { polygonContains } from './polygon.ts';
import { simplifyRing } from './simplify.ts';

/** Numbers at the nodes of a square lattice: node (column, row) stands at `origin + cell × (column, row)`. */
export interface Lattice {
  origin: Position;
  /** Distance between two nodes, metres. */
  cell: number;
  columns: number;
  rows: number;
}

/**
 * Polygons of the places where a lattice's values are below zero: shells counterclockwise, holes clockwise, all rings
 * closed. The outermost nodes must not be below zero, so that every ring closes. Outlines are rounded (corners cut
 * twice, then vertices within a fifteenth of a cell dropped) and polygons or holes of less than `minAreaM2` left out.
 */
export function negativePolygons(
  lattice: Lattice,
  values: Float32Array,
  minAreaM2: number,
): Position[][][] {
  const rings = traceRings(lattice, values)
    .map((ring) => simplifyRing(cutCorners(cutCorners(ring)), lattice.cell / 15))
    .filter((ring) => Math.abs(ringArea(ring)) >= minAreaM2);
  const shells = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const holders = shells.filter((polygon) => polygonContains([polygon[0]!], hole[0]!));
    holders.sort((a, b) => ringArea(a[0]!) - ringArea(b[0]!));
    holders[0]?.push(hole);
  }
  return shells;
}

/** Edges that an outline enters and leaves a cell by, inside on the left, for each set of corners below zero. */
const CROSSINGS: ReadonlyArray<ReadonlyArray<readonly [Side, Side]>> = [
  [],
  [['bottom', 'left']],
  [['right', 'bottom']],
  [['right', 'left']],
  [['top', 'right']],
  [
    ['bottom', 'left'],
    ['top', 'right'],
  ],
  [['top', 'bottom']],
  [['top', 'left']],
  [['left', 'top']],
  [['bottom', 'top']],
  [
    ['right', 'bottom'],
    ['left', 'top'],
  ],
  [['right', 'top']],
  [['left', 'right']],
  [['bottom', 'right']],
  [['left', 'bottom']],
  [],
];

type Side = 'bottom' | 'right' | 'top' | 'left';

function traceRings(lattice: Lattice, values: Float32Array): Position[][] {
  const next = nextEdges(lattice, values);
  const rings: Position[][] = [];
  for (const start of next.keys()) {
    const ring: Position[] = [];
    for (let edge: number | undefined = start; edge !== undefined; ) {
      const following: number | undefined = next.get(edge);
      if (following === undefined) break;
      next.delete(edge);
      ring.push(crossingPoint(lattice, values, edge));
      edge = following;
    }
    if (ring.length > 2) rings.push([...ring, ring[0]!]);
  }
  return rings;
}

/** Edge → edge that the outline goes to. An edge is twice its first node, plus one when it goes up. */
function nextEdges(lattice: Lattice, values: Float32Array): Map<number, number> {
  const { columns, rows } = lattice;
  const next = new Map<number, number>();
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const node = row * columns + column;
      const below =
        (values[node]! < 0 ? 1 : 0) |
        (values[node + 1]! < 0 ? 2 : 0) |
        (values[node + columns + 1]! < 0 ? 4 : 0) |
        (values[node + columns]! < 0 ? 8 : 0);
      if (below === 0 || below === 15) continue;
      const edges: Record<Side, number> = {
        bottom: node * 2,
        left: node * 2 + 1,
        right: (node + 1) * 2 + 1,
        top: (node + columns) * 2,
      };
      for (const [from, to] of CROSSINGS[below]!) next.set(edges[from], edges[to]);
    }
  }
  return next;
}

function crossingPoint(lattice: Lattice, values: Float32Array, edge: number): Position {
  const node = edge >> 1;
  const upward = edge & 1;
  const other = node + (upward ? lattice.columns : 1);
  const share = values[node]! / (values[node]! - values[other]!);
  const column = node % lattice.columns;
  const row = (node - column) / lattice.columns;
  return [
    lattice.origin[0]! + lattice.cell * (column + (upward ? 0 : share)),
    lattice.origin[1]! + lattice.cell * (row + (upward ? share : 0)),
  ];
}

/** Chaikin's corner cutting of a closed ring. */
function cutCorners(ring: Position[]): Position[] {
  const cut: Position[] = [];
  for (let i = 0; i < ring.length - 1; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    cut.push([a[0]! * 0.75 + b[0]! * 0.25, a[1]! * 0.75 + b[1]! * 0.25]);
    cut.push([a[0]! * 0.25 + b[0]! * 0.75, a[1]! * 0.25 + b[1]! * 0.75]);
  }
  return [...cut, cut[0]!];
}
