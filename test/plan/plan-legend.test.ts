import { describe, expect, it } from 'vitest';
import type { LayerStyle } from '../../src/domain/layer.ts';
import { planLegend } from '../../src/plan/plan-legend.ts';
import { atPaper, boxRing, createFrame, createPlanLayer, polygonAt } from './create-plan.ts';

const frame = createFrame();
const style: LayerStyle = {
  symbol: { fill: '#dddddd' },
  field: 'zone',
  classes: [
    { value: 'U', label: 'Urbaine', symbol: { fill: '#e64', line: '#000000' } },
    { value: 'A', label: 'Agricole', symbol: { fill: '#ff4', hatch: 'diagonal' } },
    { value: 'N', label: 'Naturelle', symbol: { fill: '#5b5' } },
  ],
};

describe('the legend of a plan', () => {
  it('tells the classes that are in the frame, in their order, with how many there are', () => {
    const shapes = [
      boxRing(60, 10, 80, 20),
      boxRing(10, 10, 30, 30),
      boxRing(40, 10, 50, 20),
      boxRing(300, 10, 320, 30),
    ].map((ring) => polygonAt(frame, [ring]));
    const shown = createPlanLayer(shapes, { zone: ['A', 'U', 'U', 'N'] }, { style });
    const [legend] = planLegend([shown], frame);
    expect(legend?.entries.map(({ label, count }) => [label, count])).toEqual([
      ['Urbaine', 2],
      ['Agricole', 1],
    ]);
    expect(legend?.count).toBe(3);
  });

  it('leaves out what only has its box in the frame', () => {
    const around = polygonAt(frame, [
      [
        [-30, 15],
        [130, -145],
        [130, -140],
        [-25, 15],
      ],
    ]);
    const shown = createPlanLayer([around], { zone: ['N'] }, { style });
    expect(planLegend([shown], frame)[0]?.entries).toEqual([]);
  });

  it('names what has no class only where the style does', () => {
    const shapes = [polygonAt(frame, [boxRing(10, 10, 30, 30)])];
    const labels = (own: LayerStyle) =>
      planLegend([createPlanLayer(shapes, { zone: ['X'] }, { style: own })], frame)[0]?.entries.map(
        ({ label }) => label,
      );
    expect(labels(style)).toEqual([]);
    expect(labels({ ...style, otherLabel: 'Autre' })).toEqual(['Autre']);
  });

  it('keeps a layer that the scale leaves out, with the scale that shows it', () => {
    const shown = { ...createPlanLayer([]), drawnFrom: 15_000 };
    expect(planLegend([shown], frame)[0]).toMatchObject({ drawnFrom: 15_000, entries: [] });
  });

  it('shows points in their size: the swatch of a large one is large', () => {
    const point = { type: 'Point' as const, coordinates: atPaper(frame, [20, 20]) };
    const own: LayerStyle = {
      symbol: { fill: '#123456' },
      proportional: { field: 'hab', maxRadius: 30, maxValue: 1000 },
    };
    const fields = [{ name: 'hab', label: 'Habitants', type: 'integer' as const, unit: 'hab.' }];
    const shown = createPlanLayer(
      [point],
      { hab: [500] },
      { geometry: 'point', style: own, fields },
    );
    const [legend] = planLegend([shown], frame);
    expect(legend?.measure).toBe('Habitants');
    const [largest] = legend?.entries ?? [];
    expect(largest?.swatch.heightMm).toBeGreaterThan(2 * 30 * 0.2);
    expect(largest?.swatch.marks[0]).toMatchObject({ kind: 'dot', fill: { colour: '#123456' } });
  });

  it('draws the swatch of an area with its fill, hatch and outline', () => {
    const shapes = [boxRing(10, 10, 30, 30), boxRing(40, 10, 50, 20)].map((ring) =>
      polygonAt(frame, [ring]),
    );
    const [legend] = planLegend([createPlanLayer(shapes, { zone: ['U', 'A'] }, { style })], frame);
    const [urban, farm] = legend?.entries ?? [];
    expect(urban?.swatch.marks[0]).toMatchObject({ fill: { colour: '#e64' } });
    expect(urban?.swatch.marks[0]).toHaveProperty('stroke');
    expect(farm?.swatch.marks[0]).toMatchObject({ hatch: { kind: 'diagonal' } });
  });
});
