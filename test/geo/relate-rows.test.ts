import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { intersects } from '../../src/geo/intersects.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { overlap, rowSize } from '../../src/geo/overlap.ts';
import { type RelateJob, type RelateResult, relateRows } from '../../src/geo/relate-rows.ts';
import { within } from '../../src/geo/within.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createStar, shift } from './create-polygons.ts';
import { createRandom } from './create-random.ts';

function run(job: RelateJob): RelateResult {
  const steps = relateRows(job);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function createLayers(seed: number): { a: Side; b: Side; rows: Uint32Array; bRows: Uint32Array } {
  const random = createRandom(seed);
  const list = (count: number, create: () => Geometry) =>
    Array.from({ length: count }, () => (random() < 0.1 ? null : create()));
  const star = () => createStar(random, [90 * random(), 90 * random()], 20, 50);
  const a = list(300, () => (random() < 0.5 ? createGridGeometry(random) : star()));
  const b = list(25, () => (random() < 0.5 ? createGridGeometry(random) : star()));
  return {
    a: createSide(geometriesToColumn(a)),
    b: createSide(geometriesToColumn(b)),
    rows: Uint32Array.from({ length: 150 }, (_, i) => 2 * i),
    bRows: Uint32Array.from({ length: 13 }, (_, i) => 24 - 2 * i),
  };
}

const ascending = (rows: Uint32Array) => [...rows].sort((one, other) => one - other);

describe('joins agree with a test of every pair', () => {
  const { a, b, rows, bRows } = createLayers(31);

  test.each([
    ['intersects', intersects],
    ['within', within],
  ] as const)('%s', (kind, predicate) => {
    const wanted = [...rows].filter((row) => bRows.some((other) => predicate(a, row, b, other)));
    expect(wanted.length).toBeGreaterThan(5);
    expect(run({ kind, a, rows, b, bRows })).toEqual({
      matched: Uint32Array.from(wanted),
      measure: null,
    });
  });

  test.each([0, 5, 12.5, 1000])('dWithin %d m, with the distance to the nearest', (metres) => {
    const nearest = [...rows].map((row) =>
      Math.min(...[...bRows].map((other) => distance(a, row, b, other))),
    );
    const { matched, measure } = run({ kind: 'dWithin', distance: metres, a, rows, b, bRows });
    expect([...matched]).toEqual([...rows].filter((_, i) => nearest[i]! <= metres));
    expect([...measure!]).toEqual(nearest.filter((value) => value <= metres));
  });

  test.each([0, 0.25, 1])('overlap of at least %d, with what is covered', (minShare) => {
    const wanted = [...rows]
      .map((row) => ({ row, covered: overlap(a, row, b, [...bRows]), size: rowSize(a, row).size }))
      .filter(({ covered, size }) => covered > 0 && covered >= minShare * size);
    const { matched, measure } = run({ kind: 'overlap', minShare, a, rows, b, bRows });
    expect([...matched]).toEqual(wanted.map(({ row }) => row));
    expect([...measure!]).toEqual(wanted.map(({ covered }) => covered));
  });

  test('no list of rows of b means all of them', () => {
    const all = ascending(Uint32Array.from({ length: 25 }, (_, i) => 24 - i));
    const job = { kind: 'dWithin', distance: 5, a, rows, b } as const;
    expect(run({ ...job, bRows: null })).toEqual(run({ ...job, bRows: Uint32Array.from(all) }));
    expect(run({ ...job, bRows: new Uint32Array(0) }).matched).toHaveLength(0);
  });
});

describe('a join of many small rows with few large ones', () => {
  const random = createRandom(77);
  const cell = () => createStar(random, [1000 * random(), 1000 * random()], 8, 7);
  const a = createSide(geometriesToColumn(Array.from({ length: 4000 }, cell)));
  const zones = Array.from({ length: 8 }, () =>
    createStar(random, [1000 * random(), 1000 * random()], 300, 200),
  );
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [999, 500],
    ].map(shift),
  };
  const spot: Geometry = {
    type: 'MultiPoint',
    coordinates: [
      [400, 400],
      [10, 990],
    ].map(shift),
  };
  const b = createSide(geometriesToColumn([...zones, null, line, spot]));
  const bRows = Uint32Array.of(10, 0, 1, 2, 3, 8, 9);

  test.each([
    ['all rows', 1],
    ['every third row', 3],
    ['few rows', 97],
  ])('agrees with a test of every pair, for %s', (_, every) => {
    const all = Uint32Array.from({ length: Math.ceil(4000 / every) }, (_, i) => every * i);
    const rows = all.filter((row) => row < 4000);
    const found = (row: number, holds: (other: number) => boolean) => [...bRows].some(holds) && row;
    const by = (test: (row: number, other: number) => boolean) =>
      [...rows].filter((row) => found(row, (other) => test(row, other)) !== false);
    const matchedBy = (job: { kind: 'intersects' | 'within' }) => [
      ...run({ ...job, a, rows, b, bRows }).matched,
    ];
    expect(matchedBy({ kind: 'intersects' })).toEqual(by((row, z) => intersects(a, row, b, z)));
    expect(matchedBy({ kind: 'within' })).toEqual(by((row, z) => within(a, row, b, z)));
    const near = run({ kind: 'dWithin', distance: 20, a, rows, b, bRows });
    const nearest = new Map(
      [...rows].map((row) => [row, Math.min(...[...bRows].map((z) => distance(a, row, b, z)))]),
    );
    expect([...near.matched]).toEqual([...rows].filter((row) => nearest.get(row)! <= 20));
    expect([...near.measure!]).toEqual([...near.matched].map((row) => nearest.get(row)));
    const covered = run({ kind: 'overlap', minShare: 0, a, rows, b, bRows });
    const shared = new Map([...rows].map((row) => [row, overlap(a, row, b, [...bRows])]));
    expect([...covered.matched]).toEqual([...rows].filter((row) => shared.get(row)! > 0));
    expect([...covered.measure!]).toEqual([...covered.matched].map((row) => shared.get(row)));
  });
});

describe('a layer related to itself', () => {
  const random = createRandom(12);
  const star = () => createStar(random, [1500 * random(), 1500 * random()], 20, 8);
  const side = createSide(geometriesToColumn(Array.from({ length: 600 }, star)));
  const all = Uint32Array.from({ length: 600 }, (_, i) => i);
  const bRows = all.filter((row) => row % 3 !== 0);
  const others = (row: number) => [...bRows].filter((other) => other !== row);

  test.each([
    [20, false],
    [20, true],
    [400, false],
    [400, true],
  ])('finds no row near itself: %d m, bare %s', (metres, bare) => {
    const nearest = [...all].map((row) =>
      Math.min(...others(row).map((other) => distance(side, row, side, other))),
    );
    const job = { a: side, rows: all, b: side, bRows, own: all };
    const { matched, measure } = run({ kind: 'dWithin', distance: metres, bare, ...job });
    expect([...matched]).toEqual([...all].filter((row) => nearest[row]! <= metres));
    expect(measure && [...measure]).toEqual(
      bare ? null : nearest.filter((value) => value <= metres),
    );
  });

  test('finds no row on itself', () => {
    const job = { a: side, rows: all, b: side, bRows: null, own: all };
    const found = run({ kind: 'intersects', ...job });
    const wanted = [...all].filter((row) =>
      [...all].some((other) => other !== row && intersects(side, row, side, other)),
    );
    expect([...found.matched]).toEqual(wanted);
    const covered = run({ kind: 'overlap', minShare: 0, ...job });
    const shared = (row: number) =>
      overlap(
        side,
        row,
        side,
        [...all].filter((other) => other !== row),
      );
    expect([...covered.measure!]).toEqual([...covered.matched].map(shared));
    expect(covered.matched.length).toBeLessThan(600);
  });
});

test('whether rows are near is told alike with and without distances, among many or few', () => {
  const random = createRandom(14);
  const point = (): Geometry => ({
    type: 'Point',
    coordinates: shift([800 * random(), 800 * random()]),
  });
  const line = (): Geometry => ({
    type: 'LineString',
    coordinates: [point(), point()].map((one) => (one as { coordinates: number[] }).coordinates),
  });
  const a = createSide(geometriesToColumn(Array.from({ length: 900 }, point)));
  const b = createSide(geometriesToColumn([...Array.from({ length: 300 }, point), line()]));
  const rows = Uint32Array.from({ length: 900 }, (_, i) => i);
  for (const bRows of [null, Uint32Array.from({ length: 100 }, (_, i) => 3 * i)]) {
    for (const metres of [0, 3, 20, 300]) {
      const job = { kind: 'dWithin', distance: metres, a, rows, b, bRows } as const;
      expect(run({ ...job, bare: true }).matched).toEqual(run(job).matched);
    }
  }
});

describe('a join', () => {
  test('yields how far it is and may be dropped', () => {
    const random = createRandom(5);
    const star = () => createStar(random, [500 * random(), 500 * random()], 30, 60);
    const side = createSide(geometriesToColumn(Array.from({ length: 200 }, star)));
    const rows = Uint32Array.from({ length: 200 }, (_, i) => i);
    const job: RelateJob = { kind: 'overlap', minShare: 0, a: side, rows, b: side, bRows: null };
    const steps = relateRows(job);
    let [done, count] = [0, 0];
    let step = steps.next();
    for (; !step.done; step = steps.next(), count++) {
      expect(step.value).toBeGreaterThanOrEqual(done);
      expect(step.value).toBeLessThanOrEqual(200);
      done = step.value;
    }
    expect(count).toBeGreaterThan(1);
    expect(step.value.matched).toEqual(rows);
    const dropped = relateRows(job);
    dropped.next();
    dropped.return({ matched: rows, measure: null });
    expect(dropped.next().done).toBe(true);
  });

  test('on empty layers answers nothing', () => {
    const empty = createSide(geometriesToColumn([]));
    const nothing = createSide(geometriesToColumn([null, null]));
    const rows = Uint32Array.of(0, 1);
    for (const b of [empty, nothing]) {
      const result = run({ kind: 'dWithin', distance: 9, a: nothing, rows, b, bRows: null });
      expect(result).toEqual({ matched: new Uint32Array(0), measure: new Float64Array(0) });
    }
  });
});
