import type { Position } from 'geojson';
import type { GroundBlock } from './ground.ts';
import { closeRing, ringArea } from './ring.ts';

/** Neighbouring blocks of one key, as one simple polygon. */
export interface MergedBlocks {
  key: string;
  /** Indexes into the list of blocks that was merged. */
  blocks: number[];
  /** GeoJSON Polygon coordinates, outer ring anticlockwise, CC50 metres. */
  shape: Position[][];
}

/**
 * Merges the blocks of one commune that touch by a side and have the same key. The polygons share their vertices
 * with their neighbours and cover exactly what the blocks cover. Cost: proportional to the blocks' vertices.
 */
export function mergeBlocks(
  blocks: GroundBlock[],
  keyOf: (block: GroundBlock) => string,
): MergedBlocks[] {
  const rings = conform(blocks.map((block) => block.ring));
  const keys = blocks.map(keyOf);
  const owners = new Map<number, number>();
  rings.forEach((ring, block) => {
    for (const side of sidesOf(ring)) owners.set(side, block);
  });
  const groups = joinGroups(rings, keys, owners);
  return groups.map((group) => {
    return { key: keys[group[0]!]!, blocks: group, shape: traceOutline(group, rings) };
  });
}

interface Vertex {
  id: number;
  point: Position;
}

const BUCKET_M = 25;
const ON_LINE_M = 0.002;
const SAME_M = 0.002;

/** The rings with one vertex object for each place, and with every vertex of a neighbour that lies on a side. */
function conform(rings: Position[][]): Vertex[][] {
  const index = createVertexIndex();
  const unique = rings.map((ring) => ring.map((point) => index.add(point)));
  return unique.map((ring) => {
    const full: Vertex[] = [];
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      if (full[full.length - 1] !== a) full.push(a);
      for (const vertex of index.on(a, b)) full.push(vertex);
    });
    if (full.length > 1 && full[0] === full[full.length - 1]) full.pop();
    return full;
  });
}

function createVertexIndex() {
  const buckets = new Map<number, Vertex[]>();
  let count = 0;
  const bucketsAround = (west: number, south: number, east: number, north: number) => {
    const found: Vertex[] = [];
    for (let i = Math.floor(west / BUCKET_M); i <= Math.floor(east / BUCKET_M); i++) {
      for (let j = Math.floor(south / BUCKET_M); j <= Math.floor(north / BUCKET_M); j++) {
        const bucket = buckets.get(bucketKey(i, j));
        if (bucket) for (const vertex of bucket) found.push(vertex);
      }
    }
    return found;
  };
  return {
    add(point: Position): Vertex {
      const [x, y] = point as [number, number];
      const same = bucketsAround(x - SAME_M, y - SAME_M, x + SAME_M, y + SAME_M).find(
        (v) => Math.abs(v.point[0]! - x) < SAME_M && Math.abs(v.point[1]! - y) < SAME_M,
      );
      if (same) return same;
      const vertex = { id: count++, point };
      const key = bucketKey(Math.floor(x / BUCKET_M), Math.floor(y / BUCKET_M));
      const bucket = buckets.get(key);
      if (bucket) bucket.push(vertex);
      else buckets.set(key, [vertex]);
      return vertex;
    },
    /** The vertices strictly between two others on their straight line, in order. */
    on(a: Vertex, b: Vertex): Vertex[] {
      const [ax, ay] = a.point as [number, number];
      const dx = b.point[0]! - ax;
      const dy = b.point[1]! - ay;
      const length = Math.hypot(dx, dy);
      const shareOf = (v: Vertex) =>
        ((v.point[0]! - ax) * dx + (v.point[1]! - ay) * dy) / (length * length);
      return bucketsAround(
        Math.min(ax, ax + dx) - ON_LINE_M,
        Math.min(ay, ay + dy) - ON_LINE_M,
        Math.max(ax, ax + dx) + ON_LINE_M,
        Math.max(ay, ay + dy) + ON_LINE_M,
      )
        .filter((v) => {
          if (v === a || v === b) return false;
          const share = shareOf(v);
          const off = ((v.point[0]! - ax) * dy - (v.point[1]! - ay) * dx) / length;
          return share > 0 && share < 1 && Math.abs(off) < ON_LINE_M;
        })
        .sort((p, q) => shareOf(p) - shareOf(q));
    },
  };
}

/** One small number a bucket; two that share one lie 800 km apart, and what is looked for in them is measured anyway. */
function bucketKey(column: number, row: number): number {
  return (column & 0x7fff) * 0x8000 + (row & 0x7fff);
}

/** One number a side, from a vertex to the next. */
function sideKey(from: Vertex, to: Vertex): number {
  return from.id * MAX_VERTICES + to.id;
}

function sidesOf(ring: Vertex[]): number[] {
  return ring.map((a, index) => sideKey(a, ring[(index + 1) % ring.length]!));
}

function reversed(side: number): number {
  return (side % MAX_VERTICES) * MAX_VERTICES + Math.floor(side / MAX_VERTICES);
}

const MAX_VERTICES = 2 ** 26;

/** Lists of blocks of one key joined by sides, in the order of their first block. */
function joinGroups(rings: Vertex[][], keys: string[], owners: Map<number, number>): number[][] {
  const seen = new Uint8Array(rings.length);
  const groups: number[][] = [];
  for (let first = 0; first < rings.length; first++) {
    if (seen[first]) continue;
    seen[first] = 1;
    const group = [first];
    for (let at = 0; at < group.length; at++) {
      for (const side of sidesOf(rings[group[at]!]!)) {
        const other = owners.get(reversed(side));
        if (other === undefined || seen[other] || keys[other] !== keys[first]) continue;
        seen[other] = 1;
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** The outer ring of a group and its holes: its sides that no other block of the group has the other way. */
function traceOutline(group: number[], rings: Vertex[][]): Position[][] {
  const sides = new Map<number, [Vertex, Vertex]>();
  for (const block of group) {
    const ring = rings[block]!;
    ring.forEach((a, index) => {
      const b = ring[(index + 1) % ring.length]!;
      if (!sides.delete(sideKey(b, a))) sides.set(sideKey(a, b), [a, b]);
    });
  }
  const leaving = new Map<number, [Vertex, Vertex][]>();
  for (const side of sides.values()) {
    const list = leaving.get(side[0].id);
    if (list) list.push(side);
    else leaving.set(side[0].id, [side]);
  }
  const found: Position[][] = [];
  for (const start of sides.values()) {
    const ring = walk(start, leaving);
    if (ring.length > 2) found.push(ring);
  }
  const outer = found.reduce((a, b) => (ringArea(b) > ringArea(a) ? b : a));
  const holes = found.filter((ring) => ring !== outer && ringArea(ring) < 0);
  return [outer, ...holes].map(closeRing);
}

/** Follows unused sides from `start`; where ways part, takes the one that keeps rings from touching themselves. */
function walk(start: [Vertex, Vertex], leaving: Map<number, [Vertex, Vertex][]>): Position[] {
  const ring: Position[] = [];
  if (!leaving.get(start[0].id)!.includes(start)) return ring;
  let side = start;
  do {
    const [from, to] = side;
    ring.push(from.point);
    side = pickNext(from, to, leaving.get(to.id)!);
    const list = leaving.get(to.id)!;
    list.splice(list.indexOf(side), 1);
  } while (side !== start);
  return ring;
}

function pickNext(from: Vertex, at: Vertex, ways: [Vertex, Vertex][]): [Vertex, Vertex] {
  if (ways.length === 1) return ways[0]!;
  const back = Math.atan2(from.point[1]! - at.point[1]!, from.point[0]! - at.point[0]!);
  const turn = ([, to]: [Vertex, Vertex]) => {
    const angle = Math.atan2(to.point[1]! - at.point[1]!, to.point[0]! - at.point[0]!) - back;
    return angle > 0 ? angle : angle + 2 * Math.PI;
  };
  return ways.reduce((best, way) => (turn(way) < turn(best) ? way : best));
}
