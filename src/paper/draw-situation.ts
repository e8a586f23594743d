import type { Territory } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import { drawPlan } from '../plan/draw-plan.ts';
import { fitFrame, frameGround, toPaper } from '../plan/frame.ts';
import type { PlanDrawing, PlanFrame, PlanMark } from '../plan/plan.ts';
import type { PlanLayer } from '../plan/read-plan-layers.ts';
import { WARNING } from './ink.ts';

/** The frame of the map of the situation: the whole territory in a width, no higher than half of it. */
export function situationFrame({ extent, metricCrs }: Territory, widthMm: number): PlanFrame {
  const loose = fitFrame(extent, metricCrs, widthMm, widthMm * SHAPE, []);
  return { ...loose, heightMm: widthMm * SHAPE };
}

/** The communes without their names, and the frame of a sheet on them; a frame too small to be seen is a ring around its place. */
export function drawSituation(
  frame: PlanFrame,
  communes: PlanLayer,
  sheet: PlanFrame,
): PlanDrawing {
  const { marks } = drawPlan(frame, [{ ...communes, layer: plainCommunes(communes.layer) }]);
  const [minX, minY, maxX, maxY] = frameGround(sheet);
  const [left, top] = toPaper(frame, [minX, maxY]);
  const [right, bottom] = toPaper(frame, [maxX, minY]);
  const stroke = { colour: WARNING, opacity: 1, widthMm: 0.45 };
  const box: PlanMark = {
    kind: 'area',
    rings: [Float64Array.of(left, top, right, top, right, bottom, left, bottom, left, top)],
    fill: { colour: WARNING, opacity: 0.18 },
    stroke,
  };
  const isSmall = Math.max(right - left, bottom - top) < LEAST_MM;
  const ring: PlanMark = { kind: 'dot', at: toPaper(frame, sheet.centre), radiusMm: 2, stroke };
  return {
    frame,
    marks: [...marks.filter(({ kind }) => kind !== 'label'), box, ...(isSmall ? [ring] : [])],
  };
}

/** Communes as light shapes: the map of the situation says where, and nothing else. */
function plainCommunes({ style: _style, base: _base, ...layer }: Layer): Layer {
  return {
    ...layer,
    style: { symbol: { fill: '#ebe6d9', fillOpacity: 1, line: '#b9b4a8', lineWidth: 1.2 } },
  };
}

/** Height of the map for its width. */
const SHAPE = 0.58;
const LEAST_MM = 2.4;
