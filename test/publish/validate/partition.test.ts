import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/publish/issue.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import {
  createRuleContext,
  createSchema,
  polygonInMetres,
  rectangle,
} from '../../helpers/create-rule-context.ts';

const schema = createSchema([], { id: 'cnig-plu/2024/zone_urba', isPartition: true });
const of = (issues: Issue[], rule: string) => issues.filter((issue) => issue.rule === rule);

describe('a partition', () => {
  it('without gap or overlap says nothing', async () => {
    const context = createRuleContext([rectangle(0, 0, 50), rectangle(50, 0, 50)], {}, { schema });
    expect(await validate(context, [])).toEqual([]);
  });

  it('tells an overlap once, with its area, its mean width and its place', async () => {
    const geometries = [rectangle(0, 0, 50), rectangle(48, 0, 50)];
    const issues = await validate(createRuleContext(geometries, {}, { schema }), []);
    const [issue, ...others] = of(issues, 'geometry.partition-overlap');
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ row: 1, severity: 'warning', facts: { other: '1' } });
    expect(issue?.facts.area).toBeCloseTo(100, 1);
    expect(issue?.facts.width).toBeCloseTo(200 / 104, 2);
    expect(issue?.message).toContain('5 m');
    expect(issue?.place).not.toBeNull();
  });

  it('lets pass an overlap no wider than the rounding of coordinates', async () => {
    const geometries = [rectangle(0, 0, 50), rectangle(49.99, 0, 50)];
    const issues = await validate(createRuleContext(geometries, {}, { schema }), []);
    expect(of(issues, 'geometry.partition-overlap')).toEqual([]);
  });

  it('tells a wide overlap that noise along a border parts from a narrow one', async () => {
    const teeth: [number, number][] = [];
    for (let y = 0; y <= 2000; y += 100) teeth.push([50.004, y], [49.996, y + 50]);
    teeth.push([49.5, 2060], [49.5, 2070], [51, 2070], [100, 2070], [100, 0]);
    const tall: [number, number][] = [
      [0, 0],
      [0, 2100],
      [50, 2100],
      [50, 0],
    ];
    const around = [polygonInMetres(tall), polygonInMetres(teeth)];
    const issues = await validate(createRuleContext(around, {}, { schema }), []);
    const [issue] = of(issues, 'geometry.partition-overlap');
    expect(issue?.facts.area).toBeGreaterThan(4.9);
    expect(issue?.facts.area).toBeLessThan(9);
    expect(issue?.facts.width).toBeGreaterThan(0.1);
  });

  it('tells a gap inside, not the outside, nor a hole that another zone fills', async () => {
    const around = (hole: [number, number][]) =>
      polygonInMetres(
        [
          [0, 0],
          [100, 0],
          [100, 100],
          [0, 100],
        ],
        hole,
      );
    const hole: [number, number][] = [
      [20, 20],
      [20, 40],
      [40, 40],
      [40, 20],
    ];
    const gap = await validate(createRuleContext([around(hole)], {}, { schema }), []);
    expect(of(gap, 'geometry.partition-gap')).toMatchObject([{ row: null, severity: 'warning' }]);
    expect(of(gap, 'geometry.partition-gap')[0]?.facts.area).toBeCloseTo(400, 0);
    const filled = [around(hole), rectangle(20, 20, 20)];
    expect(await validate(createRuleContext(filled, {}, { schema }), [])).toEqual([]);
  });

  it('is not asked of a table whose schema does not ask for it', async () => {
    const geometries = [rectangle(0, 0, 50), rectangle(25, 0, 50)];
    expect(await validate(createRuleContext(geometries), [])).toEqual([]);
  });

  it('is held against its own even where a polygon is not valid', async () => {
    const bowTie = polygonInMetres([
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ]);
    const issues = await validate(
      createRuleContext([bowTie, rectangle(80, 40, 50)], {}, { schema }),
      [],
    );
    const [issue] = of(issues, 'geometry.partition-overlap');
    expect(issue?.facts.area).toBeCloseTo(950, 0);
    expect(of(issues, 'rule.failed')).toEqual([]);
  });

  it('finds the overlaps and gaps of random squares that a fine grid of points finds', async () => {
    let state = 7;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const squares = Array.from({ length: 14 }, () => {
      return {
        x: Math.floor(random() * 30),
        y: Math.floor(random() * 30),
        size: 4 + Math.floor(random() * 12),
      };
    });
    const geometries = squares.map(({ x, y, size }) => rectangle(x, y, size));
    const issues = await validate(createRuleContext(geometries, {}, { schema }), []);
    const common = (a: (typeof squares)[0], b: (typeof squares)[0]) => {
      const width = Math.min(a.x + a.size, b.x + b.size) - Math.max(a.x, b.x);
      const height = Math.min(a.y + a.size, b.y + b.size) - Math.max(a.y, b.y);
      return width > 0 && height > 0 ? width * height : 0;
    };
    const wanted = squares.flatMap((a, i) => squares.slice(0, i).map((b) => common(a, b)));
    const areas = of(issues, 'geometry.partition-overlap').map(({ facts }) => Number(facts.area));
    const sorted = (values: number[]) => values.toSorted((one, other) => one - other);
    expect(sorted(areas).map((value) => Math.round(value))).toEqual(
      sorted(wanted.filter((value) => value > 0)),
    );
    expect(
      of(issues, 'geometry.partition-gap')
        .map(({ facts }) => Math.round(Number(facts.area)))
        .sort(),
    ).toEqual(gapsOnGrid(squares).sort());
  });
});

/** Areas of the groups of unit cells that no square covers and that the outside does not reach. */
function gapsOnGrid(squares: { x: number; y: number; size: number }[]): number[] {
  const side = 60;
  const state = new Uint8Array(side * side);
  for (const { x, y, size } of squares) {
    for (let i = x; i < x + size; i++) {
      for (let j = y; j < y + size; j++) state[(i + 1) * side + j + 1] = 1;
    }
  }
  const gaps: number[] = [];
  for (const [cell, isFilled] of state.entries()) {
    if (isFilled !== 0) continue;
    const found = [cell];
    state[cell] = 2;
    let isOutside = false;
    for (const at of found) {
      const [i, j] = [Math.floor(at / side), at % side];
      if (i === 0 || j === 0 || i === side - 1 || j === side - 1) isOutside = true;
      for (const [u, v] of [
        [i - 1, j],
        [i + 1, j],
        [i, j - 1],
        [i, j + 1],
      ] as const) {
        const next = u * side + v;
        if (u < 0 || v < 0 || u >= side || v >= side || state[next] !== 0) continue;
        state[next] = 2;
        found.push(next);
      }
    }
    if (!isOutside) gaps.push(found.length);
  }
  return gaps;
}
