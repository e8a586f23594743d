import type { Xy } from '../../domain/units.ts';

/** Where the name of an area stands, and how much room there is. */
export interface InsidePlace {
  at: Xy;
  /** How wide the area is there, millimetres. */
  widthMm: number;
}

/**
 * A place inside an area (closed rings, even-odd) for a name `heightMm` high: the middle of a wide stretch inside it, as wide above and below by half the
 * height of the name, and rather in the middle of the area than at its ends. Null for an area without width.
 */
export function insidePlace(rings: readonly Float64Array[], heightMm: number): InsidePlace | null {
  const [top, bottom] = heightsOf(rings);
  let best: (InsidePlace & { score: number }) | null = null;
  for (let step = 1; step < PARALLELS; step++) {
    const share = step / PARALLELS;
    const y = top + share * (bottom - top);
    const central = 1 - EDGE_LOSS * Math.abs(2 * share - 1);
    for (const [left, right] of stretchesAt(rings, y)) {
      const widthMm = narrowest(rings, left, right, y, heightMm / 2);
      const score = widthMm * central;
      if (!best || score > best.score) best = { at: [(left + right) / 2, y], widthMm, score };
    }
  }
  return best && { at: best.at, widthMm: best.widthMm };
}

/** The width of a stretch where the area is narrower a little above or below it. */
function narrowest(
  rings: readonly Float64Array[],
  left: number,
  right: number,
  y: number,
  reach: number,
): number {
  const middle = (left + right) / 2;
  const widths = [y - reach, y + reach].map((other) => {
    const stretch = stretchesAt(rings, other).find(([a, b]) => a <= middle && middle <= b);
    return stretch ? 2 * Math.min(middle - stretch[0], stretch[1] - middle) : 0;
  });
  return Math.max(Math.min(right - left, ...widths), (right - left) * LEAST_SHARE);
}

function stretchesAt(rings: readonly Float64Array[], y: number): [number, number][] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [y1, y2] = [ring[i + 1]!, ring[i + 3]!];
      if (y1 > y === y2 > y) continue;
      crossings.push(ring[i]! + ((y - y1) / (y2 - y1)) * (ring[i + 2]! - ring[i]!));
    }
  }
  crossings.sort((a, b) => a - b);
  return Array.from({ length: Math.floor(crossings.length / 2) }, (_, i) => [
    crossings[2 * i]!,
    crossings[2 * i + 1]!,
  ]);
}

function heightsOf(rings: readonly Float64Array[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 2) {
      low = Math.min(low, ring[i]!);
      high = Math.max(high, ring[i]!);
    }
  }
  return [low, high];
}

/** Parallels tried. */
const PARALLELS = 12;
/** What a place at the very top or bottom loses of its worth. */
const EDGE_LOSS = 0.4;
/** A stretch that is narrow above is worth a little still. */
const LEAST_SHARE = 0.1;
