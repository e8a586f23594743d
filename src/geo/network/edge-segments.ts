import { GEOMETRY_KIND, type GeometryColumn } from '../geometry-column.ts';
import { createLayerIndex, type LayerIndex } from '../layer-index.ts';
import { squaredPointDistance } from '../segments.ts';
import { metresTo, type RoadNetwork } from './road-network.ts';

/** The segments of the edges of a network, indexed. */
export interface EdgeSegments {
  /** Edge of each segment. */
  edges: Uint32Array;
  /** Vertex of the network's column that each segment starts at; it ends at the next. */
  vertices: Uint32Array;
  index: LayerIndex;
}

/** Where the position [x, y] enters a network: on the nearest edge, `along` metres from its start and `leg` from itself. */
export interface Entry {
  x: number;
  y: number;
  edge: number;
  along: number;
  leg: number;
}

/** The segments of a network. About n log n. */
export function createEdgeSegments(network: RoadNetwork): EdgeSegments {
  const { column, edgeCount, firstVertices, lastVertices } = network;
  const edges: number[] = [];
  const vertices: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    for (let vertex = firstVertices[edge]!; vertex < lastVertices[edge]!; vertex++) {
      edges.push(edge);
      vertices.push(vertex);
    }
  }
  const lines = segmentColumn(column.xy, vertices);
  return {
    edges: Uint32Array.from(edges),
    vertices: Uint32Array.from(vertices),
    index: createLayerIndex(lines),
  };
}

/**
 * The entry of the position [x, y] on the nearest of the segments that `canEnter` has 1 for; null when there is none. Of
 * two as near, the one found first in the network.
 */
export function findEntry(
  network: RoadNetwork,
  segments: EdgeSegments,
  canEnter: Uint8Array,
  x: number,
  y: number,
): Entry | null {
  const { xy } = network.column;
  const first = segments.index.nearestRow(x, y, Infinity, canEnter);
  if (first === null) return null;
  const squareTo = (segment: number) => {
    const at = 2 * segments.vertices[segment]!;
    return squaredPointDistance(x, y, xy[at]!, xy[at + 1]!, xy[at + 2]!, xy[at + 3]!);
  };
  let best = first;
  let square = squareTo(first);
  const reach = Math.sqrt(square);
  for (const segment of segments.index.searchRows(x - reach, y - reach, x + reach, y + reach)) {
    if (canEnter[segment] !== 1) continue;
    const other = squareTo(segment);
    if (other > square || (other === square && segment >= best)) continue;
    best = segment;
    square = other;
  }
  return entryOn(network, segments, best, x, y, Math.sqrt(square));
}

function entryOn(
  network: RoadNetwork,
  { edges, vertices }: EdgeSegments,
  segment: number,
  x: number,
  y: number,
  leg: number,
): Entry {
  const { xy } = network.column;
  const vertex = vertices[segment]!;
  const edge = edges[segment]!;
  const [ax, ay] = [xy[2 * vertex]!, xy[2 * vertex + 1]!];
  const [ux, uy] = [xy[2 * vertex + 2]! - ax, xy[2 * vertex + 3]! - ay];
  const square = ux * ux + uy * uy;
  const share = square === 0 ? 0 : ((x - ax) * ux + (y - ay) * uy) / square;
  const onSegment = Math.min(1, Math.max(0, share)) * Math.sqrt(square);
  const along = Math.min(network.metres[edge]!, metresTo(network, edge, vertex) + onSegment);
  return { x, y, edge, along, leg };
}

/** A line row of two vertices for each segment, from its vertex to the next. */
function segmentColumn(xy: Float64Array, vertices: number[]): GeometryColumn {
  const { length } = vertices;
  const pairs = new Float64Array(4 * length);
  vertices.forEach((vertex, i) => {
    pairs.set(xy.subarray(2 * vertex, 2 * vertex + 4), 4 * i);
  });
  const ordinals = Uint32Array.from({ length: length + 1 }, (_, i) => i);
  return {
    length,
    kinds: new Uint8Array(length).fill(GEOMETRY_KIND.line),
    partOffsets: ordinals,
    ringOffsets: ordinals,
    vertexOffsets: ordinals.map((i) => 2 * i),
    xy: pairs,
  };
}
