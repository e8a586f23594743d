import type { GeometryColumn } from '../geometry-column.ts';
import { lineParts, sharedVertices } from './shared-vertices.ts';

/**
 * Lines as a graph that is travelled both ways. Nodes are the ends of lines and the positions that lines have a vertex
 * in common at; edges are what lies between two nodes along a line. Edge e runs along the vertices `firstVertices[e]` to
 * `lastVertices[e]` of `column`, from node `from[e]` to node `to[e]`; both may be the same node, and several edges may
 * join the same two. The edges at node n are `edgesAt[offsets[n]]` to `edgesAt[offsets[n + 1]]`.
 */
export interface RoadNetwork {
  /** The lines, `[x, y]` in metres. */
  column: GeometryColumn;
  nodeCount: number;
  edgeCount: number;
  /** Row of the line that each edge is a piece of. */
  rows: Uint32Array;
  firstVertices: Uint32Array;
  lastVertices: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** Length of each edge. */
  metres: Float64Array;
  /** Length of its edge as far as each vertex of the column; at a node, of the edge that ends there. */
  along: Float64Array;
  offsets: Uint32Array;
  edgesAt: Uint32Array;
}

/** The network of a column of lines in metres; rows that are no lines are no part of it. About n log n. */
export function createRoadNetwork(column: GeometryColumn): RoadNetwork {
  const { nodes, nodeCount } = sharedVertices(column);
  const { xy } = column;
  const along = new Float64Array(xy.length / 2);
  const rows: number[] = [];
  const firstVertices: number[] = [];
  const lastVertices: number[] = [];
  for (const { row, first, end } of lineParts(column)) {
    let length = 0;
    for (let i = first + 1, start = first; i < end; i++) {
      length += Math.hypot(xy[2 * i]! - xy[2 * i - 2]!, xy[2 * i + 1]! - xy[2 * i - 1]!);
      along[i] = length;
      if (nodes[i]! < 0) continue;
      rows.push(row);
      firstVertices.push(start);
      lastVertices.push(i);
      start = i;
      length = 0;
    }
  }
  const from = Uint32Array.from(firstVertices, (vertex) => nodes[vertex]!);
  const to = Uint32Array.from(lastVertices, (vertex) => nodes[vertex]!);
  return {
    column,
    nodeCount,
    edgeCount: rows.length,
    rows: Uint32Array.from(rows),
    firstVertices: Uint32Array.from(firstVertices),
    lastVertices: Uint32Array.from(lastVertices),
    from,
    to,
    metres: Float64Array.from(lastVertices, (vertex) => along[vertex]!),
    along,
    ...edgesByNode(from, to, nodeCount),
  };
}

/** Length of an edge as far as one of its vertices. */
export function metresTo(network: RoadNetwork, edge: number, vertex: number): number {
  return vertex === network.firstVertices[edge] ? 0 : network.along[vertex]!;
}

function edgesByNode(
  from: Uint32Array,
  to: Uint32Array,
  nodeCount: number,
): Pick<RoadNetwork, 'offsets' | 'edgesAt'> {
  const offsets = new Uint32Array(nodeCount + 1);
  for (const ends of [from, to]) for (const node of ends) offsets[node + 1]!++;
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const edgesAt = new Uint32Array(2 * from.length);
  for (const ends of [from, to]) {
    ends.forEach((node, edge) => {
      edgesAt[next[node]!++] = edge;
    });
  }
  return { offsets, edgesAt };
}
