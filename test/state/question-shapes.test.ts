import { expect, it } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import type { Shape } from '../../src/domain/shape.ts';
import { addShape } from '../../src/state/drawing-actions.ts';
import { shapesToShow } from '../../src/state/question-shapes.ts';
import { createAppStore } from '../../src/state/store.ts';

const sector = (name: string, x: number): Shape => ({
  name,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 50],
        [x + 1, 50],
        [x, 51],
        [x, 50],
      ],
    ],
  },
});

const inside = (...shapes: Shape[]): Question => ({
  target: 'parcelles',
  where: { kind: 'or', conditions: shapes.map((shape) => ({ kind: 'inside', shape })) },
});

it('the sectors of a question that a link or the tab brought are put on the map, each once', () => {
  const state = createAppStore().getState();
  const [north, south, undrawn] = [sector('Nord', 2), sector('Sud', 3), sector('', 4)];
  undrawn.geometry.coordinates = [];
  const opened = { ...state, draft: inside(north, undrawn), asked: inside(north, south) };
  expect(shapesToShow(opened)).toEqual([north, south]);
  const renamed = addShape(opened, { ...north, name: 'Secteur nord' });
  expect(shapesToShow(renamed)).toEqual([south]);
});
