import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import meta from '../../data/layers/voirie.json' with { type: 'json' };
import type { DemoFeature } from '../../scripts/demo/demo-layer.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { joinStreets } from '../../scripts/demo/shapes/join-streets.ts';
import type { TravelMode } from '../../src/domain/network.ts';
import { createRandom } from '../geo/create-random.ts';
import { createTravel, enteredLines, wayBetween, waysFrom } from '../geo/network/create-travel.ts';
import { createTravelOracle } from '../geo/network/travel-oracle.ts';
import { laidLayer } from '../helpers/laid-layer.ts';

const speeds: Record<TravelMode, Record<string, number>> = meta.network.speeds;
let features: DemoFeature[];
let communes: Position[];

beforeAll(() => {
  const ground = keptGround();
  features = laidLayer('voirie').features;
  communes = ground.communes.map(({ centre }) => centre);
}, 240_000);

/** The parts of all roads with the speed of a mode. */
function linesFor(mode: TravelMode): { lines: Position[][]; kmh: number[] } {
  const parts = features.flatMap(({ geometry, properties }) => {
    const lines =
      geometry?.type === 'LineString'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    return lines.map((line) => ({ line, kmh: speeds[mode][String(properties.nature)] ?? 0 }));
  });
  return { lines: parts.map(({ line }) => line), kmh: parts.map(({ kmh }) => kmh) };
}

describe('the road network of the territory', () => {
  it.each(['foot', 'bike', 'car'] as const)('joins every two communes by %s', (mode) => {
    const findWay = waysFrom(createTravel(linesFor(mode)), communes[0]!);
    expect(communes.filter((commune) => findWay(commune) === null)).toEqual([]);
  });

  it('is of one piece, but for some hundredth parts', () => {
    const { lines, kmh } = linesFor('foot');
    const entered = enteredLines(createTravel({ lines, kmh }));
    const lengthOf = (chosen: Position[][]) =>
      chosen
        .flatMap((line) => line.slice(1).map((end, i) => [line[i]!, end] as const))
        .reduce((sum, [a, b]) => sum + Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!), 0);
    const open = lines.filter((_, i) => kmh[i]! > 0);
    const joined = lines.filter((_, i) => entered.has(i));
    expect(lengthOf(joined) / lengthOf(open)).toBeGreaterThan(0.96);
  });

  it.each(['foot', 'car'] as const)(
    'gives times by %s that another library finds',
    (mode) => {
      const { lines, kmh } = linesFor(mode);
      const travel = createTravel({ lines, kmh });
      const entered = enteredLines(travel);
      const minutesBetween = createTravelOracle(lines, kmh, (line) => entered.has(line));
      const random = createRandom(31);
      const near = ([x, y]: Position): Position => [
        x! + 800 * random() - 400,
        y! + 800 * random() - 400,
      ];
      for (let i = 0; i < 4; i++) {
        const a = near(communes[Math.floor(communes.length * random())]!);
        const b = near(communes[Math.floor(communes.length * random())]!);
        expect(wayBetween(travel, [a], b)?.minutes).toBeCloseTo(minutesBetween(a, b)!, 6);
      }
    },
    120_000,
  );

  it('is slower on foot than by bike, and by bike than by car', () => {
    const finders = (['foot', 'bike', 'car'] as const).map((mode) =>
      waysFrom(createTravel(linesFor(mode)), communes[0]!),
    );
    for (const commune of communes.slice(1)) {
      const minutes = finders.map((findWay) => findWay(commune)!.minutes);
      expect([...minutes].sort((a, b) => b - a)).toEqual(minutes);
    }
  });

  it('gives a speed to every nature of road, and names no other', () => {
    const natures = new Set(features.map(({ properties }) => String(properties.nature)));
    const named = new Set(Object.values(speeds).flatMap((byNature) => Object.keys(byNature)));
    expect([...named].sort()).toEqual([...natures].sort());
  });
});

describe('streets that are joined', () => {
  const always = () => true;

  it('have a vertex where they cross', () => {
    const [one, other] = joinStreets(
      [
        [
          [0, 0],
          [10, 0],
        ],
        [
          [5, -5],
          [5, 5],
        ],
      ],
      always,
    );
    expect(one).toEqual([
      [0, 0],
      [5, 0],
      [10, 0],
    ]);
    expect(other![1]).toBe(one![1]);
  });

  it('are drawn on to a street that they stop short of, not to one far off', () => {
    const main: Position[] = [
      [0, 0],
      [100, 0],
    ];
    const [, short, far] = joinStreets(
      [
        main,
        [
          [50, 60],
          [50, 10],
        ],
        [
          [80, 60],
          [80, 20],
        ],
      ],
      always,
    );
    expect(short).toEqual([
      [50, 60],
      [50, 10],
      [50, 0],
    ]);
    expect(far).toEqual([
      [80, 60],
      [80, 20],
    ]);
  });

  it('end on the vertex that is there already', () => {
    const main: Position[] = [
      [0, 0],
      [50, 0],
      [100, 0],
    ];
    const [joined, side] = joinStreets(
      [
        main,
        [
          [50, 60],
          [50.1, 0.1],
        ],
      ],
      always,
    );
    expect(joined).toHaveLength(3);
    expect(joined![1]).toBe(side!.at(-1));
  });

  it('pass over one another where they may not be joined', () => {
    const lines: Position[][] = [
      [
        [0, 0],
        [10, 0],
      ],
      [
        [5, -5],
        [5, 5],
      ],
    ];
    expect(joinStreets(lines, () => false)).toEqual(lines);
  });
});
