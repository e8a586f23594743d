import type { GeometryColumn } from './geometry-column.ts';

/** The edges of lines and rings, each once. */
export interface UniqueEdges {
  /** Number of the vertex that each edge starts at; it ends at the next. */
  starts: Uint32Array<ArrayBuffer>;
  /** The first row that has it. */
  owners: Uint32Array<ArrayBuffer>;
}

/**
 * The edges of a column, each once even where two neighbours share it, vertex for vertex: parcels have nearly twice as many edges as
 * there are lines on the ground, and a line drawn twice is darker. Edges without length are left out. Two hash tables: linear.
 */
export function uniqueEdges(column: GeometryColumn): UniqueEdges {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const nodes = nodesOf(xy);
  const starts = new Uint32Array(nodes.length);
  const owners = new Uint32Array(nodes.length);
  const table = new Int32Array(tableSize(nodes.length)).fill(-1);
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const end = ringOffsets[partOffsets[row + 1]!]!;
    for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
      for (let v = vertexOffsets[ring]!; v + 1 < vertexOffsets[ring + 1]!; v++) {
        const [a, b] = [nodes[v]!, nodes[v + 1]!];
        const low = Math.min(a, b);
        const high = Math.max(a, b);
        if (low === high) continue;
        let place = hash(low, high) & (table.length - 1);
        while (table[place] !== -1) {
          const known = starts[table[place]!]!;
          const [c, d] = [nodes[known]!, nodes[known + 1]!];
          if (Math.min(c, d) === low && Math.max(c, d) === high) break;
          place = (place + 1) & (table.length - 1);
        }
        if (table[place] !== -1) continue;
        table[place] = count;
        starts[count] = v;
        owners[count++] = row;
      }
    }
  }
  return { starts: starts.slice(0, count), owners: owners.slice(0, count) };
}

/** For each vertex, the number of the first one at the same place. */
function nodesOf(xy: Float64Array): Uint32Array {
  const words = new Uint32Array(xy.slice().buffer);
  const nodes = new Uint32Array(xy.length / 2);
  const table = new Int32Array(tableSize(nodes.length)).fill(-1);
  for (let v = 0; v < nodes.length; v++) {
    const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
    const mixed = hash(
      words[4 * v]! ^ words[4 * v + 2]!,
      words[4 * v + 1]! ^ (words[4 * v + 3]! * 31),
    );
    let place = mixed & (table.length - 1);
    while (table[place] !== -1) {
      const known = table[place]!;
      if (xy[2 * known] === x && xy[2 * known + 1] === y) break;
      place = (place + 1) & (table.length - 1);
    }
    if (table[place] === -1) table[place] = v;
    nodes[v] = table[place]!;
  }
  return nodes;
}

/** A power of two, at least twice the entries. */
function tableSize(entries: number): number {
  return 2 ** Math.ceil(Math.log2(2 * entries + 2));
}

/** Mixes two words into one (the finish of MurmurHash3). */
function hash(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
