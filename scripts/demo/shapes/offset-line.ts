import type { Position } from 'geojson';

/**
 * The line `metres` to the right of another: each vertex is moved across the direction from the one before it to the one
 * after. For lines that bend gently beside that distance.
 */
export function offsetLine(line: Position[], metres: number): Position[] {
  return line.map(([x, y], i) => {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    const [dx, dy] = [after[0]! - before[0]!, after[1]! - before[1]!];
    const length = Math.hypot(dx, dy);
    return [x! + (dy / length) * metres, y! - (dx / length) * metres];
  });
}
