import type { Page, PagePart, PlacedMarks, TextLine } from '../page.ts';
import { drawMarks } from './draw-marks.ts';
import { PT_OF_MM } from './open-document.ts';

/** Adds a page to a document: its parts tagged in their order, its text as text, its marks as vectors. */
export function drawPage(document: PDFKit.PDFDocument, page: Page): void {
  document.addPage({ size: [page.widthMm * PT_OF_MM, page.heightMm * PT_OF_MM], margin: 0 });
  for (const part of page.parts) {
    if (part.role === 'Artifact') drawArtifact(document, part);
    else document.addStructure(tagged(document, part));
  }
}

function drawArtifact(document: PDFKit.PDFDocument, part: PagePart): void {
  document.markContent('Artifact', { type: 'Layout' });
  drawContent(document, part);
  document.endMarkedContent();
}

/** The tag of a part; what it draws is drawn when the tag is put in its place, so that tags and ink have one order. */
function tagged(document: PDFKit.PDFDocument, part: PagePart): PDFKit.PDFStructureElement {
  const { role, alt, parts = [] } = part;
  const hasContent = (part.lines?.length ?? 0) + (part.drawings?.length ?? 0) > 0;
  return document.struct(role, { ...(alt && { alt: alt }), ...bboxOf(part) }, [
    ...(hasContent ? [() => drawContent(document, part)] : []),
    ...parts.map((child) => tagged(document, child)),
  ]);
}

/** PDF/UA wants the box of a figure. */
function bboxOf({ role, drawings }: PagePart) {
  const box = drawings?.[0]?.box;
  if (role !== 'Figure' || !box) return {};
  const { x, y, width, height } = box;
  const corners = [x, y, x + width, y + height].map((value) => value * PT_OF_MM);
  return { bbox: corners as [number, number, number, number] };
}

function drawContent(document: PDFKit.PDFDocument, { drawings = [], lines = [] }: PagePart): void {
  for (const placed of drawings) drawPlaced(document, placed);
  for (const line of lines) drawLine(document, line);
}

function drawPlaced(document: PDFKit.PDFDocument, { box, marks, isOpen }: PlacedMarks): void {
  document.save();
  document.transform(PT_OF_MM, 0, 0, PT_OF_MM, box.x * PT_OF_MM, box.y * PT_OF_MM);
  if (!isOpen) document.rect(0, 0, box.width, box.height).clip();
  drawMarks(document, marks);
  document.restore();
}

function drawLine(document: PDFKit.PDFDocument, { text, x, y, sizeMm, weight, colour }: TextLine) {
  document
    .font(weight)
    .fontSize(sizeMm * PT_OF_MM)
    .fillColor(colour)
    .fillOpacity(1)
    .text(text, x * PT_OF_MM, y * PT_OF_MM, { lineBreak: false, baseline: 'alphabetic' });
}
