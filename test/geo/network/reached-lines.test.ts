import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  travelZone,
  ZONE_REACH_M,
  ZONE_TOLERANCE_M,
} from '../../../src/engine/travel/travel-zone.ts';
import { distance } from '../../../src/geo/distance.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { createSide } from '../../../src/geo/layer-index.ts';
import { reachedLines } from '../../../src/geo/network/reached-lines.ts';
import { travelFrom } from '../../../src/geo/network/travel-tree.ts';
import { readWkb } from '../../../src/geo/read-wkb.ts';
import { rowLengths } from '../../../src/geo/row-measures.ts';
import { loadGeos } from '../../../src/geos/geos.ts';
import { createGridStreets, createTravel, enter } from './create-travel.ts';

const street: Position[][] = [
  [
    [0, 0],
    [1000, 0],
  ],
];

describe('what is reached', () => {
  it('of one street is a stretch on both sides', () => {
    const travel = createTravel({ lines: street, kmh: [6] });
    const tree = travelFrom(travel, [enter(travel, [400, 0])], 2);
    const lines = reachedLines(travel, tree, 2);
    expect([...lines.xy]).toEqual([200, 0, 600, 0]);
  });

  it('is shorter by the walk to the street, and nothing when that takes too long', () => {
    const travel = createTravel({ lines: street, kmh: [6] });
    const reachedFrom = (y: number) => {
      const tree = travelFrom(travel, [enter(travel, [400, y])], 2);
      return rowLengths(reachedLines(travel, tree, 2))[0];
    };
    expect(reachedFrom(75)).toBeCloseTo(200, 9);
    expect(reachedFrom(200)).toBe(0);
  });

  it('never passes along a closed street', () => {
    const travel = createTravel({
      lines: [
        ...street,
        [
          [1000, 0],
          [1000, 500],
        ],
      ],
      kmh: [6, 0],
    });
    const tree = travelFrom(travel, [enter(travel, [1000, 0])], 60);
    expect(rowLengths(reachedLines(travel, tree, 60))[0]).toBe(1000);
  });
});

it.each([11, 12, 13])(
  'a zone holds every node that is reached in time and none farther off than it reaches (seed %d)',
  async (seed) => {
    const geos = await loadGeos();
    const travel = createTravel(createGridStreets(seed));
    const { network } = travel;
    const entries = [enter(travel, [450, 430])];
    const bound = 3;
    const zone = travelZone(travel, entries, bound, geos, () => {})!;
    const area = createSide(readWkb([zone]));
    const { minutes } = travelFrom(travel, entries);
    const reached = createSide(reachedLines(travel, travelFrom(travel, entries, bound), bound));
    const wrong: number[] = [];
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const vertex = network.firstVertices[edge]!;
      const [x, y] = network.column.xy.subarray(2 * vertex, 2 * vertex + 2);
      const node = createSide(geometriesToColumn([{ type: 'Point', coordinates: [x!, y!] }]));
      const isIn = distance(node, 0, area, 0) === 0;
      const isReached = minutes[network.from[edge]!]! <= bound;
      const isFar = distance(node, 0, reached, 0) > ZONE_REACH_M + ZONE_TOLERANCE_M;
      if ((isReached && !isIn) || (isFar && isIn)) wrong.push(edge);
    }
    expect(wrong).toEqual([]);
  },
);
