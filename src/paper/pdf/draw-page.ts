import type { Page, PagePart, PlacedMarks, TextLine } from '../page.ts';
import { drawMarks } from './draw-marks.ts';
import { PT_OF_MM } from './open-document.ts';
import { drawPlainLine } from './plain-text.ts';

/** Adds a page to a document: its parts tagged in their order, its text as text, its marks as vectors. */
export function drawPage(document: PDFKit.PDFDocument, page: Page): void {
  document.addPage({ size: [page.widthMm * PT_OF_MM, page.heightMm * PT_OF_MM], margin: 0 });
  for (const part of page.parts) {
    if (part.bookmark) document.outline.addItem(part.bookmark);
    if (part.role === 'Artifact') drawArtifact(document, part);
    else if (part.role === 'Table') drawTable(document, part);
    else if (part.link) drawLink(document, part, part.link);
    else document.addStructure(tagged(document, part));
  }
}

/** The last table of each document: it stays open for rows of further pages until the document ends. */
const tables = new WeakMap<PDFKit.PDFDocument, PDFKit.PDFStructureElement>();

function drawTable(document: PDFKit.PDFDocument, { parts = [], isContinued }: PagePart): void {
  let table = isContinued ? tables.get(document) : undefined;
  if (!table) {
    table = document.struct('Table');
    document.addStructure(table);
    tables.set(document, table);
  }
  for (const row of parts) {
    const isArtifact = ({ role }: PagePart) => role === 'Artifact';
    for (const part of row.parts?.filter(isArtifact) ?? []) drawArtifact(document, part);
    const cells = row.parts?.filter((part) => !isArtifact(part)) ?? [];
    table.add(tagged(document, { ...row, parts: cells }));
  }
}

/** A paragraph each of whose lines is a place to click on. */
function drawLink(document: PDFKit.PDFDocument, part: PagePart, address: string): void {
  const paragraph = document.struct(part.role);
  document.addStructure(paragraph);
  const link = document.struct('Link');
  paragraph.add(link);
  link.add(() => drawContent(document, part));
  for (const { text, x, y, sizeMm, weight } of part.lines ?? []) {
    const size = sizeMm * PT_OF_MM;
    const width = document.font(weight).fontSize(size).widthOfString(text);
    // pdfkit writes a plain string as a name of PDF; its types know no other.
    const Contents = new String(address) as string;
    const options = { structParent: link, Contents };
    document.link(x * PT_OF_MM, y * PT_OF_MM - size, width, 1.25 * size, address, options);
  }
  link.end();
  paragraph.end();
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
  const scope = role === 'TH' && { scope: 'Column' as const };
  return document.struct(role, { ...(alt && { alt: alt }), ...bboxOf(part), ...scope }, [
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

function drawLine(document: PDFKit.PDFDocument, line: TextLine) {
  const { text, x, y, sizeMm, weight, colour } = line;
  if (line.isPlain) {
    drawPlainLine(document, line);
    return;
  }
  document
    .font(weight)
    .fontSize(sizeMm * PT_OF_MM)
    .fillColor(colour)
    .fillOpacity(1)
    .text(text, x * PT_OF_MM, y * PT_OF_MM, { lineBreak: false, baseline: 'alphabetic' });
}
