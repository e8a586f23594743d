import type { Position } from 'geojson';
import { lineLength, distance as metresBetween, simplifyLine } from '../ground/ring.ts';
import { createNoise } from '../random.ts';
import type { Lattice } from './level-set.ts';
import { boxOf } from './polygon.ts';
import { interpolate } from './polyline.ts';

/** A watercourse that floods, upstream to downstream, and how far it goes on each side, metres. */
export interface FloodSource {
  line: Position[];
  plainM: number;
}

/** At each node of a lattice: the distance to the watercourse that counts there, and how wide its plain is there. */
export interface FloodField {
  lattice: Lattice;
  /** Metres to the watercourse. */
  distance: Float32Array;
  /** Metres from the watercourse to the natural edge of its plain, uneven as a valley is. */
  width: Float32Array;
}

/** Distance of the nodes that no plain reaches, metres. */
export const FAR_M = 1e6;

/** Nodes farther than this many widths from every watercourse are left out (their distance is `FAR_M`). */
const REACH = 2.6;
const NARROWEST_M = 45;
const COURSE_TOLERANCE_M = 6;

/**
 * The fields that the zones of a flood plan are level sets of: that of the rivers, and that of rivers and brooks
 * together, on one lattice. A plain grows from its source downstream and with the relief (`reliefAt`: 0 in the hills,
 * 1 in the flat country), and its edge wavers with three scales of noise. Where two plains meet, the watercourse that
 * the node is nearest to, in shares of the width, counts.
 */
export function floodFields(
  rivers: FloodSource[],
  brooks: FloodSource[],
  reliefAt: (position: Position) => number,
  cell: number,
): { rivers: FloodField; all: FloodField } {
  const lattice = latticeAround([...rivers, ...brooks], cell);
  const nodes = lattice.columns * lattice.rows;
  const distance = new Float32Array(nodes).fill(FAR_M);
  const width = new Float32Array(nodes).fill(1);
  const waver = createWaver(lattice, reliefAt);
  const field = { lattice, distance, width };
  for (const river of rivers) addSource(field, river, reliefAt, waver);
  const all = { lattice, distance: distance.slice(), width: width.slice() };
  for (const brook of brooks) addSource(all, brook, reliefAt, waver);
  return { rivers: field, all };
}

function addSource(
  field: FloodField,
  { line, plainM }: FloodSource,
  reliefAt: (position: Position) => number,
  waver: Waver,
): void {
  const course = simplifyLine(line, COURSE_TOLERANCE_M);
  const total = lineLength(course);
  let along = 0;
  for (let i = 1; i < course.length; i++) {
    const [a, b] = [course[i - 1]!, course[i]!];
    const growth = 0.4 + 0.6 * Math.sqrt(along / total);
    const relief = reliefAt(interpolate(a, b, 0.5));
    const width = plainM * growth * (0.35 + 1.75 * relief ** 1.4);
    addSegment(field, [a, b], width, waver);
    along += metresBetween(a, b);
  }
}

function addSegment(
  { lattice, distance, width }: FloodField,
  [a, b]: [Position, Position],
  segmentWidth: number,
  waver: Waver,
): void {
  const { origin, cell, columns } = lattice;
  const reach = Math.max(NARROWEST_M, segmentWidth) * REACH;
  const box = boxOf([a, b]);
  const [left, bottom, right, top] = box.map((bound, i) =>
    Math.round((bound + (i < 2 ? -reach : reach) - origin[i % 2]!) / cell),
  ) as [number, number, number, number];
  const [ax, ay] = a as [number, number];
  const [dx, dy] = [b[0]! - ax, b[1]! - ay];
  const squared = dx * dx + dy * dy || 1;
  for (let row = bottom; row <= top; row++) {
    const y = origin[1]! + row * cell;
    for (let column = left; column <= right; column++) {
      const x = origin[0]! + column * cell;
      const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
      const offX = x - ax - share * dx;
      const offY = y - ay - share * dy;
      const away = Math.sqrt(offX * offX + offY * offY);
      if (away > reach) continue;
      const node = row * columns + column;
      const here = Math.max(NARROWEST_M, segmentWidth * waver(node, x, y));
      if (away / here >= distance[node]! / width[node]!) continue;
      distance[node] = away;
      width[node] = here;
    }
  }
}

/** Share of its width that a plain has at a node; worked out once a node. */
type Waver = (node: number, x: number, y: number) => number;

/** 1 on average; from 0.3 to 1.7 in the hills, from 0.1 to 2.5 in the flat country. */
function createWaver({ columns, rows }: Lattice, reliefAt: (position: Position) => number): Waver {
  const broad = createNoise('plain broad', 1900);
  const middling = createNoise('plain middling', 640);
  const fine = createNoise('plain fine', 210);
  const known = new Float32Array(columns * rows);
  return (node, x, y) => {
    if (known[node] === 0) {
      const share = 1 + 0.52 * broad(x, y) + 0.4 * middling(x, y) + 0.13 * fine(x, y);
      known[node] = Math.max(0.2, share) ** (0.8 + 0.6 * reliefAt([x, y]));
    }
    return known[node]!;
  };
}

function latticeAround(sources: FloodSource[], cell: number): Lattice {
  const widest = Math.max(...sources.map((source) => source.plainM)) * 2.1 * REACH + 4 * cell;
  const box = boxOf(sources.flatMap((source) => source.line));
  const snap = (value: number) => Math.floor(value / cell) * cell;
  return {
    origin: [snap(box[0] - widest), snap(box[1] - widest)],
    cell,
    columns: Math.ceil((box[2] - box[0] + 2 * widest) / cell) + 2,
    rows: Math.ceil((box[3] - box[1] + 2 * widest) / cell) + 2,
  };
}
