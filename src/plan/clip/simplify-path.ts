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
  const stack: [number, number][] = [[0, count - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    const [index, distance] = farthest(path, first, last);
    if (distance <= tolerance) continue;
    keep[index] = 1;
    stack.push([first, index], [index, last]);
  }
  const kept: number[] = [];
  for (let i = 0; i < count; i++) if (keep[i]) kept.push(path[2 * i]!, path[2 * i + 1]!);
  return kept.length === path.length ? path : Float64Array.from(kept);
}

/** The vertex between two others that is farthest from the line between them, and how far. */
function farthest(path: Float64Array, first: number, last: number): [number, number] {
  const [ax, ay] = [path[2 * first]!, path[2 * first + 1]!];
  const [dx, dy] = [path[2 * last]! - ax, path[2 * last + 1]! - ay];
  const length = dx * dx + dy * dy;
  let [index, greatest] = [first, 0];
  for (let i = first + 1; i < last; i++) {
    const [x, y] = [path[2 * i]! - ax, path[2 * i + 1]! - ay];
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
    const distance = (x - along * dx) ** 2 + (y - along * dy) ** 2;
    if (distance > greatest) [index, greatest] = [i, distance];
  }
  return [index, Math.sqrt(greatest)];
}
