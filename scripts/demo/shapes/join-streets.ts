import type { Position } from 'geojson';
import { distance } from '../ground/ring.ts';
import { interpolate, shareOnSegment } from './polyline.ts';
import { createSegmentGrid, type GridSegment, type SegmentGrid } from './segment-grid.ts';

/** Whether two lines, by their numbers, may be joined where they meet: not where one passes over the other. */
export type MayJoin = (a: number, b: number, at: Position) => boolean;

/**
 * The lines with a vertex in common, the same to the last digit, wherever they meet or cross: what makes a network of them.
 * An end that stops short of another line by `END_REACH_M` or less is drawn on to it, if it lies ahead. Vertices move by less than
 * `SAME_PLACE_M`. Lines keep their number and direction.
 */
export function joinStreets(lines: Position[][], mayJoin: MayJoin): Position[][] {
  const grid = createSegmentGrid(lines);
  const places = createPlaces();
  for (const line of lines) {
    places.at(line[0]!);
    places.at(line.at(-1)!);
  }
  const cuts: Cut[][] = lines.map(() => []);
  for (const segment of grid.segments) {
    for (const other of grid.near(segment.start, segment.end, 0)) {
      if (other.number <= segment.number || other.line === segment.line) continue;
      const met = crossing(segment, other);
      if (!met || !mayJoin(segment.line, other.line, met.point)) continue;
      const point = places.at(met.point);
      cuts[segment.line]!.push({ index: segment.index, share: met.share, point });
      cuts[other.line]!.push({ index: other.index, share: met.otherShare, point });
    }
  }
  const reachFrom = (number: number, vertex: Position, reach: number, before?: Position) => {
    const met = nearest(grid, number, vertex, reach, mayJoin);
    if (!met || (before && !isAhead(before, vertex, met.point))) return vertex;
    const { segment, share } = met;
    const point = places.at(met.point);
    cuts[segment.line]!.push({ index: segment.index, share, point });
    return point;
  };
  const drawnOn = lines.map((line, number) => {
    for (const vertex of line.slice(1, -1)) reachFrom(number, vertex, SAME_PLACE_M);
    const head = reachFrom(number, line[0]!, END_REACH_M, line[1]!);
    const tail = reachFrom(number, line.at(-1)!, END_REACH_M, line.at(-2)!);
    return { head, tail };
  });
  return lines.map((line, number) => withCuts(line, cuts[number]!, drawnOn[number]!, places));
}

/** How far the end of a line may be drawn on to meet another. */
const END_REACH_M = 15;
/** Positions nearer to one another than this are one. */
const SAME_PLACE_M = 0.3;

/** A vertex to be put into a line, at a share of its segment `index`. */
interface Cut {
  index: number;
  share: number;
  point: Position;
}

function crossing(a: GridSegment, b: GridSegment) {
  const [ax, ay] = [a.end[0]! - a.start[0]!, a.end[1]! - a.start[1]!];
  const [bx, by] = [b.end[0]! - b.start[0]!, b.end[1]! - b.start[1]!];
  const cross = ax * by - ay * bx;
  if (cross === 0) return null;
  const [dx, dy] = [b.start[0]! - a.start[0]!, b.start[1]! - a.start[1]!];
  const share = (dx * by - dy * bx) / cross;
  const otherShare = (dx * ay - dy * ax) / cross;
  if (share < 0 || share > 1 || otherShare < 0 || otherShare > 1) return null;
  return { share, otherShare, point: interpolate(a.start, a.end, share) };
}

/** The nearest place on another line within reach of a position. */
function nearest(
  grid: SegmentGrid,
  line: number,
  position: Position,
  reach: number,
  mayJoin: MayJoin,
) {
  let best: { segment: GridSegment; share: number; point: Position } | null = null;
  let metres = reach;
  for (const segment of grid.near(position, position, reach)) {
    if (segment.line === line) continue;
    const share = shareOnSegment(segment.start, segment.end, position);
    const point = interpolate(segment.start, segment.end, share);
    const gap = distance(point, position);
    if (gap > metres || (best && gap === metres) || !mayJoin(line, segment.line, point)) continue;
    best = { segment, share, point };
    metres = gap;
  }
  return best;
}

/** A line with its cuts, from `head` to `tail`. */
function withCuts(
  line: Position[],
  cuts: Cut[],
  { head, tail }: { head: Position; tail: Position },
  places: Places,
): Position[] {
  const joined: Position[] = [];
  const add = (position: Position) => {
    const place = places.known(position) ?? position;
    if (joined.at(-1) !== place) joined.push(place);
  };
  const sorted = [...cuts].sort((a, b) => a.index - b.index || a.share - b.share);
  add(head);
  let next = 0;
  line.forEach((vertex, index) => {
    add(vertex);
    for (; sorted[next]?.index === index; next++) add(sorted[next]!.point);
  });
  add(tail);
  return joined;
}

/** Whether a place is where an end is, or on from it rather than back. */
function isAhead(before: Position, end: Position, place: Position): boolean {
  if (distance(end, place) <= SAME_PLACE_M) return true;
  const [dx, dy] = [end[0]! - before[0]!, end[1]! - before[1]!];
  return dx * (place[0]! - end[0]!) + dy * (place[1]! - end[1]!) > 0;
}

interface Places {
  /** The place near a position, which becomes one when there is none. */
  at(position: Position): Position;
  known(position: Position): Position | null;
}

/** Positions that stand for all within `SAME_PLACE_M` of them. */
function createPlaces(): Places {
  const cells = new Map<string, Position[]>();
  const cell = (value: number) => Math.floor(value / SAME_PLACE_M);
  const known = ([x, y]: Position) => {
    for (let i = cell(x!) - 1; i <= cell(x!) + 1; i++) {
      for (let j = cell(y!) - 1; j <= cell(y!) + 1; j++) {
        const found = cells
          .get(`${i} ${j}`)
          ?.find((place) => distance(place, [x!, y!]) <= SAME_PLACE_M);
        if (found) return found;
      }
    }
    return null;
  };
  return {
    known,
    at(position) {
      const place = known(position);
      if (place) return place;
      const key = `${cell(position[0]!)} ${cell(position[1]!)}`;
      cells.set(key, [...(cells.get(key) ?? []), position]);
      return position;
    },
  };
}
