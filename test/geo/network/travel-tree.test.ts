import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createWayFinder, travelFrom } from '../../../src/geo/network/travel-tree.ts';
import { wayLine } from '../../../src/geo/network/way-line.ts';
import { createRandom } from '../create-random.ts';
import {
  createGridStreets,
  createTravel,
  enter,
  enteredLines,
  wayBetween,
} from './create-travel.ts';
import { createTravelOracle } from './travel-oracle.ts';

/** A street from 0 to 1000 m at 6 km/h: 100 m a minute. */
const street = {
  lines: [
    [
      [0, 0],
      [500, 0],
      [1000, 0],
    ],
  ] as Position[][],
  kmh: [6],
};

describe('on random streets', () => {
  it.each([1, 2, 3, 4, 5, 6])('ways take as long as another library finds (seed %d)', (seed) => {
    const streets = createGridStreets(seed);
    const travel = createTravel(streets);
    const entered = enteredLines(travel);
    const minutesBetween = createTravelOracle(streets.lines, streets.kmh, (i) => entered.has(i));
    const random = createRandom(100 + seed);
    const place = (): Position =>
      random() < 0.2 ? [5000 + 400 * random(), 400 * random()] : [1000 * random(), 1000 * random()];
    const wrong: unknown[] = [];
    for (let i = 0; i < 120; i++) {
      const [a, b] = [place(), place()];
      const way = wayBetween(travel, [a], b);
      if (way?.kind === 'straight') continue;
      const wanted = minutesBetween(a, b);
      const isSame =
        way === null || wanted === null
          ? way === wanted
          : Math.abs(way.minutes - wanted) < 1e-9 * (1 + wanted);
      if (!isSame) wrong.push({ a, b, wanted, way });
    }
    expect(wrong).toEqual([]);
  });

  it('the way back is as long as the way there', () => {
    const travel = createTravel(createGridStreets(7));
    const random = createRandom(7);
    for (let i = 0; i < 50; i++) {
      const [a, b]: Position[] = [
        [1000 * random(), 1000 * random()],
        [1000 * random(), 1000 * random()],
      ];
      const there = wayBetween(travel, [a!], b!)?.minutes ?? -1;
      expect(wayBetween(travel, [b!], a!)?.minutes ?? -1).toBeCloseTo(there, 9);
    }
  });

  it('the line of a way is as long as it says, and leads from one position to the other', () => {
    const travel = createTravel(createGridStreets(8));
    const random = createRandom(8);
    for (let i = 0; i < 80; i++) {
      const [a, b]: Position[] = [
        [1000 * random(), 1000 * random()],
        [1000 * random(), 1000 * random()],
      ];
      const tree = travelFrom(travel, [enter(travel, b!)]);
      const goal = enter(travel, a!);
      const way = createWayFinder(travel, tree)(goal);
      if (!way) continue;
      const line = wayLine(travel.network, tree, way, goal);
      expect([line.slice(0, 2), line.slice(-2)]).toEqual([a, b]);
      let metres = 0;
      for (let at = 2; at < line.length; at += 2) {
        metres += Math.hypot(line[at]! - line[at - 2]!, line[at + 1]! - line[at - 1]!);
      }
      expect(metres).toBeCloseTo(way.metres, 6);
    }
  });
});

describe('a way', () => {
  it('along one edge, with the walks to it', () => {
    const way = wayBetween(createTravel(street), [[100, 75]], [600, -75]);
    expect(way?.minutes).toBeCloseTo(5 + 2, 9);
    expect(way?.metres).toBeCloseTo(650, 9);
  });

  it('from a position to itself takes no time', () => {
    expect(wayBetween(createTravel(street), [[100, 75]], [100, 75])?.minutes).toBe(0);
  });

  it('between neighbours far from the street is straight', () => {
    const way = wayBetween(createTravel(street), [[100, 300]], [175, 300]);
    expect([way?.kind, way?.metres]).toEqual(['straight', 75]);
  });

  it('starts at the nearer of two', () => {
    const way = wayBetween(
      createTravel(street),
      [
        [0, 0],
        [900, 0],
      ],
      [700, 0],
    );
    expect(way?.minutes).toBeCloseTo(2, 9);
  });

  it('is none to a piece that nothing joins', () => {
    const travel = createTravel({
      lines: [
        ...street.lines,
        [
          [0, 900],
          [1000, 900],
        ],
      ],
      kmh: [6, 6],
    });
    expect(wayBetween(travel, [[0, 0]], [0, 900])).toBeNull();
  });

  it('passes by a vertex in common, and not where lines only cross', () => {
    const crossing: Position[] = [
      [500, -500],
      [500, 0],
      [500, 500],
    ];
    const joined = createTravel({ lines: [...street.lines, crossing], kmh: [6, 6] });
    expect(wayBetween(joined, [[0, 0]], [500, 500])?.minutes).toBeCloseTo(10, 9);
    const bridge = createTravel({
      lines: [
        ...street.lines,
        [
          [400, -500],
          [400, 500],
        ],
      ],
      kmh: [6, 6],
    });
    expect(wayBetween(bridge, [[0, 0]], [400, 500])).toBeNull();
  });

  it('takes the faster of two edges between the same nodes, and no closed one', () => {
    const lines: Position[][] = [
      [
        [0, 0],
        [1000, 0],
      ],
      [
        [0, 0],
        [500, 500],
        [1000, 0],
      ],
    ];
    const at = (kmh: number[]) => wayBetween(createTravel({ lines, kmh }), [[0, 0]], [1000, 0]);
    expect(at([6, 60])?.metres).toBeCloseTo(Math.SQRT2 * 1000, 6);
    expect(at([6, 6])?.metres).toBeCloseTo(1000, 6);
    expect(at([0, 6])?.metres).toBeCloseTo(Math.SQRT2 * 1000, 6);
  });

  it('goes either way round a loop', () => {
    const loop: Position[] = [
      [1000, 0],
      [1100, 0],
      [1100, 100],
      [1000, 100],
      [1000, 0],
    ];
    const travel = createTravel({ lines: [...street.lines, loop], kmh: [6, 6] });
    expect(wayBetween(travel, [[0, 0]], [1100, 0])?.minutes).toBeCloseTo(11, 9);
    expect(wayBetween(travel, [[0, 0]], [1000, 100])?.minutes).toBeCloseTo(11, 9);
  });

  it('is found beside an edge without length', () => {
    const travel = createTravel({
      lines: [
        ...street.lines,
        [
          [1000, 0],
          [1000, 0],
        ],
      ],
      kmh: [6, 6],
    });
    expect(wayBetween(travel, [[0, 0]], [1000, 0])?.minutes).toBeCloseTo(10, 9);
  });
});

it('a bound leaves out what lies beyond', () => {
  const travel = createTravel(street);
  const tree = travelFrom(travel, [enter(travel, [400, 0])], 5);
  expect([...tree.minutes]).toEqual([4, Infinity]);
});

it('a network of no line has no entry', () => {
  expect(enter(createTravel({ lines: [], kmh: [] }), [0, 0])).toBeNull();
});

it('a short piece that leads nowhere is not entered, though it is nearer', () => {
  const lines: Position[][] = [
    ...street.lines,
    [
      [500, 20],
      [505, 20],
    ],
  ];
  expect(enter(createTravel({ lines, kmh: [6, 6] }), [500, 19]).edge).toBe(0);
});
