import type { Position } from 'geojson';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import {
  createEdgeSegments,
  type Entry,
  findEntry,
} from '../../../src/geo/network/edge-segments.ts';
import { createRoadNetwork } from '../../../src/geo/network/road-network.ts';
import {
  createTravelNetwork,
  type TravelNetwork,
} from '../../../src/geo/network/travel-network.ts';
import { createWayFinder, travelFrom, type Way } from '../../../src/geo/network/travel-tree.ts';
import { createRandom } from '../create-random.ts';

/** Lines with a speed each, km/h. */
export interface SpeedLines {
  lines: Position[][];
  kmh: number[];
}

/** The network of lines. */
export function createTravel({ lines, kmh }: SpeedLines): TravelNetwork {
  const column = geometriesToColumn(
    lines.map((coordinates) => ({ type: 'LineString', coordinates })),
  );
  const network = createRoadNetwork(column);
  return createTravelNetwork(network, createEdgeSegments(network), Float64Array.from(kmh));
}

/** Where a position enters a network that it can enter. */
export function enter({ network, segments, canEnter }: TravelNetwork, [x, y]: Position): Entry {
  return findEntry(network, segments, canEnter, x!, y!)!;
}

/** The lines that a network can be entered on. */
export function enteredLines({ network, segments, canEnter }: TravelNetwork): Set<number> {
  const edges = segments.edges.filter((_, segment) => canEnter[segment] === 1);
  return new Set([...edges].map((edge) => network.rows[edge]!));
}

/** Finds the fastest way from one position to any other. */
export function waysFrom(travel: TravelNetwork, from: Position): (to: Position) => Way | null {
  const findWay = createWayFinder(travel, travelFrom(travel, [enter(travel, from)]));
  return (to) => findWay(enter(travel, to));
}

/** The fastest way from the nearest of some positions to another. */
export function wayBetween(travel: TravelNetwork, from: Position[], to: Position): Way | null {
  const tree = travelFrom(
    travel,
    from.map((position) => enter(travel, position)),
  );
  return createWayFinder(travel, tree)(enter(travel, to));
}

/**
 * Streets on a grid 100 m wide, some of them missing, bent, doubled or with a vertex repeated, each of one of three speeds
 * or closed, and beside them a smaller grid that nothing joins to the first.
 */
export function createGridStreets(seed: number): SpeedLines {
  const random = createRandom(seed);
  const lines: Position[][] = [];
  const kmh: number[] = [];
  const add = (line: Position[]) => {
    lines.push(line);
    kmh.push([4.5, 15, 50, 0][Math.floor(3.2 * random())]!);
  };
  const addGrid = (left: number, size: number) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const corner: Position = [left + 100 * i, 100 * j];
        for (const [dx, dy] of [
          [100, 0],
          [0, 100],
        ] as const) {
          const end: Position = [corner[0]! + dx, corner[1]! + dy];
          const chance = random();
          if (chance < 0.15) continue;
          const middle: Position = [corner[0]! + dx / 2 + 20 * random(), corner[1]! + dy / 2];
          if (chance < 0.3) add([corner, middle, end]);
          else if (chance < 0.4) add([corner, corner, end]);
          else add([corner, end]);
          if (chance > 0.9) add([end, corner]);
        }
      }
    }
  };
  addGrid(0, 9);
  addGrid(5000, 4);
  return { lines, kmh };
}
