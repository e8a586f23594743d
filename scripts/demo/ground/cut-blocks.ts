import type { Position } from 'geojson';
import type { Random } from '../random.ts';
import { framePoint, frameRing } from './frame.ts';
import { cutPiece, type EdgeKind, type Piece } from './piece.ts';
import { distance, ringArea, ringCentroid } from './ring.ts';
import type { Settlement } from './settlement.ts';

/** A block as it is cut, before it is told what stands on it. */
export interface RawBlock extends Piece {
  use: 'built' | 'works' | 'land' | 'bank';
  /** Urbanity of its middle. */
  urbanity: number;
}

/** The blocks of a face, and the streets and tracks that were cut to part them. */
export interface BlockCut {
  blocks: RawBlock[];
  ways: { line: Position[]; kind: 'street' | 'track' }[];
}

/**
 * Divides a face into blocks: streets every hundred metres or so where it is built up, tracks every few hundred metres
 * in the fields, a strip of houses along the roads out of the village, a strip of meadow along rivers.
 */
export function cutBlocks(face: Piece, settlement: Settlement, random: Random): BlockCut {
  const result: BlockCut = { blocks: [], ways: [] };
  const stack: { piece: Piece; tries: number }[] = [{ piece: face, tries: 0 }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { piece, tries } = item;
    const state = assess(piece, settlement);
    if (isWorks(state, piece, random)) {
      result.blocks.push({ ...piece, use: 'works', urbanity: state.urbanity });
      continue;
    }
    const limit = areaLimit(state, settlement, random);
    if (state.areaM2 < limit || tries > 3) {
      result.blocks.push(...finish(piece, state, settlement));
      continue;
    }
    const kind = wayKind(state);
    const cut = cutPiece(piece, cuttingPath(piece, random, state.isUrban), kind);
    if (cut.pieces.length === 1) {
      stack.push({ piece, tries: tries + 1 });
      continue;
    }
    if (kind !== 'plot') result.ways.push(...cut.chords.map((line) => ({ line, kind })));
    stack.push(...cut.pieces.map((next) => ({ piece: next, tries: 0 })));
  }
  return result;
}

/** What the cutting goes by. */
interface State {
  areaM2: number;
  urbanity: number;
  isUrban: boolean;
  /** Whether some of it, at least, is built up. */
  touchesTown: boolean;
}

const FIELD_BLOCK_M2 = 190_000;
const TRACK_FROM_M2 = 90_000;
const RIBBON_M = 52;
const BANK_M = 75;
const WORKS_SHARE = 0.12;
const LARGE_ROADS: EdgeKind[] = ['main', 'motorway', 'rail'];
const HOUSE_ROADS: EdgeKind[] = ['main', 'secondary'];

function assess(piece: Piece, { urbanity }: Settlement): State {
  const areaM2 = ringArea(piece.ring);
  const [x, y] = ringCentroid(piece.ring) as [number, number];
  const middle = urbanity(x, y);
  const step = Math.max(1, Math.floor(piece.ring.length / 12));
  let touchesTown = middle > 0;
  for (let index = 0; index < piece.ring.length && !touchesTown; index += step) {
    const [cornerX, cornerY] = piece.ring[index]! as [number, number];
    touchesTown = urbanity((x + 3 * cornerX) / 4, (y + 3 * cornerY) / 4) > 0;
  }
  return { areaM2, urbanity: middle, isUrban: middle > 0, touchesTown };
}

function isWorks(state: State, piece: Piece, random: Random): boolean {
  const fits = state.areaM2 > 25_000 && state.areaM2 < 150_000;
  if (!fits || !state.isUrban || state.urbanity > 0.45) return false;
  if (!piece.edges.some((edge) => LARGE_ROADS.includes(edge))) return false;
  return random.next() < WORKS_SHARE;
}

function areaLimit(state: State, { density }: Settlement, random: Random): number {
  if (!state.touchesTown) return FIELD_BLOCK_M2 * random.between(0.5, 1.5);
  if (!state.isUrban) return random.between(14_000, 60_000);
  const spread = density > 900 ? 1 : 1.45;
  const close = state.urbanity > 0.6 ? 0.7 : 1;
  return spread * close * random.between(12_000, 26_000);
}

function wayKind(state: State): 'street' | 'track' | 'plot' {
  if (state.isUrban || (state.touchesTown && state.areaM2 > 30_000)) return 'street';
  return state.areaM2 > TRACK_FROM_M2 ? 'track' : 'plot';
}

/** A line across the piece near its middle, square to its length give or take a little, gently bent. */
function cuttingPath(piece: Piece, random: Random, isUrban: boolean): Position[] {
  const frame = frameRing(piece.ring);
  const length = frame.to - frame.from;
  const height = frame.high - frame.low;
  const at = frame.from + length * random.between(0.38, 0.62);
  const lean = random.normal() * (isUrban ? 0.07 : 0.13);
  const bend = random.normal() * height * (isUrban ? 0.035 : 0.06);
  const wave = isUrban ? 0 : random.normal() * height * 0.02;
  const path: Position[] = [];
  const middle = (frame.low + frame.high) / 2;
  for (let step = -5; step <= 5; step++) {
    const t = step / 5;
    const v = middle + t * (height / 2 + 20);
    const u = at + lean * (v - middle) + bend * (1 - t * t) + wave * Math.sin(3 * t * Math.PI);
    path.push(framePoint(frame, u, v));
  }
  return path;
}

/** A finished piece: in the fields, its road and river sides may become strips of their own. */
function finish(piece: Piece, state: State, settlement: Settlement): RawBlock[] {
  const { urbanity } = state;
  if (state.isUrban) return [{ ...piece, use: 'built', urbanity }];
  const blocks: RawBlock[] = [];
  let rest: Piece[] = [piece];
  const housed = (a: Position, b: Position) =>
    settlement.urbanity((a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2) > -0.2;
  for (const strip of STRIPS) {
    const isSide = (edge: EdgeKind, a: Position, b: Position) =>
      strip.sides.includes(edge) && (strip.use === 'bank' || housed(a, b));
    const next: Piece[] = [];
    for (const part of rest) {
      const cut = cutStrip(part, isSide, strip.depthM);
      next.push(...cut.rest);
      blocks.push(...cut.strips.map((s): RawBlock => ({ ...s, use: strip.use, urbanity })));
    }
    rest = next;
  }
  return [...blocks, ...rest.map((part): RawBlock => ({ ...part, use: 'land', urbanity }))];
}

const STRIPS: { use: 'bank' | 'built'; sides: EdgeKind[]; depthM: number }[] = [
  { use: 'built', sides: HOUSE_ROADS, depthM: RIBBON_M },
  { use: 'bank', sides: ['river'], depthM: BANK_M },
];

/** Cuts a strip `depthM` deep along the longest run of sides that `isSide` accepts; nothing when it is short. */
function cutStrip(
  piece: Piece,
  isSide: (edge: EdgeKind, a: Position, b: Position) => boolean,
  depthM: number,
): { strips: Piece[]; rest: Piece[] } {
  const run = longestRun(piece, isSide);
  const whole = { strips: [], rest: [piece] };
  if (run.length < 2 || pathLength(run) < 1.5 * depthM) return whole;
  if (ringArea(piece.ring) < 8 * depthM * depthM) return whole;
  const line = parallel(run, depthM);
  if (line.length < 2) return whole;
  const cut = [prolong, fold]
    .map((finishEnds) => cutPiece(piece, withoutKnots(finishEnds(run, line)), 'plot'))
    .find((candidate) => candidate.pieces.length === 2);
  if (!cut) return whole;
  const middle = run[Math.floor(run.length / 2)]!;
  const [first, second] = cut.pieces as [Piece, Piece];
  const strip = first.ring.includes(middle) ? first : second;
  const rest = strip === first ? second : first;
  if (ringArea(strip.ring) > 2.2 * depthM * pathLength(run)) return whole;
  return { strips: [strip], rest: [rest] };
}

function longestRun(
  { ring, edges }: Piece,
  isSide: (edge: EdgeKind, a: Position, b: Position) => boolean,
): Position[] {
  const count = ring.length;
  const marks = edges.map((edge, i) => isSide(edge, ring[i]!, ring[(i + 1) % count]!));
  if (marks.every((mark) => mark)) return [];
  const begin = marks.indexOf(false);
  let best: Position[] = [];
  let run: Position[] = [];
  for (let step = 1; step <= count; step++) {
    const index = (begin + step) % count;
    if (marks[index]) {
      if (run.length === 0) run.push(ring[index]!);
      run.push(ring[(index + 1) % count]!);
    } else {
      if (run.length > 1 && (best.length === 0 || pathLength(run) > pathLength(best))) best = run;
      run = [];
    }
  }
  return best;
}

function pathLength(path: Position[]): number {
  return path.slice(1).reduce((sum, point, index) => sum + distance(path[index]!, point), 0);
}

/** The line `offsetM` to the left of a run of sides. */
function parallel(run: Position[], offsetM: number): Position[] {
  const line = run.map((point, index): Position => {
    const before = run[Math.max(0, index - 1)]!;
    const after = run[Math.min(run.length - 1, index + 1)]!;
    const length = distance(before, after) || 1;
    const left = [-(after[1]! - before[1]!) / length, (after[0]! - before[0]!) / length];
    return [point[0]! + offsetM * left[0]!, point[1]! + offsetM * left[1]!];
  });
  return withoutKnots(line);
}

/** A line that crosses itself is cut short at each crossing. */
function withoutKnots(line: Position[]): Position[] {
  for (let first = 1; first < line.length; first++) {
    for (let second = line.length - 1; second > first + 1; second--) {
      const at = meeting(line[first - 1]!, line[first]!, line[second - 1]!, line[second]!);
      if (at) return withoutKnots([...line.slice(0, first), at, ...line.slice(second)]);
    }
  }
  return line;
}

function meeting(a: Position, b: Position, c: Position, d: Position): Position | null {
  const [ux, uy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const [vx, vy] = [d[0]! - c[0]!, d[1]! - c[1]!];
  const turn = ux * vy - uy * vx;
  if (turn === 0) return null;
  const t = ((c[0]! - a[0]!) * vy - (c[1]! - a[1]!) * vx) / turn;
  const u = ((c[0]! - a[0]!) * uy - (c[1]! - a[1]!) * ux) / turn;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [a[0]! + t * ux, a[1]! + t * uy] : null;
}

/** Both ends run on straight, to leave the piece by its other sides. */
function prolong(_run: Position[], line: Position[]): Position[] {
  const last = line.length - 1;
  return [beyond(line[1]!, line[0]!, 150), ...line, beyond(line[last - 1]!, line[last]!, 150)];
}

/** Both ends turn back to the run, to leave the piece by the side they follow. */
function fold(run: Position[], line: Position[]): Position[] {
  const last = line.length - 1;
  return [beyond(line[0]!, run[0]!, 20), ...line, beyond(line[last]!, run[last]!, 20)];
}

function beyond(from: Position, to: Position, metres: number): Position {
  const length = distance(from, to) || 1;
  return [
    to[0]! + (metres * (to[0]! - from[0]!)) / length,
    to[1]! + (metres * (to[1]! - from[1]!)) / length,
  ];
}
