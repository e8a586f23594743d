/**
 * A path (flat `x, y`) whose course is never farther than `tolerance` from the original: vertices are left out after Douglas and
 * Peucker, The Canadian Cartographer 10 (1973). A closed ring stays closed and keeps the vertex farthest from its start.
 */
export function simplifyPath(path: Float64Array, tolerance: number): Float64Array {
  const count = path.length / 2;
  if (count < 3) return path;
  const keep = new Uint8Array(count);
  keep[0] = 1;
  keep[count - 1] = 1;
  let kept = 2;
  // Flat pairs of ends, for there are as many of them as vertices.
  const stack = [0, count - 1];
  while (stack.length > 0) {
    const last = stack.pop() as number;
    const first = stack.pop() as number;
    const index = farthest(path, first, last, tolerance);
    if (index < 0) continue;
    keep[index] = 1;
    kept += 1;
    stack.push(first, index, index, last);
  }
  return kept === count ? path : keptOf(path, keep, kept);
}

function keptOf(path: Float64Array, keep: Uint8Array, count: number): Float64Array {
  const kept = new Float64Array(2 * count);
  let at = 0;
  for (let i = 0; i < keep.length; i++) {
    if (keep[i] === 0) continue;
    kept[at++] = path[2 * i]!;
    kept[at++] = path[2 * i + 1]!;
  }
  return kept;
}

/** The vertex between two others that is farthest from the line between them; -1 when none is farther than the tolerance. */
function farthest(path: Float64Array, first: number, last: number, tolerance: number): number {
  const ax = path[2 * first]!;
  const ay = path[2 * first + 1]!;
  const dx = path[2 * last]! - ax;
  const dy = path[2 * last + 1]! - ay;
  const length = dx * dx + dy * dy;
  let index = -1;
  let greatest = tolerance * tolerance;
  for (let i = first + 1; i < last; i++) {
    const x = path[2 * i]! - ax;
    const y = path[2 * i + 1]! - ay;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
    const distance = (x - along * dx) ** 2 + (y - along * dy) ** 2;
    if (distance <= greatest) continue;
    index = i;
    greatest = distance;
  }
  return index;
}
