import { describe, expect, it } from 'vitest';
import type { LayerStyle } from '../../src/domain/layer.ts';
import type { Xy } from '../../src/domain/units.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import {
  type AreaMark,
  BLEED_MM,
  type DotMark,
  type LineMark,
  type PlanDrawing,
  type PlanMark,
} from '../../src/plan/plan.ts';
import {
  atPaper,
  boxRing,
  createFrame,
  createPlanLayer,
  lineAt,
  polygonAt,
} from './create-plan.ts';

const frame = createFrame();

const ofKind = <T extends PlanMark>({ marks }: PlanDrawing, kind: T['kind']): T[] =>
  marks.filter((mark): mark is T => mark.kind === kind);
/** Without the paper, which is the first mark. */
const areas = (drawing: PlanDrawing) => ofKind<AreaMark>(drawing, 'area').slice(1);
const lines = (drawing: PlanDrawing) => ofKind<LineMark>(drawing, 'line');

/** Filled by the even-odd rule at a place? */
function isFilled(rings: readonly Float64Array[], [x, y]: Xy): boolean {
  let crossings = 0;
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = ring.slice(i, i + 4) as unknown as [number, number, number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossings++;
    }
  }
  return crossings % 2 === 1;
}

describe('a plan of polygons', () => {
  it('is the paper alone where a layer is empty or has no geometry', () => {
    expect(drawPlan(frame, []).marks).toHaveLength(1);
    expect(drawPlan(frame, [createPlanLayer([null])]).marks).toHaveLength(1);
  });

  it('fills a frame within a polygon, and draws no outline where it has none', () => {
    const around = polygonAt(frame, [boxRing(-500, -500, 900, 900)]);
    const drawing = drawPlan(frame, [createPlanLayer([around])]);
    expect(lines(drawing)).toEqual([]);
    const [area] = areas(drawing);
    for (const place of [
      [0, 0],
      [50, 40],
      [100, 80],
    ] as const) {
      expect(isFilled(area!.rings, place)).toBe(true);
    }
    for (const bound of area!.rings.flatMap((ring) => [...ring])) {
      expect(Math.abs(bound - 50)).toBeLessThanOrEqual(50 + BLEED_MM + 1e-9);
    }
  });

  it('leaves the frame empty that lies in the hole of a polygon', () => {
    const shape = polygonAt(frame, [boxRing(-500, -500, 900, 900), boxRing(-20, -20, 120, 120)]);
    const [area] = areas(drawPlan(frame, [createPlanLayer([shape])]));
    expect(area ? isFilled(area.rings, [50, 40]) : false).toBe(false);
  });

  it('draws every part and hole of a feature, to the hundredth of a millimetre', () => {
    const parts = [
      [boxRing(10, 10, 30, 30), boxRing(15, 15, 20, 20)],
      [boxRing(60, 60, 120, 70)],
    ].map((rings) => polygonAt(frame, rings));
    const coordinates = parts.flatMap((part) =>
      part.type === 'Polygon' ? [part.coordinates] : [],
    );
    const drawing = drawPlan(frame, [createPlanLayer([{ type: 'MultiPolygon', coordinates }])]);
    const [area] = areas(drawing);
    expect(isFilled(area!.rings, [12, 12])).toBe(true);
    expect(isFilled(area!.rings, [17, 17])).toBe(false);
    expect(isFilled(area!.rings, [65, 65])).toBe(true);
    const corners = [...area!.rings[0]!].map((value) => Math.round(value * 100) / 100);
    expect(corners).toEqual([10, 10, 30, 10, 30, 30, 10, 30, 10, 10]);
    const [outline] = lines(drawing);
    const rightmost = Math.max(
      ...outline!.paths.flatMap((path) => [...path].filter((_, i) => i % 2 === 0)),
    );
    expect(rightmost).toBe(100);
  });

  it('does not draw the frame’s edge as an outline of what it cuts', () => {
    const shape = polygonAt(frame, [boxRing(90, 30, 140, 50)]);
    const [outline] = lines(drawPlan(frame, [createPlanLayer([shape])]));
    const length = outline!.paths.reduce((sum, path) => {
      let own = 0;
      for (let i = 2; i < path.length; i += 2) {
        own += Math.hypot(path[i]! - path[i - 2]!, path[i + 1]! - path[i - 1]!);
      }
      return sum + own;
    }, 0);
    expect(length).toBeCloseTo(10 + 20 + 10, 2);
  });

  it('draws the dashed border of two neighbours once', () => {
    const style = { symbol: { line: '#5b5148', dash: [6, 2] } };
    const neighbours = [
      polygonAt(frame, [boxRing(10, 10, 40, 40)]),
      polygonAt(frame, [boxRing(40, 10, 70, 40)]),
    ];
    const [mark] = lines(drawPlan(frame, [createPlanLayer(neighbours, {}, { style })]));
    const onBorder = mark!.paths.filter((path) =>
      [...path].every((value, i) => i % 2 === 1 || Math.abs(value - 40) < 0.01),
    );
    expect(onBorder).toHaveLength(1);
    expect(mark!.stroke.dashMm?.[0]).toBeCloseTo(3 * (mark!.stroke.dashMm?.[1] ?? 0), 1);
  });
});

describe('a plan of lines and points', () => {
  const line = { geometry: 'line' as const, style: { symbol: { line: '#0000ff', lineWidth: 1 } } };

  it('clips lines at the frame, and leaves out what only touches its corner', () => {
    const crossing = lineAt(frame, [
      [-50, 40],
      [150, 40],
    ]);
    const touching = lineAt(frame, [
      [-10, 10],
      [10, -10],
    ]);
    const [mark] = lines(drawPlan(frame, [createPlanLayer([crossing, touching], {}, line)]));
    expect(mark!.paths).toHaveLength(1);
    const [ax, ay, bx, by] = mark!.paths[0]! as unknown as [number, number, number, number];
    expect([ax, ay, bx, by].map((value) => Math.round(value * 100) / 100)).toEqual([
      0, 40, 100, 40,
    ]);
  });

  it('parts a broad line of a theme from what it crosses by paper', () => {
    const style = { symbol: { line: '#0000ff', lineWidth: 3 } };
    const shape = lineAt(frame, [
      [10, 10],
      [90, 70],
    ]);
    const marks = lines(drawPlan(frame, [createPlanLayer([shape], {}, { ...line, style })]));
    expect(marks.map(({ stroke }) => stroke.colour)).toEqual(['#fbfaf6', '#0000ff']);
    expect(marks[0]!.stroke.widthMm).toBeGreaterThan(marks[1]!.stroke.widthMm);
  });

  it('gives each feature the symbol of its class, and the others that for all', () => {
    const style: LayerStyle = {
      symbol: { fill: '#111111', radius: 5 },
      field: 'etat',
      classes: [{ value: 'fait', label: 'Fait', symbol: { fill: '#00ff00', radius: 5 } }],
    };
    const points = [20, 30, 40].map((x) => ({
      type: 'Point' as const,
      coordinates: atPaper(frame, [x, 20]),
    }));
    const drawing = drawPlan(frame, [
      createPlanLayer(points, { etat: ['fait', 'prévu', null] }, { geometry: 'point', style }),
    ]);
    const dots = ofKind<DotMark>(drawing, 'dot');
    expect(dots.map(({ fill }) => fill?.colour)).toEqual(['#00ff00', '#111111', '#111111']);
  });

  it('draws proportional points of an area in proportion, the largest first', () => {
    const style: LayerStyle = {
      symbol: { fill: '#111111', line: '#ffffff', lineWidth: 0 },
      proportional: { field: 'hab', maxRadius: 20, maxValue: 400 },
    };
    const points = [20, 60].map((x) => ({
      type: 'Point' as const,
      coordinates: atPaper(frame, [x, 20]),
    }));
    const drawing = drawPlan(frame, [
      createPlanLayer(points, { hab: [100, 400] }, { geometry: 'point', style }),
    ]);
    const radii = ofKind<DotMark>(drawing, 'dot').map(({ radiusMm }) => radiusMm);
    expect(radii).toEqual([4, 2]);
  });

  it('multiplies the opacity of symbols by that of the layer', () => {
    const style = { symbol: { fill: '#cc0000', fillOpacity: 0.5 } };
    const shape = polygonAt(frame, [boxRing(10, 10, 30, 30)]);
    const shown = { ...createPlanLayer([shape], {}, { style }), opacity: 0.5 };
    expect(areas(drawPlan(frame, [shown]))[0]!.fill?.opacity).toBe(0.25);
  });
});

describe('what is drawn over a plan', () => {
  const commune = geometriesToColumn([polygonAt(frame, [boxRing(20, 20, 60, 60)])]);

  it('whitens all but the focus, and outlines it', () => {
    const drawing = drawPlan(frame, [], [{ kind: 'focus', geometry: commune }]);
    const [veil] = areas(drawing);
    expect(isFilled(veil!.rings, [40, 40])).toBe(false);
    expect(isFilled(veil!.rings, [5, 5])).toBe(true);
    expect(lines(drawing)).toHaveLength(1);
  });

  it('highlights an answer in yellow edged with ink, above the layers', () => {
    const layer = createPlanLayer([polygonAt(frame, [boxRing(0, 0, 100, 80)])]);
    const { marks } = drawPlan(frame, [layer], [{ kind: 'answer', geometry: commune }]);
    const colours = marks.slice(-3).map((mark) => {
      return mark.kind === 'area' ? mark.fill?.colour : mark.kind === 'line' && mark.stroke.colour;
    });
    expect(colours).toEqual(['#ffd21f', '#1c2530', '#ffd21f']);
  });

  it('paints areas under the lines of the base map, and points above all', () => {
    const road = createPlanLayer(
      [
        lineAt(frame, [
          [0, 40],
          [100, 40],
        ]),
      ],
      {},
      { geometry: 'line', base: true, style: { symbol: { line: '#ff0000', lineWidth: 8 } } },
    );
    const zone = createPlanLayer([polygonAt(frame, [boxRing(0, 0, 90, 70)])]);
    const dot = createPlanLayer(
      [{ type: 'Point', coordinates: atPaper(frame, [50, 40]) }],
      {},
      { geometry: 'point' },
    );
    const kinds = drawPlan(frame, [road, dot, zone]).marks.map(({ kind }) => kind);
    expect(kinds).toEqual(['area', 'area', 'line', 'line', 'dot']);
  });
});
