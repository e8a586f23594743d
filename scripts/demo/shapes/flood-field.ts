import type { Position } from 'geojson';
import { createNoise } from '../random.ts';
import type { Lattice } from './level-set.ts';
import { boxOf } from './polygon.ts';
import { interpolate, lineLength, shareOnSegment } from './polyline.ts';

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

/** Nodes farther than this many widths from every watercourse are left out (their distance is `FAR_M`). */
const REACH = 1.9;
const FAR_M = 1e6;
const NARROWEST_M = 45;

/**
 * The field that the zones of a flood plan are level sets of. A plain grows from its source downstream and with the
 * relief (`reliefAt`: 0 in the hills, 1 in the flat country), and its edge wavers with three scales of noise. Where
 * two plains meet, the watercourse that the node is nearest to, in shares of the width, counts.
 */
export function floodField(
  sources: FloodSource[],
  reliefAt: (position: Position) => number,
  cell: number,
): FloodField {
  const lattice = latticeAround(sources, cell);
  const nodes = lattice.columns * lattice.rows;
  const field = {
    lattice,
    distance: new Float32Array(nodes).fill(FAR_M),
    width: new Float32Array(nodes).fill(1),
  };
  const waver = createWaver();
  for (const source of sources) addSource(field, source, reliefAt, waver);
  return field;
}

function addSource(
  field: FloodField,
  { line, plainM }: FloodSource,
  reliefAt: (position: Position) => number,
  waver: (x: number, y: number) => number,
): void {
  const total = lineLength(line);
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const middle = interpolate(a, b, 0.5);
    const growth = 0.4 + 0.6 * Math.sqrt(along / total);
    const width = plainM * growth * (0.3 + 0.9 * reliefAt(middle));
    addSegment(field, a, b, width, waver);
    along += Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
  }
}

function addSegment(
  { lattice, distance, width }: FloodField,
  a: Position,
  b: Position,
  segmentWidth: number,
  waver: (x: number, y: number) => number,
): void {
  const { origin, cell, columns } = lattice;
  const reach = Math.max(NARROWEST_M, segmentWidth) * REACH;
  const box = boxOf([a, b]);
  const [left, bottom, right, top] = box.map((bound, i) =>
    Math.round((bound + (i < 2 ? -reach : reach) - origin[i % 2]!) / cell),
  ) as [number, number, number, number];
  for (let row = bottom; row <= top; row++) {
    for (let column = left; column <= right; column++) {
      const [x, y] = [origin[0]! + column * cell, origin[1]! + row * cell];
      const nearest = interpolate(a, b, shareOnSegment(a, b, [x, y]));
      const away = Math.hypot(nearest[0]! - x, nearest[1]! - y);
      if (away > reach) continue;
      const here = Math.max(NARROWEST_M, segmentWidth * waver(x, y));
      const node = row * columns + column;
      if (away / here >= distance[node]! / width[node]!) continue;
      distance[node] = away;
      width[node] = here;
    }
  }
}

/** Share of its width that a plain has at a place: 1 on average, from about 0.5 to 1.5. */
function createWaver(): (x: number, y: number) => number {
  const broad = createNoise('plain broad', 1500);
  const middling = createNoise('plain middling', 520);
  const fine = createNoise('plain fine', 170);
  return (x, y) => 1 + 0.32 * broad(x, y) + 0.22 * middling(x, y) + 0.08 * fine(x, y);
}

function latticeAround(sources: FloodSource[], cell: number): Lattice {
  const widest = Math.max(...sources.map((source) => source.plainM)) * 1.2 * REACH + 4 * cell;
  const box = boxOf(sources.flatMap((source) => source.line));
  const snap = (value: number) => Math.floor(value / cell) * cell;
  return {
    origin: [snap(box[0] - widest), snap(box[1] - widest)],
    cell,
    columns: Math.ceil((box[2] - box[0] + 2 * widest) / cell) + 2,
    rows: Math.ceil((box[3] - box[1] + 2 * widest) / cell) + 2,
  };
}
