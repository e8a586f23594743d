/**
 * A path (flat `x, y`) without the vertices that are less than `least` from the last one kept; its ends stay. A closed ring of
 * fewer than three places becomes what is left of it. The same array when nothing falls out.
 */
export function thinPath(path: Float64Array, least: number): Float64Array {
  const kept = new Float64Array(path.length);
  let count = 0;
  const last = path.length - 2;
  for (let i = 0; i <= last; i += 2) {
    const [x, y] = [path[i]!, path[i + 1]!];
    if (count > 0 && i < last) {
      const [dx, dy] = [x - kept[count - 2]!, y - kept[count - 1]!];
      if (dx * dx + dy * dy < least * least) continue;
    }
    kept[count++] = x;
    kept[count++] = y;
  }
  return count === path.length ? path : kept.slice(0, count);
}
