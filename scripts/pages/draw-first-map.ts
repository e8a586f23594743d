import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Extent } from '../../src/domain/units.ts';
import { fileSource } from '../../src/engine/file-source.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import { frameExtent } from '../../src/plan/frame.ts';
import { frameOfPicture, mercatorMarks, mercatorPicture } from '../../src/plan/mercator-drawing.ts';
import type { LabelMark, PlanMark } from '../../src/plan/plan.ts';
import { readPlanLayers } from '../../src/plan/read-plan-layers.ts';
import { marksToSvg } from '../../src/plan/to-svg.ts';
import { defaultLayers } from '../../src/state/actions.ts';

/**
 * The map of a page without a link, as a picture: SVG in Web Mercator whose box is the territory's extent, of the layers that the catalogue
 * shows by default, drawn as the web map draws them 900 pixels wide. It has no paper of its own; its description names their versions. At most 150 kB: what
 * is small goes first.
 * @throws {AppError} as `readPlanLayers`.
 */
export async function drawFirstMap(folder: string, catalogue: Catalogue): Promise<string> {
  const { extent, metricCrs } = catalogue.territory;
  const picture = mercatorPicture(extent, WIDTH_PX * PIXEL_MM);
  const frame = frameOfPicture(picture, metricCrs, PIXEL_MM);
  const baseUrl = pathToFileURL(`${resolve(folder)}/`).href;
  const layers = await readPlanLayers({
    catalogue,
    shown: defaultLayers(catalogue),
    extent: frameExtent(frame),
    scale: frame.scale,
    pixelMm: PIXEL_MM,
    open: ({ file }) => fileSource(new URL(file.path, baseUrl).href, file.bytes),
  });
  const [, ...marks] = mercatorMarks(drawPlan(frame, layers), picture);
  const description = layers.map(({ layer }) => `${layer.id}@${layer.file.version}`).join(' ');
  let svg = '';
  for (const px of LEAST_PX) {
    svg = marksToSvg(
      withoutSpecks(marks, px * PIXEL_MM, picture.widthMm),
      picture.widthMm,
      picture.heightMm,
      {
        simplifyMm: SIMPLIFY_PX * PIXEL_MM,
        isWithin: true,
        description,
      },
    );
    if (svg.length <= MOST_BYTES) break;
  }
  return svg;
}

/** The marks without the rings and paths that are nowhere as large as that, lines that are hardly seen, and names over others. */
function withoutSpecks(marks: readonly PlanMark[], leastMm: number, widthMm: number): PlanMark[] {
  const isLarge = (flat: Float64Array) => sizeOf(flat) >= leastMm;
  const isFree = roomForNames(widthMm);
  return marks.flatMap((mark): PlanMark[] => {
    if (mark.kind === 'area') {
      const rings = mark.rings.filter(isLarge);
      return rings.length > 0 ? [{ ...mark, rings }] : [];
    }
    if (mark.kind === 'label') return isFree(mark) ? [mark] : [];
    if (mark.kind !== 'line') return [mark];
    if (mark.stroke.opacity < LEAST_OPACITY) return [];
    const paths = mark.paths.filter(isLarge);
    return paths.length > 0 ? [{ ...mark, paths }] : [];
  });
}

/** Tells of one name after the other whether it stands clear of those before and within the width: the letters of a page's picture are another font's, wider. */
function roomForNames(widthMm: number): (mark: LabelMark) => boolean {
  const taken: Extent[] = [];
  return ({ at: [x, y], text, sizeMm, trackingMm = 0 }) => {
    const [dx, dy] = [(text.length * (WIDEST_EMS * sizeMm + trackingMm)) / 2, sizeMm];
    const box: Extent = [x - dx, y - dy, x + dx, y + dy];
    const isFree =
      box[0] >= 0 && box[2] <= widthMm && !taken.some((other) => boxesMeet(other, box));
    if (isFree) taken.push(box);
    return isFree;
  };
}

const boxesMeet = (a: Extent, b: Extent) =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The longer side of the box around a path, flat. */
function sizeOf(flat: Float64Array): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < flat.length; i += 2) {
    const [x = 0, y = 0] = flat.subarray(i, i + 2);
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return Math.max(maxX - minX, maxY - minY);
}

/** Width of the map in a window of 1440 pixels. */
const WIDTH_PX = 900;
/** What a pixel of the picture is on it: a hundredth of a millimetre, in which SVG is written, is then a tenth of a pixel. */
const PIXEL_MM = 0.1;
/** How far an outline may run beside its course. */
const SIMPLIFY_PX = 1.5;
/** Mean width of a capital of the fonts that systems have, in heights of the type. */
const WIDEST_EMS = 0.72;
/** Size below which a thing is left out, in pixels of the picture: the first that makes it light enough, or the last. */
const LEAST_PX = [6, 12, 18];
/** It comes before the scripts of the map: an eighth of them once it is gzipped. */
const MOST_BYTES = 150_000;
const LEAST_OPACITY = 0.12;
