import type { Position } from 'geojson';
import type { Random } from '../random.ts';
import { type Frame, framePoint, frameRing } from './frame.ts';
import type { BlockFabric, CoverKind, GroundBlock } from './ground.ts';
import { cutPiece, type Piece } from './piece.ts';
import { lineLength, ringArea } from './ring.ts';
import { crossesItself, shrinkPiece } from './shrink-ring.ts';

/**
 * The parcels of a block, open rings in CC50 metres: rows of lots along the streets where it is built, fields elsewhere.
 * They cover the block up to the edge of the ways around it. None when the block is all road.
 */
export function layLots(block: GroundBlock, random: Random): Position[][] {
  const pieces = withoutWays(block, 0).flatMap((ground) =>
    block.cover === 'bâti' && block.fabric !== null && block.fabric !== 'équipement'
      ? cutRows(ground, ROWS[block.fabric], random)
      : cutFields(ground, fieldOf(block), random),
  );
  return pieces.map((piece) => withoutSpikes(piece.ring)).filter(isLot);
}

/** The block without its share of the ways around it; a shape that cannot be shrunk is halved first. */
function withoutWays(piece: Piece, depth: number): Piece[] {
  const ground = shrinkPiece(piece);
  if (ground) return [ground];
  if (depth > 3 || ringArea(piece.ring) < HALVED_FROM_M2) return [];
  const frame = frameRing(piece.ring);
  const u = (frame.from + frame.to) / 2;
  const path = [framePoint(frame, u, frame.low - 5), framePoint(frame, u, frame.high + 5)];
  const { pieces } = cutPiece(piece, path, 'plot');
  return pieces.length > 1 ? pieces.flatMap((half) => withoutWays(half, depth + 1)) : [];
}

/** A ring that goes out and comes back along itself loses the tip; vertices a few centimetres apart become one. */
function withoutSpikes(ring: Position[]): Position[] {
  const tip = ring.findIndex((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!;
    const after = ring[(index + 1) % ring.length]!;
    const [ux, uy] = [point[0]! - before[0]!, point[1]! - before[1]!];
    const [vx, vy] = [after[0]! - point[0]!, after[1]! - point[1]!];
    if (Math.hypot(ux, uy) < SAME_M) return true;
    return ux * vx + uy * vy < 0 && Math.abs(ux * vy - uy * vx) < SAME_M * Math.hypot(ux, uy);
  });
  if (tip < 0 || ring.length < 4) return ring;
  return withoutSpikes(ring.filter((_, index) => index !== tip));
}

/** Scraps at the ends of rows are left to the street. */
function isLot(ring: Position[]): boolean {
  const width = (4 * ringArea(ring)) / lineLength([...ring, ring[0]!]);
  return width > NARROWEST_M && ringArea(ring) > SMALLEST_M2 && !crossesItself(ring);
}

const SAME_M = 0.05;
const NARROWEST_M = 2.5;
const HALVED_FROM_M2 = 500;
const SMALLEST_M2 = 12;

/** Lots of a fabric: frontage and depth in metres, and how much frontages differ (share of the frontage). */
interface RowStyle {
  widthM: number;
  depthM: number;
  spread: number;
}

const ROWS: Record<Exclude<BlockFabric, 'équipement'>, RowStyle> = {
  centre: { widthM: 9, depthM: 28, spread: 0.35 },
  cité: { widthM: 10.5, depthM: 36, spread: 0.05 },
  faubourg: { widthM: 11, depthM: 44, spread: 0.28 },
  pavillons: { widthM: 18, depthM: 37, spread: 0.16 },
  village: { widthM: 21, depthM: 48, spread: 0.32 },
};

/** Fields of a cover: usual area in m², how elongated they may be, narrowest width in metres. */
interface FieldStyle {
  areaM2: number;
  longest: number;
  narrowestM: number;
}

const FIELDS: Record<CoverKind | 'équipement', FieldStyle> = {
  culture: { areaM2: 9000, longest: 4.2, narrowestM: 22 },
  prairie: { areaM2: 5200, longest: 3, narrowestM: 18 },
  bois: { areaM2: 14_000, longest: 3, narrowestM: 40 },
  eau: { areaM2: 30_000, longest: 4, narrowestM: 20 },
  activité: { areaM2: 6500, longest: 1.6, narrowestM: 35 },
  équipement: { areaM2: 4500, longest: 1.7, narrowestM: 30 },
  bâti: { areaM2: 900, longest: 3, narrowestM: 12 },
};

function fieldOf({ cover, fabric }: GroundBlock): FieldStyle {
  return FIELDS[fabric === 'équipement' ? 'équipement' : cover];
}

function cutRows(ground: Piece, style: RowStyle, random: Random): Piece[] {
  const done: Piece[] = [];
  const stack = [ground];
  for (let piece = stack.pop(); piece; piece = stack.pop()) {
    const frame = frameRing(piece.ring);
    const rows = Math.round((frame.high - frame.low) / style.depthM);
    if (rows < 2) {
      done.push(...cutAcross(piece, frame, style, random));
      continue;
    }
    const share = Math.floor(rows / 2) / rows + random.between(-0.04, 0.04);
    const v = frame.low + share * (frame.high - frame.low);
    const path = [framePoint(frame, frame.from - 5, v), framePoint(frame, frame.to + 5, v)];
    const { pieces } = cutPiece(piece, path, 'plot');
    if (pieces.length === 1) done.push(piece);
    else stack.push(...pieces);
  }
  return done;
}

/** A row cut into lots, square to its length, frontage after frontage. */
function cutAcross(row: Piece, frame: Frame, style: RowStyle, random: Random): Piece[] {
  const lots: Piece[] = [];
  let rest = [row];
  const lean = random.normal() * 0.03;
  const middle = (frame.low + frame.high) / 2;
  for (let u = frame.from + frontage(style, random); ; u += frontage(style, random)) {
    if (u > frame.to - 0.55 * style.widthM) return [...lots, ...rest];
    const at = (v: number) => framePoint(frame, u + lean * (v - middle), v);
    const path = [at(frame.low - 5), at(frame.high + 5)];
    const next: Piece[] = [];
    for (const piece of rest) {
      for (const part of cutPiece(piece, path, 'plot').pieces) {
        (isBefore(part, frame, u) ? lots : next).push(part);
      }
    }
    rest = next;
  }
}

function frontage({ widthM, spread }: RowStyle, random: Random): number {
  const wide = spread > 0.1 && random.next() < 0.05 ? 1.9 : 1;
  return wide * widthM * Math.max(0.6, 1 + spread * random.normal());
}

/** Whether a part lies before `u` on the frame's axis, by the mean of its vertices. */
function isBefore({ ring }: Piece, { along }: Frame, u: number): boolean {
  const sum = ring.reduce((total, p) => total + p[0]! * along[0]! + p[1]! * along[1]!, 0);
  return sum / ring.length < u;
}

function cutFields(ground: Piece, style: FieldStyle, random: Random): Piece[] {
  const usualM2 = style.areaM2 * Math.exp(0.55 * random.normal());
  const done: Piece[] = [];
  const stack = [ground];
  for (let piece = stack.pop(); piece; piece = stack.pop()) {
    const area = ringArea(piece.ring);
    if (area < usualM2 * random.between(0.9, 2.2)) {
      done.push(piece);
      continue;
    }
    const frame = frameRing(piece.ring);
    const [length, height] = [frame.to - frame.from, frame.high - frame.low];
    const lengthwise = length / height < style.longest / 2 && height > 2 * style.narrowestM;
    const { pieces } = cutPiece(piece, fieldPath(frame, lengthwise, random), 'plot');
    if (pieces.length === 1) done.push(piece);
    else stack.push(...pieces);
  }
  return done;
}

function fieldPath(frame: Frame, lengthwise: boolean, random: Random): Position[] {
  const share = random.between(0.36, 0.64);
  const lean = random.normal() * 0.03;
  if (lengthwise) {
    const v = frame.low + share * (frame.high - frame.low);
    const rise = lean * (frame.to - frame.from);
    return [framePoint(frame, frame.from - 9, v - rise), framePoint(frame, frame.to + 9, v + rise)];
  }
  const u = frame.from + share * (frame.to - frame.from);
  const shift = lean * (frame.high - frame.low);
  return [
    framePoint(frame, u - shift, frame.low - 9),
    framePoint(frame, u + shift, frame.high + 9),
  ];
}
