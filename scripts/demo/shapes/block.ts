import type { Position } from 'geojson';
import type { Random } from '../random.ts';
import { polygonArea, polygonContains, ringCentre, scaleAbout } from './polygon.ts';
import { pointAlong } from './polyline.ts';

/** Where a block may be laid and how large it is. */
export interface BlockSite {
  /** Polygons that must hold the whole block (a commune). */
  within: Position[][][];
  /** Lines that the block may front, metres. */
  fronts: Position[][];
  /** Lines that the block must not cross. */
  barriers: Position[][];
  /** Polygons that the block must not meet. */
  taken: Position[][][];
  areaM2: number;
  /** Distance from the line to the block, metres. */
  setback: number;
  /** Corners of an even block, or of a ragged one. */
  ragged: boolean;
  /** Lower is better; the best of the places tried is taken. Infinity: not here. */
  score: (centre: Position) => number;
}

/** A polygon of exactly `areaM2` beside one of the fronts, at the best of the places tried; null when none is free. */
export function placeBlock(site: BlockSite, random: Random, tries = 240): Position[][] | null {
  let best: { block: Position[][]; score: number } | null = null;
  const lengths = site.fronts.map((front) => front.length);
  for (let i = 0; i < tries && lengths.length > 0; i++) {
    const front = site.fronts[random.integer(0, site.fronts.length - 1)]!;
    const block = blockBeside(front, site, random);
    const score = site.score(ringCentre(block[0]!));
    if (score < (best?.score ?? Infinity) && isFree(block, site)) best = { block, score };
  }
  return best?.block ?? null;
}

/** Whether two closed rings meet: an edge of one crosses an edge of the other, or one lies inside the other. */
export function ringsMeet(a: Position[], b: Position[]): boolean {
  return linesCross(a, b) || polygonContains([a], b[0]!) || polygonContains([b], a[0]!);
}

/** Whether a segment of one line crosses a segment of the other. */
export function linesCross(a: Position[], b: Position[]): boolean {
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) {
      if (segmentsCross(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) return true;
    }
  }
  return false;
}

function blockBeside(front: Position[], site: BlockSite, random: Random): Position[][] {
  const [a, b] = segmentOf(front, random);
  const { point, heading } = pointAlong(
    [a, b],
    random.next() * Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!),
  );
  const side = random.next() < 0.5 ? -1 : 1;
  const aspect = random.between(0.7, 1.9);
  const width = Math.sqrt(site.areaM2 * aspect);
  const depth = site.areaM2 / width;
  const outline = site.ragged ? raggedOutline(random) : evenOutline(random);
  const at = (u: number, v: number): Position => {
    const along = (u - 0.5) * width;
    const away = side * (site.setback + v * depth);
    return [
      point[0]! + heading[0]! * along - heading[1]! * away,
      point[1]! + heading[1]! * along + heading[0]! * away,
    ];
  };
  const ring = outline.map(([u, v]) => at(u!, v!));
  if (side < 0) ring.reverse();
  return [withArea([...ring, ring[0]!], site.areaM2)];
}

function segmentOf(line: Position[], random: Random): [Position, Position] {
  const i = random.integer(1, line.length - 1);
  return [line[i - 1]!, line[i]!];
}

/** A business park: four sides, one corner cut, the back a little askew. Unit square, front at v = 0. */
function evenOutline(random: Random): Position[] {
  const cut = random.between(0.12, 0.3);
  const [right, left] = [random.between(0.9, 1.08), random.between(0.86, 1.04)];
  return [
    [0, 0],
    [1, 0],
    [1 + random.between(-0.04, 0.04), right - cut],
    [1 - cut, right],
    [random.between(-0.05, 0.05), left],
  ];
}

/** Waste ground: a dented outline of nine corners around an egg. */
function raggedOutline(random: Random): Position[] {
  return Array.from({ length: 9 }, (_, i) => {
    const angle = ((i + random.between(-0.28, 0.28)) / 9) * 2 * Math.PI - Math.PI / 2;
    const radius = random.between(0.4, 0.58);
    return [0.5 + radius * Math.cos(angle), Math.max(0, 0.5 + radius * Math.sin(angle))];
  });
}

function withArea(ring: Position[], areaM2: number): Position[] {
  const centre = ringCentre(ring);
  const scale = Math.sqrt(areaM2 / polygonArea([ring]));
  const scaled = ring.slice(0, -1).map((position) => scaleAbout(position, centre, scale));
  return [...scaled, scaled[0]!];
}

function isFree(block: Position[][], site: BlockSite): boolean {
  const ring = block[0]!;
  const holders = site.within.filter((polygon) => ring.every((p) => polygonContains(polygon, p)));
  if (!holders.some((polygon) => !polygon.some((border) => linesCross(ring, border)))) return false;
  if (site.taken.some((other) => ringsMeet(ring, other[0]!))) return false;
  return !site.barriers.some((line) => linesCross(ring, line));
}

function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}

function turn(a: Position, b: Position, c: Position): boolean {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) > (b[1]! - a[1]!) * (c[0]! - a[0]!);
}
