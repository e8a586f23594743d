import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { intersects } from '../../src/geo/intersects.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { overlap, rowSize } from '../../src/geo/overlap.ts';
import {
  type RelateJob,
  type RelateResult,
  relateRows,
  STEP_ROWS,
} from '../../src/geo/relate-rows.ts';
import { within } from '../../src/geo/within.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createSquare, createStar } from './create-polygons.ts';
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
    const mask = new Uint8Array(25);
    for (const row of bRows) mask[row] = 1;
    const wanted = [...rows]
      .map((row) => ({ row, covered: overlap(a, row, b, mask), size: rowSize(a, row).size }))
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

describe('a join', () => {
  test('yields the rows done after each step and may be dropped', () => {
    const square: Geometry = { type: 'Polygon', coordinates: [createSquare(0, 0, 1)] };
    const side = createSide(geometriesToColumn(Array.from({ length: 1200 }, () => square)));
    const rows = Uint32Array.from({ length: 1200 }, (_, i) => i);
    const job: RelateJob = { kind: 'intersects', a: side, rows, b: side, bRows: Uint32Array.of(7) };
    const steps = relateRows(job);
    let done = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      expect(step.value).toBeGreaterThan(done);
      expect(step.value - done).toBeLessThanOrEqual(STEP_ROWS);
      done = step.value;
    }
    expect(done).toBeGreaterThanOrEqual(1200 - STEP_ROWS);
    expect(step.value).toEqual({ matched: rows, measure: null });
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
