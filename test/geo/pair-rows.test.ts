import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { disjoint } from '../../src/geo/disjoint.ts';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { overlap, rowSize } from '../../src/geo/overlap.ts';
import { type Pairs, pairRows } from '../../src/geo/pair-rows.ts';
import { PREDICATES, type PredicateKind } from '../../src/geo/predicates.ts';
import { type RelateJob, relateRows } from '../../src/geo/relate-rows.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createSquare, createStar } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { polygon } from './create-shapes.ts';
import { createTangle } from './create-tangle.ts';

const KINDS = Object.keys(PREDICATES) as PredicateKind[];

function run<Result>(steps: Generator<number, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** What a join asks of each pair: what the pair measures, or null. */
type PairTest = (row: number, other: number) => number | null;

function everyPair(rows: Iterable<number>, bRows: Iterable<number>, test: PairTest) {
  const others = [...bRows].sort((one, other) => one - other);
  return [...rows].flatMap((row) =>
    others.flatMap((other) => {
      const measure = test(row, other);
      return measure === null ? [] : [{ row, other, measure }];
    }),
  );
}

function listPairs(pairs: Pairs) {
  return Array.from(pairs.a, (row, i) => ({
    row,
    other: pairs.b[i]!,
    measure: pairs.measure?.[i] ?? 0,
  }));
}

interface Layers {
  a: Side;
  b: Side;
  rows: Uint32Array;
  bRows: Uint32Array | null;
}

/** Layers of geometries that touch and coincide, a tenth of them null, and rows of them. */
function createLayers(seed: number, countA: number, countB: number): Layers {
  const random = createRandom(seed);
  const known: Geometry[] = [];
  const create = (): Geometry | null => {
    const kind = random();
    if (kind < 0.1) return null;
    if (kind < 0.5 && known.length > 0) return known[Math.floor(known.length * random())]!;
    known.push(kind < 0.7 ? createGridGeometry(random) : createTangle(random));
    return known.at(-1)!;
  };
  const side = (count: number) =>
    createSide(geometriesToColumn(Array.from({ length: count }, create)));
  return { a: side(countA), b: side(countB), rows: third(countA), bRows: third(countB).reverse() };
}

/** Layers of valid polygons and lines of a size, a tenth of them null, and rows of them. */
function createSizedLayers(seed: number): Layers {
  const random = createRandom(seed);
  const create = (): Geometry | null => {
    const kind = random();
    if (kind < 0.1) return null;
    if (kind < 0.6) return createGridGeometry(random);
    return createStar(random, [80 * random(), 80 * random()], 20, 30);
  };
  const side = (count: number) =>
    createSide(geometriesToColumn(Array.from({ length: count }, create)));
  return { a: side(300), b: side(60), rows: third(300), bRows: third(60).reverse() };
}

function third(count: number): Uint32Array {
  return Uint32Array.from({ length: count / 3 }, (_, i) => 3 * i);
}

describe.each([
  ['many rows with few', createLayers(51, 600, 60)],
  ['few rows with many', createLayers(52, 30, 900)],
])('joins agree with a test of every pair: %s', (_, { a, b, rows, bRows }) => {
  test.each(KINDS)('%s', (kind) => {
    const job: RelateJob = { kind, a, rows, b, bRows };
    const wanted = everyPair(rows, bRows!, (row, other) =>
      PREDICATES[kind](a, row, b, other) ? 0 : null,
    );
    expect(wanted.length).toBeGreaterThan(1);
    const pairs = run(pairRows(job));
    expect(pairs.measure).toBeNull();
    expect(listPairs(pairs)).toEqual(wanted);
    expect([...run(relateRows(job)).matched]).toEqual([...new Set(wanted.map(({ row }) => row))]);
  });

  test('the rows left out of intersects are disjoint from all', () => {
    const { matched } = run(relateRows({ kind: 'intersects', a, rows, b, bRows }));
    const apart = [...rows].filter((row) =>
      [...bRows!].every((other) => disjoint(a, row, b, other)),
    );
    expect([...rows].filter((row) => !matched.includes(row))).toEqual(apart);
  });

  test.each([0, 5])('dWithin %d m, with the distance', (metres) => {
    const wanted = everyPair(rows, bRows!, (row, other) => {
      const apart = distance(a, row, b, other);
      return apart <= metres ? apart : null;
    });
    const job: RelateJob = { kind: 'dWithin', distance: metres, a, rows, b, bRows };
    expect(listPairs(run(pairRows(job)))).toEqual(wanted);
  });
});

test.each([0, 0.5])('overlap of at least %d, with what the pair has in common', (minShare) => {
  const { a, b, rows, bRows } = createSizedLayers(54);
  const wanted = everyPair(rows, bRows!, (row, other) => {
    const common = overlap(a, row, b, [other]);
    const { size, tolerance } = rowSize(a, row);
    return common > 0 && common + tolerance >= minShare * size ? common : null;
  });
  expect(wanted.length).toBeGreaterThan(40);
  const job: RelateJob = { kind: 'overlap', minShare, a, rows, b, bRows };
  expect(listPairs(run(pairRows(job)))).toEqual(wanted);
});

describe('a join of a layer to itself', () => {
  const cells = Array.from({ length: 400 }, (_, i) =>
    polygon(createSquare(10 * (i % 20), 10 * Math.floor(i / 20), 10)),
  );
  const side = createSide(geometriesToColumn(cells));
  const rows = Uint32Array.from({ length: 400 }, (_, i) => i);

  test('finds each row equal to itself and touching its neighbours', () => {
    const equal = run(pairRows({ kind: 'equals', a: side, rows, b: side, bRows: null }));
    expect([...equal.a]).toEqual([...rows]);
    expect([...equal.b]).toEqual([...rows]);
    const touching = run(pairRows({ kind: 'touches', a: side, rows, b: side, bRows: null }));
    expect(touching.a).toHaveLength(4 * 3 + 4 * 18 * 5 + 18 * 18 * 8);
    expect([...touching.b.subarray(0, 3)]).toEqual([1, 20, 21]);
  });
});

test('one row with very many others goes on in steps that may be dropped', () => {
  const random = createRandom(53);
  const star = () => createStar(random, [900 * random(), 900 * random()], 20, 40);
  const a = createSide(geometriesToColumn([createStar(random, [450, 450], 600, 2000)]));
  const b = createSide(geometriesToColumn(Array.from({ length: 4000 }, star)));
  const steps = pairRows({
    kind: 'overlap',
    minShare: 0,
    a,
    rows: Uint32Array.of(0),
    b,
    bRows: null,
  });
  expect(steps.next().done).toBe(false);
  expect(steps.next().done).toBe(false);
  steps.return({ a: new Uint32Array(0), b: new Uint32Array(0), measure: null });
  expect(steps.next().done).toBe(true);
});

test('layers without rows or geometry give no pair', () => {
  const empty = createSide(geometriesToColumn([]));
  const nothing = createSide(geometriesToColumn([null, null]));
  for (const b of [empty, nothing]) {
    const job: RelateJob = {
      kind: 'touches',
      a: nothing,
      rows: Uint32Array.of(0, 1),
      b,
      bRows: null,
    };
    expect(run(pairRows(job))).toEqual({
      a: new Uint32Array(0),
      b: new Uint32Array(0),
      measure: null,
    });
  }
});
