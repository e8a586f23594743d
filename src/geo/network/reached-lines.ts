import { WALKING_KMH } from '../../domain/network.ts';
import { GeometryBuilder } from '../geometry-builder.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../geometry-column.ts';
import { minutesPerMetre, type TravelNetwork } from './travel-network.ts';
import type { TravelTree } from './travel-tree.ts';
import { addStretch } from './way-line.ts';

/**
 * What of a network is at most `bound` minutes from the entries of a tree: one row, a line whose parts are edges and
 * stretches of edges, which may overlap; kind `none` when nothing is. The tree must reach as far as the bound.
 */
export function reachedLines(
  { network, minutes }: TravelNetwork,
  tree: TravelTree,
  bound: number,
): GeometryColumn {
  const { edgeCount, from, metres, to } = network;
  const builder = new GeometryBuilder();
  const add = (edge: number, start: number, end: number) => {
    const line: number[] = [];
    if (start < end) addStretch(line, network, edge, start, end);
    if (line.length < 4) return;
    for (let i = 0; i < line.length; i += 2) builder.addVertex(line[i]!, line[i + 1]!);
    builder.endRing();
    builder.endPart();
  };
  const metresLeft = (edge: number, spent: number) =>
    Math.max(0, ((bound - spent) * metres[edge]!) / minutes[edge]!);
  const isWhole = new Uint8Array(edgeCount);
  builder.startRow(GEOMETRY_KIND.line);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (minutes[edge] === Infinity || metres[edge] === 0) continue;
    const length = metres[edge]!;
    const head = metresLeft(edge, tree.minutes[from[edge]!]!);
    const tail = metresLeft(edge, tree.minutes[to[edge]!]!);
    if (head + tail >= length) {
      isWhole[edge] = 1;
      add(edge, 0, length);
    } else {
      add(edge, 0, head);
      add(edge, length - tail, length);
    }
  }
  for (const { edge, along, leg } of tree.entries) {
    if (isWhole[edge]) continue;
    const reach = metresLeft(edge, leg * minutesPerMetre(WALKING_KMH));
    add(edge, Math.max(0, along - reach), Math.min(metres[edge]!, along + reach));
  }
  builder.endRow();
  return builder.finish();
}
