import type { Feature, FeatureCollection, LineString, Position } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { propertiesOf } from './batch-to-geojson.ts';

/**
 * The outlines of a batch of polygons as lines, each edge once even where two polygons share it (vertex for vertex):
 * a dashed border drawn twice, out of step, would look solid. Lines run from one meeting of borders to the next and
 * carry the fields of the first polygon they bound. Time and memory grow with the number of vertices.
 */
export function sharedBorders(batch: DrawBatch): FeatureCollection<LineString> {
  const net = networkOf(batch);
  const features: Feature<LineString>[] = [];
  const starts = net.neighbours.flatMap((edges, node) => (edges.length === 2 ? [] : [node]));
  const all = net.neighbours.map((_, node) => node);
  for (const node of [...starts, ...all]) {
    for (let line = walk(net, node); line; line = walk(net, node)) {
      features.push({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: line.positions },
        properties: propertiesOf(batch.columns, line.owner),
      });
    }
  }
  return { type: 'FeatureCollection', features };
}

interface Network {
  positions: Position[];
  /** Edges that meet at each node. */
  neighbours: { to: number; edge: number }[][];
  /** Row of the batch that each edge was first found in. */
  owners: number[];
  walked: Set<number>;
}

function networkOf({ geometry }: DrawBatch): Network {
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

function walk(net: Network, start: number): { positions: Position[]; owner: number } | null {
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
  return { positions, owner };
}
