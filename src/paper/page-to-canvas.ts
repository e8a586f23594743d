import { marksToCanvas, type PlanContext } from '../plan/to-canvas.ts';
import type { Page, PagePart, TextLine, TextMeasure } from './page.ts';

/** Family of the faces of documents on a canvas; `loadPaperFaces` loads it. */
export const PAPER_FAMILY = 'Arpent Papier';

/** Paints a page on a canvas, its top left corner at the context's origin, `pxPerMm` canvas pixels a millimetre. */
export function pageToCanvas(page: Page, context: PlanContext, pxPerMm: number): void {
  context.save();
  context.scale(pxPerMm, pxPerMm);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, page.widthMm, page.heightMm);
  for (const part of page.parts) paintPart(context, part);
  context.restore();
}

/** Widths of texts on a canvas, for faces that are loaded. */
export function canvasMeasure(context: PlanContext): TextMeasure {
  return (text, sizeMm, weight) => {
    context.font = fontOf(weight);
    return (context.measureText(text).width * sizeMm) / TYPE_PX;
  };
}

function paintPart(context: PlanContext, { drawings = [], lines = [], parts = [] }: PagePart) {
  for (const { box, marks, isOpen } of drawings) {
    context.save();
    context.translate(box.x, box.y);
    if (!isOpen) {
      context.beginPath();
      context.rect(0, 0, box.width, box.height);
      context.clip();
    }
    marksToCanvas(marks, context, PAPER_FAMILY);
    context.restore();
  }
  for (const line of lines) paintLine(context, line);
  for (const part of parts) paintPart(context, part);
}

function paintLine(context: PlanContext, { text, x, y, sizeMm, weight, colour }: TextLine): void {
  context.save();
  context.translate(x, y);
  context.scale(sizeMm / TYPE_PX, sizeMm / TYPE_PX);
  context.font = fontOf(weight);
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}

const fontOf = (weight: TextLine['weight']) => `${STYLES[weight]} ${TYPE_PX}px '${PAPER_FAMILY}'`;

/** As `planToCanvas` asks for them. */
const STYLES = { regular: '400', bold: '600', italic: 'italic 500' } as const;
/** A canvas rounds small type to whole pixels before it is scaled: letters are set large and made smaller. */
const TYPE_PX = 100;
