/**
 * The numbers `first` to `end` (excluded), sorted so that neighbours in the list are neighbours on the ground: along
 * a Z-order curve through the position of each. `vertexOf` gives the vertex of `xy` that stands for a number.
 */
export function spatialOrder(
  first: number,
  end: number,
  xy: Float64Array,
  vertexOf: (item: number) => number,
): number[] {
  const items = Array.from({ length: end - first }, (_, i) => first + i);
  const xs = scaleToGrid(items.map((item) => xy[2 * vertexOf(item)]!));
  const ys = scaleToGrid(items.map((item) => xy[2 * vertexOf(item) + 1]!));
  const keys = items.map((_, i) => (spreadBits(xs[i]!) | (spreadBits(ys[i]!) << 1)) >>> 0);
  return items.sort((one, other) => keys[one - first]! - keys[other - first]!);
}

/** Positions on an axis as whole numbers from 0 to 65 535. */
function scaleToGrid(values: number[]): number[] {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const scale = max > min ? 65535 / (max - min) : 0;
  return values.map((value) => Math.floor((value - min) * scale));
}

/** Puts a zero bit before each of 16 bits. */
function spreadBits(value: number): number {
  let bits = (value | (value << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
