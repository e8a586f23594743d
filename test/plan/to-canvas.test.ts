import { describe, expect, it, vi } from 'vitest';
import { hatchLines } from '../../src/plan/clip/hatch-lines.ts';
import type { PlanMark } from '../../src/plan/plan.ts';
import { type PlanContext, planToCanvas } from '../../src/plan/to-canvas.ts';
import { createFrame } from './create-plan.ts';

/** A context that writes down what is called, and what it is set to where it paints. */
function createRecorder(answers: Record<string, unknown> = {}) {
  const calls: string[] = [];
  const settings: Record<string, unknown> = { ...answers };
  const context = new Proxy(settings, {
    get: (target, name: string) =>
      name in target
        ? target[name]
        : (...values: unknown[]) => {
            const shown = ['fill', 'stroke', 'fillText', 'strokeText'].includes(name)
              ? [
                  ...values,
                  settings.fillStyle ?? '',
                  settings.strokeStyle ?? '',
                  settings.globalAlpha,
                ]
              : values;
            calls.push([name, ...shown].join(' '));
          },
  });
  return { context: context as unknown as PlanContext, calls };
}

const square = Float64Array.of(10, 10, 20, 10, 20, 20, 10, 20, 10, 10);
const paint = (...marks: PlanMark[]) => {
  const { context, calls } = createRecorder();
  planToCanvas({ frame: createFrame(), marks }, context, 300 / 25.4);
  return calls;
};

describe('a plan on a canvas', () => {
  it('is clipped to its frame, at the dots an inch that are asked for', () => {
    expect(paint().slice(0, 5)).toEqual([
      'save',
      `scale ${300 / 25.4} ${300 / 25.4}`,
      'beginPath',
      'rect 0 0 100 80',
      'clip',
    ]);
  });

  it('fills areas by the even-odd rule and closes their rings', () => {
    const calls = paint({
      kind: 'area',
      rings: [square],
      fill: { colour: '#ff0000', opacity: 0.5 },
    });
    expect(calls).toContain('fill evenodd #ff0000  0.5');
    expect(calls).toContain('closePath');
  });

  it('hatches an area by one fill, with a tile of its size in millimetres', () => {
    const sizes: number[][] = [];
    const pattern = { setTransform: vi.fn() };
    const tile = { scale() {}, moveTo() {}, lineTo() {}, stroke: vi.fn() };
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        constructor(...size: number[]) {
          sizes.push(size);
        }
        getContext = () => tile;
      },
    );
    const { context, calls } = createRecorder({
      getTransform: () => ({ a: 300 / 25.4, b: 0 }),
      createPattern: () => pattern,
    });
    const hatch = { kind: 'diagonal' as const, colour: '#aa0000', opacity: 0.7, tileMm: 1.6 };
    const mark: PlanMark = { kind: 'area', rings: [square], hatch };
    planToCanvas({ frame: createFrame(), marks: [mark, mark] }, context, 300 / 25.4);
    expect(calls.filter((call) => call.startsWith('fill evenodd'))).toHaveLength(2);
    expect(tile.stroke).toHaveBeenCalledOnce();
    const side = Math.ceil(2 * 1.6 * (300 / 25.4));
    expect(sizes).toEqual([[side, side]]);
    expect(pattern.setTransform).toHaveBeenCalledWith({ a: 1.6 / side, d: 1.6 / side });
    vi.unstubAllGlobals();
  });

  it('draws a name above its halo, turned about its place', () => {
    const calls = paint({
      kind: 'label',
      at: [50, 40],
      text: 'Lawe',
      sizeMm: 3,
      colour: '#1c5d7d',
      halo: '#fbfaf6',
      haloMm: 0.3,
      weight: 'italic',
      turnDegrees: 90,
    });
    expect(calls).toContain('translate 50 40');
    expect(calls).toContain(`rotate ${Math.PI / 2}`);
    const at = (name: string) => calls.findIndex((call) => call.startsWith(`${name} Lawe`));
    expect(at('fillText')).toBeGreaterThan(at('strokeText'));
    expect(at('strokeText')).toBeGreaterThan(0);
  });
});

describe('the strokes of a hatch', () => {
  it('stand in squares that are the same for all areas', () => {
    const hatch = { kind: 'dotted' as const, colour: '#000000', opacity: 1, tileMm: 1.6 };
    const near = hatchLines(hatch, [0, 0, 3, 3]).segments;
    const far = hatchLines(hatch, [1.7, 1.7, 3, 3]).segments;
    const keys = (segments: Float64Array) =>
      Array.from({ length: segments.length / 4 }, (_, i) => {
        return segments.slice(4 * i, 4 * i + 4).join(' ');
      });
    expect(keys(near)).toEqual(expect.arrayContaining(keys(far)));
    expect(keys(far)).toHaveLength(2);
  });
});
