import { HIGHLIGHT, INK, PAPER } from '../../domain/style/colour.ts';
import { scaleAt } from '../../domain/style/size-scale.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { frameZoom } from '../frame.ts';
import {
  type PaperRows,
  paperBox,
  paperRows,
  rowAreas,
  rowPaths,
  rowPoints,
} from '../paper-rows.ts';
import {
  type AreaMark,
  BLEED_MM,
  type DotMark,
  type LineMark,
  type PlanFrame,
  type PlanMark,
} from '../plan.ts';
import { PIXEL_MM } from '../plan-zoom.ts';

/** Geometries (degrees) drawn over all layers of a plan. */
export interface PlanExtra {
  /**
   * `answer`: surveyor's yellow edged with ink, the features that a question found. `chosen`: ringed with ink on paper, the one feature
   * that is spoken of. `focus`: polygons outlined with ink, and all that is outside them whitened.
   */
  kind: 'answer' | 'chosen' | 'focus';
  geometry: GeometryColumn;
}

/** The marks of an extra, as the map draws what it highlights. */
export function extraMarks(frame: PlanFrame, { kind, geometry }: PlanExtra): PlanMark[] {
  const rows = paperRows(geometry, frame);
  const { pixelMm = PIXEL_MM } = frame;
  if (kind === 'focus') return [veil(frame, rows), ...lines(rows, INK, 2 * pixelMm)];
  if (kind === 'chosen') {
    return [
      ...lines(rows, PAPER, 6.5 * pixelMm, 0.9),
      ...lines(rows, INK, 2.75 * pixelMm),
      ...dots(rows, 9.5 * pixelMm, INK, 2.75 * pixelMm),
    ];
  }
  const near = scaleAt(NEARNESS, frameZoom(frame));
  const yellow = (1.2 + 1.8 * near) * pixelMm;
  const outline = OUTLINE_PX * (0.5 + 0.5 * near) * pixelMm;
  return [
    ...areas(rows),
    ...lines(rows, INK, yellow + 2 * outline),
    ...lines(rows, HIGHLIGHT, yellow),
    ...dots(rows, (4 + 3 * near) * pixelMm, INK, OUTLINE_PX * pixelMm, HIGHLIGHT),
  ];
}

function rowsOf({ column }: PaperRows): number[] {
  return Array.from({ length: column.length }, (_, row) => row);
}

function areas(rows: PaperRows): AreaMark[] {
  return rowsOf(rows).flatMap((row): AreaMark[] => {
    const rings = rowAreas(rows, row);
    return rings.length > 0
      ? [{ kind: 'area', rings, fill: { colour: HIGHLIGHT, opacity: FILL_OPACITY } }]
      : [];
  });
}

function lines(rows: PaperRows, colour: string, widthMm: number, opacity = 1): LineMark[] {
  const paths = rowsOf(rows).flatMap((row) => rowPaths(rows, row));
  return paths.length > 0 ? [{ kind: 'line', paths, stroke: { colour, opacity, widthMm } }] : [];
}

function dots(
  rows: PaperRows,
  radiusMm: number,
  colour: string,
  widthMm: number,
  fill?: string,
): DotMark[] {
  const places = rowsOf(rows).flatMap((row) => rowPoints(rows, row));
  return places.map((at) => ({
    kind: 'dot',
    at,
    radiusMm,
    stroke: { colour, opacity: 1, widthMm },
    ...(fill ? { fill: { colour: fill, opacity: 1 } } : {}),
  }));
}

/** The frame but for the polygons, by the even-odd rule. */
function veil(frame: PlanFrame, rows: PaperRows): AreaMark {
  const [left, top, right, bottom] = paperBox(frame, BLEED_MM);
  const sheet = Float64Array.of(left, top, right, top, right, bottom, left, bottom, left, top);
  const holes = rowsOf(rows).flatMap((row) => rowAreas(rows, row));
  return { kind: 'area', rings: [sheet, ...holes], fill: { colour: '#ffffff', opacity: VEIL } };
}

/** Width of the ink on either side of the yellow, in pixels. */
const OUTLINE_PX = 1.5;
/** Of the yellow over what an answer found. */
const FILL_OPACITY = 0.59;
/** Of the white over what is outside the focus. */
const VEIL = 0.62;

/** 0 where the whole territory is seen, 1 where parcels are. */
const NEARNESS = [
  [10, 0],
  [15, 1],
] as const;
