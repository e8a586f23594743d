import { describe, expect, it } from 'vitest';
import type { Xy } from '../../src/domain/units.ts';
import { breakText } from '../../src/plan/draw/break-text.ts';
import { joinPaths } from '../../src/plan/draw/join-paths.ts';
import { textWidth } from '../../src/plan/draw/text-width.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import type { LabelMark, PlanDrawing } from '../../src/plan/plan.ts';
import { createRandom } from '../geo/create-random.ts';
import {
  atPaper,
  boxRing,
  createFrame,
  createPlanLayer,
  lineAt,
  polygonAt,
} from './create-plan.ts';

const frame = createFrame();
const labels = ({ marks }: PlanDrawing) =>
  marks.filter((mark): mark is LabelMark => mark.kind === 'label');

const named = { style: { symbol: { fill: '#444444', line: '#444444' }, labelField: 'nom' } };
const streets = { ...named, geometry: 'line' as const };

/** The box that a straight label is seen in. */
function boxOf({ at: [x, y], text, weight, sizeMm }: LabelMark) {
  const half = (textWidth(text, weight) * sizeMm) / 2;
  return [x - half, y - sizeMm / 3, x + half, y + sizeMm / 3] as const;
}

describe('the names of a plan', () => {
  it('stand inside their areas, with their accents', () => {
    const shape = polygonAt(frame, [boxRing(10, 10, 50, 40)]);
    const [label] = labels(
      drawPlan(frame, [createPlanLayer([shape], { nom: ['Zone d’été'] }, named)]),
    );
    expect(label?.text).toBe('Zone d’été');
    expect(label?.at[0]).toBeCloseTo(30, 1);
    expect(Math.abs((label?.at[1] ?? 0) - 25)).toBeLessThan(8);
  });

  it('stand where an area is seen, not where the frame has cut it off', () => {
    const shape = polygonAt(frame, [boxRing(70, 20, 400, 60)]);
    const [label] = labels(drawPlan(frame, [createPlanLayer([shape], { nom: ['Nord'] }, named)]));
    expect(label?.at[0]).toBeCloseTo(85, 0);
  });

  it('never cover one another, nor reach out of the frame', () => {
    const random = createRandom(5);
    const points = Array.from({ length: 200 }, () => ({
      type: 'Point' as const,
      coordinates: atPaper(frame, [100 * random(), 80 * random()]),
    }));
    const nom = points.map((_, i) => `Lieu ${i}`);
    const boxes = labels(
      drawPlan(frame, [createPlanLayer(points, { nom }, { ...named, geometry: 'point' })]),
    ).map(boxOf);
    expect(boxes.length).toBeGreaterThan(20);
    for (const [i, a] of boxes.entries()) {
      expect(a[0] >= 0 && a[1] >= 0 && a[2] <= 100 && a[3] <= 80).toBe(true);
      for (const b of boxes.slice(i + 1)) {
        expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
      }
    }
  });

  it('of communes are in capitals, larger for more inhabitants, and stand among many points', () => {
    const shapes = [boxRing(0, 0, 50, 80), boxRing(50, 0, 100, 80)].map((ring) =>
      polygonAt(frame, [ring]),
    );
    const communes = createPlanLayer(
      shapes,
      { nom: ['Béthune', 'Blessy'], population: [25_000, 900] },
      {
        ...named,
        id: 'communes',
        fields: [{ name: 'population', label: 'Population', type: 'integer' }],
      },
    );
    const points = Array.from({ length: 250 }, (_, i) => ({
      type: 'Point' as const,
      coordinates: atPaper(frame, [2 + (i % 25) * 4, 4 + Math.floor(i / 25) * 8]),
    }));
    const marks = labels(
      drawPlan(frame, [communes, createPlanLayer(points, {}, { geometry: 'point' })]),
    );
    const sizes = Object.fromEntries(marks.map(({ text, sizeMm }) => [text, sizeMm]));
    expect(sizes.BÉTHUNE).toBeGreaterThan(sizes.BLESSY as number);
  });

  it('are left out below the zoom that their style asks for', () => {
    const shape = polygonAt(frame, [boxRing(10, 10, 50, 40)]);
    const style = { ...named.style, labelMinZoom: 20 };
    expect(labels(drawPlan(frame, [createPlanLayer([shape], { nom: ['A'] }, { style })]))).toEqual(
      [],
    );
  });
});

describe('names along lines', () => {
  it('run with a street, never upside down', () => {
    const ends: Xy[] = [
      [90, 70],
      [10, 10],
    ];
    const layer = createPlanLayer([lineAt(frame, ends)], { nom: ['rue de Lille'] }, streets);
    const [label] = labels(drawPlan(frame, [layer]));
    expect(label?.text).toBe('rue de Lille');
    expect(label?.turnDegrees).toBeCloseTo((Math.atan2(60, 80) * 180) / Math.PI, 0);
  });

  it('stand once on a street that every crossing cuts', () => {
    const pieces = [0, 1, 2, 3, 4].map((i) =>
      lineAt(frame, [
        [10 + 8 * i, 40],
        [18 + 8 * i, 40],
      ]),
    );
    const layer = createPlanLayer(pieces, { nom: pieces.map(() => 'rue de Lille') }, streets);
    expect(labels(drawPlan(frame, [layer])).map(({ text }) => text)).toEqual(['rue de Lille']);
  });

  it('follow a bend letter by letter', () => {
    const bend = Array.from({ length: 40 }, (_, i): Xy => {
      const angle = Math.PI + (i / 39) * Math.PI;
      return [50 + 12 * Math.cos(angle), 40 + 12 * Math.sin(angle)];
    });
    const layer = createPlanLayer([lineAt(frame, bend)], { nom: ['Lawe-amont'] }, streets);
    const marks = labels(drawPlan(frame, [layer]));
    expect(marks.map(({ text }) => text).join('')).toBe('Lawe-amont');
    for (const { at } of marks) expect(Math.hypot(at[0] - 50, at[1] - 40)).toBeCloseTo(12, 0);
  });

  it('are left out of what is too short for them', () => {
    const short = lineAt(frame, [
      [10, 10],
      [14, 10],
    ]);
    const layer = createPlanLayer([short], { nom: ['avenue du Général-de-Gaulle'] }, streets);
    expect(labels(drawPlan(frame, [layer]))).toEqual([]);
  });
});

describe('the parts of names', () => {
  it('are joined end to end, but not across a crossing of three', () => {
    const path = (...flat: number[]) => Float64Array.from(flat);
    const joined = joinPaths([path(0, 0, 1, 0), path(2, 0, 1, 0), path(2, 0, 3, 0)]);
    expect(joined).toHaveLength(1);
    expect([...joined[0]!].filter((_, i) => i % 2 === 0).sort()).toEqual([0, 1, 2, 3]);
    expect(joinPaths([path(0, 0, 1, 0), path(1, 0, 2, 0), path(1, 0, 1, 5)])).toHaveLength(3);
  });

  it('are broken into lines of about the same length', () => {
    expect(breakText('Parc d’activités Washington-Fleming', 'regular', 9)).toEqual([
      'Parc d’activités',
      'Washington-Fleming',
    ]);
    expect(breakText('Actipolis', 'regular', 9)).toEqual(['Actipolis']);
  });
});
