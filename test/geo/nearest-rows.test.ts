import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { type NearestJob, nearestPairs } from '../../src/geo/nearest-pairs.ts';
import { type NearRow, nearestRows } from '../../src/geo/nearest-rows.ts';
import type { Pairs } from '../../src/geo/pair-rows.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createSquare, createStar } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { point, polygon } from './create-shapes.ts';

/** Every row of b in order of distance, then of row. */
function sortedRows(a: Side, row: number, b: Side): NearRow[] {
  return Array.from({ length: b.column.length }, (_, other) => ({
    row: other,
    metres: distance(a, row, b, other),
  }))
    .filter(({ metres }) => metres < Infinity)
    .sort((one, other) => one.metres - other.metres || one.row - other.row);
}

function run(job: NearestJob): Pairs {
  const steps = nearestPairs(job);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function createLayer(seed: number, count: number): Side {
  const random = createRandom(seed);
  const create = (): Geometry | null => {
    const kind = random();
    if (kind < 0.1) return null;
    if (kind < 0.6) return createGridGeometry(random);
    const at = [2000 * random() ** 3, 900 * random()];
    return createStar(random, at, 2 + 60 * random() ** 4, 20);
  };
  return createSide(geometriesToColumn(Array.from({ length: count }, create)));
}

describe('nearest rows agree with the distances to all rows', () => {
  const a = createLayer(61, 60);
  const b = createLayer(62, 500);

  test.each([1, 2, 7, 50, 1000])('%d of them', (count) => {
    for (let row = 0; row < 60; row++) {
      const found = nearestRows(a, row, b, count, Infinity);
      expect(found).toEqual(sortedRows(a, row, b).slice(0, count));
    }
  });

  test.each([0, 3, 250])('no farther than %d m', (reach) => {
    for (let row = 0; row < 60; row++) {
      const wanted = sortedRows(a, row, b).filter(({ metres }) => metres <= reach);
      expect(nearestRows(a, row, b, 20, reach)).toEqual(wanted.slice(0, 20));
    }
  });

  test('for many rows at once, of the rows that count', () => {
    const rows = Uint32Array.from({ length: 20 }, (_, i) => 3 * i);
    const bRows = Uint32Array.from({ length: 100 }, (_, i) => 5 * i);
    const wanted = [...rows].flatMap((row) =>
      sortedRows(a, row, b)
        .filter((near) => bRows.includes(near.row))
        .slice(0, 3)
        .map((near) => [row, near.row, near.metres]),
    );
    const { a: found, b: others, measure } = run({ a, rows, b, bRows, count: 3, reach: Infinity });
    expect([...found].map((row, i) => [row, others[i], measure![i]])).toEqual(wanted);
  });
});

describe('nearest rows', () => {
  const squares = [30, 10, -20, 10, 50].map((x) => polygon(createSquare(x, 0, 5)));
  const side = createSide(geometriesToColumn([...squares, null]));
  const at = createSide(geometriesToColumn([point(0, 2), point(12, 2), null]));

  test('at the same distance come in the order of rows', () => {
    expect(nearestRows(at, 0, side, 3, Infinity)).toEqual([
      { row: 1, metres: 10 },
      { row: 3, metres: 10 },
      { row: 2, metres: 15 },
    ]);
    expect(nearestRows(at, 0, side, 1, Infinity)).toEqual([{ row: 1, metres: 10 }]);
    expect(nearestRows(at, 1, side, 2, Infinity).map(({ metres }) => metres)).toEqual([0, 0]);
  });

  test('leave out rows without geometry, and are none for these or of none', () => {
    expect(nearestRows(at, 0, side, 9, Infinity)).toHaveLength(5);
    expect(nearestRows(at, 2, side, 9, Infinity)).toEqual([]);
    expect(nearestRows(at, 0, side, 0, Infinity)).toEqual([]);
    expect(nearestRows(at, 0, side, 9, 9)).toEqual([]);
    expect(nearestRows(at, 0, side, 1, 10)).toHaveLength(1);
    const nothing = createSide(geometriesToColumn([null]));
    expect(nearestRows(at, 0, nothing, 9, Infinity)).toEqual([]);
  });

  test('of a layer in itself start with the row itself', () => {
    const rows = Uint32Array.from([0, 2, 5]);
    const pairs = run({ a: side, rows, b: side, bRows: null, count: 2, reach: Infinity });
    expect([...pairs.a]).toEqual([0, 0, 2, 2]);
    expect([...pairs.b]).toEqual([0, 1, 2, 1]);
    expect([...pairs.measure!]).toEqual([0, 15, 0, 25]);
  });
});
