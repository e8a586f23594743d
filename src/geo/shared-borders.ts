import type { GeometryColumn } from './geometry-column.ts';

/** The outlines of polygons as lines, each edge once. */
export interface SharedBorders {
  /** Each flat, `x0, y0, x1, y1…`, in the column's unit. */
  paths: Float64Array[];
  /** The first row that each path bounds. */
  owners: number[];
}

/**
 * The outlines of a column of polygons as lines, each edge once even where two polygons share it (vertex for vertex):
 * a dashed border drawn twice, out of step, would look solid. Lines run from one meeting of borders to the next.
 * Time and memory grow with the number of vertices.
 */
export function sharedBorders(column: GeometryColumn): SharedBorders {
  const net = networkOf(column);
  const borders: SharedBorders = { paths: [], owners: [] };
  const starts = net.neighbours.flatMap((edges, node) => (edges.length === 2 ? [] : [node]));
  const all = net.neighbours.map((_, node) => node);
  for (const node of [...starts, ...all]) {
    for (let line = walk(net, node); line; line = walk(net, node)) {
      borders.paths.push(line.path);
      borders.owners.push(line.owner);
    }
  }
  return borders;
}

interface Network {
  positions: [number, number][];
  /** Edges that meet at each node. */
  neighbours: { to: number; edge: number }[][];
  /** Row that each edge was first found in. */
  owners: number[];
  walked: Set<number>;
}

function networkOf(geometry: GeometryColumn): Network {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = geometry;
  const net: Network = { positions: [], neighbours: [], owners: [], walked: new Set() };
  const nodes = new Map<string, number>();
  const edges = new Set<number>();
  const nodeAt = (v: number): number => {
    const key = `${xy[2 * v]} ${xy[2 * v + 1]}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    nodes.set(key, net.positions.length);
    net.neighbours.push([]);
    return net.positions.push([xy[2 * v]!, xy[2 * v + 1]!]) - 1;
  };
  for (let row = 0; row < geometry.length; row++) {
    const firstRing = ringOffsets[partOffsets[row]!]!;
    const lastRing = ringOffsets[partOffsets[row + 1]!]!;
    for (let ring = firstRing; ring < lastRing; ring++) {
      for (let v = vertexOffsets[ring]!; v + 1 < vertexOffsets[ring + 1]!; v++) {
        const [a, b] = [nodeAt(v), nodeAt(v + 1)];
        const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
        if (a === b || edges.has(key)) continue;
        edges.add(key);
        const edge = net.owners.push(row) - 1;
        net.neighbours[a]!.push({ to: b, edge });
        net.neighbours[b]!.push({ to: a, edge });
      }
    }
  }
  return net;
}

function walk(net: Network, start: number): { path: Float64Array; owner: number } | null {
  const unwalked = (node: number) =>
    net.neighbours[node]!.find(({ edge }) => !net.walked.has(edge));
  let step = unwalked(start);
  if (!step) return null;
  const owner = net.owners[step.edge]!;
  const positions = [net.positions[start]!];
  while (step) {
    net.walked.add(step.edge);
    positions.push(net.positions[step.to]!);
    step = net.neighbours[step.to]!.length === 2 ? unwalked(step.to) : undefined;
  }
  return { path: Float64Array.from(positions.flat()), owner };
}
