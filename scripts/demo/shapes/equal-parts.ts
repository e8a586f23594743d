import type { Position } from 'geojson';
import { type Frame, framePoint, frameRing } from '../ground/frame.ts';
import { intersection, type Shape } from './overlay.ts';
import { polygonArea } from './polygon.ts';

/** A simple polygon cut into `count` parts of the same area (within a thousandth), square to its longer side each time. */
export function equalParts(shape: Shape, count: number): Shape[] {
  if (count <= 1) return [shape];
  const first = Math.floor(count / 2);
  const frame = frameRing(shape[0]![0]!.slice(0, -1));
  const wanted = (first / count) * areaOf(shape);
  let [low, high] = [frame.from, frame.to];
  for (let i = 0; i < STEPS; i++) {
    const middle = (low + high) / 2;
    if (areaOf(intersection(shape, [slab(frame, frame.from - MARGIN_M, middle)])) < wanted)
      low = middle;
    else high = middle;
  }
  const before = intersection(shape, [slab(frame, frame.from - MARGIN_M, low)]);
  const after = intersection(shape, [slab(frame, low, frame.to + MARGIN_M)]);
  return [...equalParts(before, first), ...equalParts(after, count - first)];
}

const STEPS = 16;
const MARGIN_M = 50;

function areaOf(shape: Shape): number {
  return shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/** The rectangle of a frame between two distances along its axis. */
function slab(frame: Frame, from: number, to: number): Position[][] {
  const [low, high] = [frame.low - MARGIN_M, frame.high + MARGIN_M];
  const at = (u: number, v: number) => framePoint(frame, u, v);
  return [[at(from, low), at(to, low), at(to, high), at(from, high), at(from, low)]];
}
