import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { GEOMETRY_KIND } from '../../../src/geo/geometry-column.ts';
import type { Issue } from '../../../src/publish/issue.ts';
import type { RuleContext } from '../../../src/publish/validate/rule.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import {
  createRuleContext,
  lineInMetres,
  pointInMetres,
  polygonInMetres,
  rectangle,
} from '../../helpers/create-rule-context.ts';

const check = async (
  geometries: (Geometry | null)[],
  columns: Parameters<typeof createRuleContext>[1] = {},
  changes: Parameters<typeof createRuleContext>[2] = {},
) => validate(createRuleContext(geometries, columns, changes), []);
const of = (issues: Issue[], rule: string) => issues.filter((issue) => issue.rule === rule);
const bowTie = polygonInMetres([
  [0, 0],
  [100, 100],
  [100, 0],
  [0, 100],
]);
const far: Geometry = { type: 'Point', coordinates: [5, 45] };

describe('the rules on geometry', () => {
  it('find nothing in sound polygons', async () => {
    expect(await check([rectangle(0, 0, 50), rectangle(50, 0, 50)])).toEqual([]);
  });

  it('refuse a bow tie, where it crosses itself and with what a repair would give', async () => {
    const [issue] = of(await check([rectangle(300, 0, 50), bowTie]), 'geometry.invalid');
    expect(issue).toMatchObject({ severity: 'error', row: 1, key: '2' });
    expect(issue?.facts).toMatchObject({ code: 'self-intersection', partsAfter: 2 });
    expect(issue?.facts.areaBefore).toBeCloseTo(0, 2);
    expect(issue?.facts.areaAfter).toBeCloseTo(5_000, 0);
    expect(issue?.repair).toContain('5 000'.replace(' ', '\u202f'));
    const middle = createRuleContext([pointInMetres(50, 50)]).table.geometry.xy;
    expect(issue?.place?.[0]).toBeCloseTo(middle[0]!, 6);
    expect(issue?.place?.[1]).toBeCloseTo(middle[1]!, 6);
  });

  it('only warn of a ring that touches itself, whose area is right', async () => {
    const touching = polygonInMetres([
      [0, 0],
      [50, 0],
      [100, 0],
      [100, 100],
      [50, 0],
      [0, 100],
    ]);
    const issues = await check([touching]);
    expect(of(issues, 'geometry.invalid')).toEqual([]);
    expect(of(issues, 'geometry.unsound')[0]).toMatchObject({ severity: 'warning', row: 0 });
  });

  it('warn of rows without geometry, which have no place', async () => {
    const issues = of(await check([null, rectangle(0, 0, 50)]), 'geometry.empty');
    expect(issues.map(({ row, place }) => ({ row, place }))).toEqual([{ row: 0, place: null }]);
  });

  it('tell a geometry that lies on an earlier one, whatever its start and direction', async () => {
    const turned = polygonInMetres([
      [50, 50],
      [50, 0],
      [0, 0],
      [0, 50],
    ]);
    const issues = await check([rectangle(0, 0, 50), turned], { nature: ['a', 'b'] });
    expect(of(issues, 'geometry.duplicate')).toMatchObject([
      { row: 1, severity: 'notice', facts: { other: '1' } },
    ]);
    expect(of(issues, 'geometry.repeated-feature')).toEqual([]);
  });

  it('warn of a feature that stands twice, but for its number', async () => {
    const geometries = [rectangle(0, 0, 50), rectangle(0, 0, 50), rectangle(100, 0, 50)];
    const issues = await check(geometries, { nature: ['a', 'a', 'a'] });
    expect(of(issues, 'geometry.repeated-feature')).toMatchObject([
      { row: 1, severity: 'warning', facts: { other: '1' } },
    ]);
  });

  it('let points share their place when their attributes differ', async () => {
    const geometries = [pointInMetres(0, 0), pointInMetres(0, 0), pointInMetres(5, 5)];
    const point = { meta: { geometry: 'point' as const } };
    expect(await check(geometries, { prise: ['T2', 'CCS', 'T2'] }, point)).toEqual([]);
    const repeated = await check(geometries, { prise: ['T2', 'T2', 'T2'] }, point);
    expect(of(repeated, 'geometry.repeated-feature')).toHaveLength(1);
  });

  it('tell slivers by the width of a part, and crumbs by its area', async () => {
    const strip = rectangle(0, 0, 100, 0.2);
    const ditch = rectangle(0, 10, 100, 2);
    const stub = rectangle(0, 20, 4, 0.3);
    const crumb = rectangle(0, 30, 0.5);
    const issues = await check([strip, ditch, stub, crumb]);
    expect(of(issues, 'geometry.sliver').map(({ row }) => row)).toEqual([0]);
    expect(of(issues, 'geometry.sliver')[0]?.facts.width).toBeCloseTo(0.2, 2);
    expect(of(issues, 'geometry.tiny').map(({ row }) => row)).toEqual([3]);
    expect(of(issues, 'geometry.tiny')[0]?.facts.size).toBeCloseTo(0.25, 4);
  });

  it('tell lines that cross themselves, and not those that come back to a vertex', async () => {
    const crossing = lineInMetres([0, 0], [100, 100], [100, 0], [0, 100]);
    const loop = lineInMetres([0, 0], [50, 0], [100, 50], [50, 100], [50, 0]);
    const closed = lineInMetres([0, 0], [50, 0], [50, 50], [0, 0]);
    const line = { meta: { geometry: 'line' as const } };
    const issues = of(await check([crossing, loop, closed], {}, line), 'geometry.self-crossing');
    expect(issues.map(({ row }) => row)).toEqual([0]);
  });

  it('warn of a line without length', async () => {
    const line = { meta: { geometry: 'line' as const } };
    const issues = await check([lineInMetres([0, 0], [0, 0])], {}, line);
    expect(of(issues, 'geometry.unsound')[0]?.facts.code).toBe('too-few-points');
    expect(of(issues, 'geometry.tiny')).toHaveLength(1);
  });

  it('count the vertices that stand twice, once for the layer', async () => {
    const line = { meta: { geometry: 'line' as const } };
    const repeated = lineInMetres([0, 0], [9, 0], [9, 0], [9, 0], [20, 5]);
    const issues = await check([repeated, lineInMetres([0, 9], [50, 50])], {}, line);
    expect(of(issues, 'geometry.repeated-points')).toMatchObject([
      { row: null, facts: { vertices: 2, features: 1 } },
    ]);
  });

  it('warn of what the Géoportail de l’urbanisme finds too complex', async () => {
    const parts = Array.from({ length: 501 }, (_, i) => {
      return rectangle(20 * (i % 25), 20 * Math.floor(i / 25), 10).coordinates;
    });
    const heavy: Geometry = { type: 'MultiPolygon', coordinates: parts };
    const issues = of(await check([heavy, rectangle(900, 0, 50)]), 'geometry.complexity');
    expect(issues).toMatchObject([{ row: 0, facts: { parts: 501, isRefused: false } }]);
  });
});

describe('a layer and its territory', () => {
  const communes = createRuleContext([rectangle(-500, -500, 1_000)], { code: ['62119'] }).table;

  it('tell a feature outside, and one that goes beyond by more than a tenth', async () => {
    const geometries = [
      rectangle(0, 0, 50),
      rectangle(5_000, 0, 50),
      rectangle(450, 0, 100),
      rectangle(405, 200, 100),
    ];
    const issues = await check(geometries, {}, { communes });
    expect(of(issues, 'geometry.outside-territory').map(({ row }) => row)).toEqual([1]);
    const beyond = of(issues, 'geometry.beyond-territory');
    expect(beyond.map(({ row }) => row)).toEqual([2]);
    expect(beyond[0]?.facts.beyond).toBeCloseTo(5_000, 0);
  });

  it('tell once that all of it lies elsewhere', async () => {
    const issues = await check(
      [far, far],
      { nom: ['a', 'b'] },
      { communes, meta: { geometry: 'point' } },
    );
    expect(issues.map(({ rule }) => rule)).toEqual(['geometry.elsewhere']);
  });

  it('is held against the box of the territory where there are no communes', async () => {
    const meta = { geometry: 'point' as const };
    const issues = await check([far, pointInMetres(0, 0)], {}, { meta });
    expect(of(issues, 'geometry.outside-territory').map(({ row }) => row)).toEqual([0]);
  });

  it('says nothing of a layer without any geometry but that it is empty', async () => {
    const context: RuleContext = createRuleContext([null, null]);
    expect([...context.table.geometry.kinds]).toEqual([GEOMETRY_KIND.none, GEOMETRY_KIND.none]);
    const rules = (await validate(context, [])).map(({ rule }) => rule);
    expect(rules).toEqual(['geometry.empty', 'geometry.empty']);
  });
});
