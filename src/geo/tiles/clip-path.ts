/** `[minX, minY, maxX, maxY]`. */
export type Box = readonly [number, number, number, number];

/** The parts of a line `[x0, y0, …]` within a box, its edges included; a single vertex is a line of its own. */
export function clipLine(path: number[], box: Box): number[][] {
  let lines = [path];
  for (const axis of [0, 1] as const)
    lines = lines.flatMap((line) => cutLine(line, axis, box[axis], box[axis + 2]!));
  return lines;
}

/** The part of a closed ring within a box (Sutherland-Hodgman), closed; empty where there is none. */
export function clipRing(ring: number[], box: Box): number[] {
  let cut = cutRing(ring, 0, box[0], 1);
  cut = cutRing(cut, 0, box[2], -1);
  cut = cutRing(cut, 1, box[1], 1);
  return cutRing(cut, 1, box[3], -1);
}

/** The parts of a line between two values of one axis. */
function cutLine(path: number[], axis: 0 | 1, least: number, most: number): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  const end = () => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (let i = 0; i < path.length; i += 2) {
    const value = path[i + axis]!;
    if (i > 0) {
      const before = path[i - 2 + axis]!;
      const [entry, exit] = before < value ? [least, most] : [most, least];
      if ((before - entry) * (value - entry) < 0) push(line, path, i, axis, entry);
      if ((before - exit) * (value - exit) < 0) {
        push(line, path, i, axis, exit);
        end();
      }
    }
    if (value >= least && value <= most) line.push(path[i]!, path[i + 1]!);
    else end();
  }
  end();
  return lines;
}

/** A closed ring on one side of a value of an axis: above it (`side` 1) or below (-1). */
function cutRing(ring: number[], axis: 0 | 1, limit: number, side: 1 | -1): number[] {
  const cut: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const away = side * (ring[i + axis]! - limit);
    if (i > 0 && away * side * (ring[i - 2 + axis]! - limit) < 0) push(cut, ring, i, axis, limit);
    if (away >= 0) cut.push(ring[i]!, ring[i + 1]!);
  }
  const isOpen = cut[0] !== cut.at(-2) || cut[1] !== cut.at(-1);
  if (cut.length > 0 && isOpen) cut.push(cut[0]!, cut[1]!);
  return cut;
}

/** Adds the place where the segment that ends at `i` meets a value of an axis. */
function push(to: number[], path: number[], i: number, axis: 0 | 1, value: number): void {
  const other = 1 - axis;
  const from = path[i - 2 + axis]!;
  const share = (value - from) / (path[i + axis]! - from);
  const at = path[i - 2 + other]! + share * (path[i + other]! - path[i - 2 + other]!);
  if (axis === 0) to.push(value, at);
  else to.push(at, value);
}
