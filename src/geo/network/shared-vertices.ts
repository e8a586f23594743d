import { GEOMETRY_KIND, type GeometryColumn } from '../geometry-column.ts';

/** One part of a line row: its vertices `first` to `end`, the latter not included. */
export interface LinePart {
  row: number;
  first: number;
  end: number;
}

/** The parts of the line rows of a column, in order. */
export function* lineParts(column: GeometryColumn): Iterable<LinePart> {
  const { kinds, partOffsets, ringOffsets, vertexOffsets } = column;
  for (let row = 0; row < column.length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.line) continue;
    for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
      const ring = ringOffsets[part]!;
      yield { row, first: vertexOffsets[ring]!, end: vertexOffsets[ring + 1]! };
    }
  }
}

/**
 * The node that each vertex of the lines is, or -1: ends are nodes, and so is a position that lines, or one line twice,
 * have in common. A vertex that only repeats the one before it adds no meeting.
 */
export function sharedVertices(column: GeometryColumn): { nodes: Int32Array; nodeCount: number } {
  const { xy } = column;
  const nodes = new Int32Array(xy.length / 2).fill(-1);
  const isEnd = new Uint8Array(nodes.length);
  const isRepeat = new Uint8Array(nodes.length);
  const used: number[] = [];
  const isSame = (a: number, b: number) =>
    xy[2 * a] === xy[2 * b] && xy[2 * a + 1] === xy[2 * b + 1];
  for (const { first, end } of lineParts(column)) {
    isEnd[first] = 1;
    isEnd[end - 1] = 1;
    for (let i = first; i < end; i++) {
      used.push(i);
      if (i > first && isSame(i, i - 1)) isRepeat[i] = 1;
    }
  }
  const sorted = Uint32Array.from(used).sort(
    (a, b) => xy[2 * a]! - xy[2 * b]! || xy[2 * a + 1]! - xy[2 * b + 1]! || a - b,
  );
  let nodeCount = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    let meetings = 0;
    for (end = start; end < sorted.length && isSame(sorted[start]!, sorted[end]!); end++) {
      meetings += isEnd[sorted[end]!] ? 2 : isRepeat[sorted[end]!] ? 0 : 1;
    }
    if (meetings < 2) continue;
    for (let i = start; i < end; i++) nodes[sorted[i]!] = nodeCount;
    nodeCount++;
  }
  return { nodes, nodeCount };
}
