/** A seeded source of numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Next number in [0, 1). */
  next: () => number;
  /** Next number in [low, high). */
  between: (low: number, high: number) => number;
  /** Next integer in [low, high], both included. */
  integer: (low: number, high: number) => number;
  /** Next number of a normal law of mean 0 and deviation 1. */
  normal: () => number;
}

/** A smooth field over the plane, values in about [-1, 1]. */
export type Noise = (x: number, y: number) => number;

/** The random sequence that `seed` names (mulberry32; 2^32 numbers before it repeats). */
export function createRandom(seed: string): Random {
  let state = hashText(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor((high - low + 1) * next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Value noise of one octave: hills about `waveM` metres apart. */
export function createNoise(seed: string, waveM: number): Noise {
  const salt = hashText(seed);
  return (x, y) => {
    const column = Math.floor(x / waveM);
    const row = Math.floor(y / waveM);
    const u = smoothStep(x / waveM - column);
    const v = smoothStep(y / waveM - row);
    const south = mix(knot(column, row, salt), knot(column + 1, row, salt), u);
    const north = mix(knot(column, row + 1, salt), knot(column + 1, row + 1, salt), u);
    return mix(south, north, v) * 2 - 1;
  };
}

/** A 32-bit number that depends on every character of `text` (FNV-1a, then mixed). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function knot(column: number, row: number, salt: number): number {
  let hash = Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ salt;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

function smoothStep(t: number): number {
  return t * t * (3 - 2 * t);
}

function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}
