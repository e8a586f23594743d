/**
 * On which side of the line a → b the point c lies: positive to the left, negative to the right, exactly 0 on it.
 * The sign is that of exact arithmetic on the coordinates as they are; the size means nothing.
 * Cost: a few operations, some 0.3 µs in the rare cases that rounding could decide.
 */
export function orient(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const det = left - right;
  const bound = ERROR_BOUND * (Math.abs(left) + Math.abs(right));
  if (det > bound || det < -bound || bound === 0) return det;
  if (ax === bx && ay === by) return 0;
  return exactOrient(ax, ay, bx, by, cx, cy);
}

const EPSILON = 2 ** -53;
/** Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), bound A of orient2d. */
const ERROR_BOUND = (3 + 16 * EPSILON) * EPSILON;
const SPLITTER = 2 ** 27 + 1;

/** The determinant as a sum of six exact products, kept as an expansion whose last term carries the sign. */
function exactOrient(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): number {
  const expansion: number[] = [];
  addProduct(expansion, ax, by);
  addProduct(expansion, -ay, bx);
  addProduct(expansion, bx, cy);
  addProduct(expansion, -by, cx);
  addProduct(expansion, cx, ay);
  addProduct(expansion, -cy, ax);
  return expansion[expansion.length - 1] ?? 0;
}

/** Adds u·v, exactly, as the product's rounded value and its rounding error (Dekker). */
function addProduct(expansion: number[], u: number, v: number): void {
  const product = u * v;
  const uHigh = SPLITTER * u - (SPLITTER * u - u);
  const vHigh = SPLITTER * v - (SPLITTER * v - v);
  const uLow = u - uHigh;
  const vLow = v - vHigh;
  const error = uLow * vLow - (product - uHigh * vHigh - uLow * vHigh - uHigh * vLow);
  addTerm(expansion, error);
  addTerm(expansion, product);
}

/** Shewchuk's grow-expansion with zero elimination: terms stay non-overlapping, smallest first. */
function addTerm(expansion: number[], term: number): void {
  let sum = term;
  let kept = 0;
  for (const value of expansion) {
    const next = sum + value;
    const rest = next - sum;
    const error = sum - (next - rest) + (value - rest);
    if (error !== 0) expansion[kept++] = error;
    sum = next;
  }
  expansion.length = kept;
  if (sum !== 0) expansion.push(sum);
}
