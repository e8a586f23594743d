import type { CommuneSheet } from '../../domain/commune-sheet.ts';
import type { PlanDrawing } from '../../plan/plan.ts';
import { layOutCommune } from '../commune/lay-out-commune.ts';
import type { TextMeasure } from '../page.ts';
import type { Paper } from '../paper-size.ts';
import { drawPage } from '../pdf/draw-page.ts';
import {
  documentMeasure,
  endDocument,
  openDocument,
  type PaperFonts,
  PT_OF_MM,
} from '../pdf/open-document.ts';
import type { SheetLegendGroup } from '../sheet-content.ts';
import { atlasStrings } from './atlas-strings.ts';
import { type IndexPage, indexPageCount, layOutCover, layOutIndex } from './front-matter.ts';

/** What an atlas is made of. */
export interface AtlasRequest {
  /** In the order of the atlas; one at least. */
  sheets: readonly CommuneSheet[];
  paper: Paper;
  /** Denominator that all maps have. */
  scale: number;
  /** The legend that all maps share. */
  legend: SheetLegendGroup[];
  hasLists: boolean;
  made: Date;
  fonts: PaperFonts;
  /** The map of a commune, at that scale. */
  planOf(sheet: CommuneSheet): Promise<PlanDrawing>;
  /** Called after each commune. */
  onCommune?: (done: number, total: number) => void;
}

/**
 * The atlas as one PDF: cover, index whose lines lead to their pages, the pages of each commune, and an outline. Pages are counted before
 * the maps are drawn, one after the other, so that only one is held at a time.
 */
export async function atlasPdf(
  request: AtlasRequest,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number }> {
  const { sheets, paper, scale, legend, fonts, made, hasLists } = request;
  const { territory, asOf } = sheets[0] as CommuneSheet;
  const document = openDocument(fonts, {
    title: `${atlasStrings.title}, ${territory.shortName}`,
    author: territory.name,
    made,
  });
  const measure = documentMeasure(document);
  const counted = countPages(request, measure);
  const front = { territory, asOf, paper, scale, legend, made: made.toISOString().slice(0, 10) };
  drawPage(document, layOutCover(front, measure));
  document.outline.addItem(atlasStrings.title);
  const lines = sheets.map(({ code, name }, i) => ({ code, name, page: counted.first[i] ?? 0 }));
  layOutIndex(lines, paper, measure).forEach((page, i) => {
    drawIndex(document, page);
    if (i === 0) document.outline.addItem(atlasStrings.index);
  });
  for (const [i, sheet] of sheets.entries()) {
    const plan = await request.planOf(sheet);
    const numbering = { first: counted.first[i] ?? 0, pages: counted.pages };
    const pages = layOutCommune(
      sheet,
      { paper, scale, plan, legend, hasLists, numbering },
      measure,
    );
    pages.forEach((page, at) => {
      drawPage(document, page);
      if (at > 0) return;
      document.addNamedDestination(sheet.code);
      document.outline.addItem(sheet.name);
    });
    request.onCommune?.(i + 1, sheets.length);
  }
  return { bytes: await endDocument(document), pages: counted.pages };
}

/** The first page of each commune, from 1, and how many pages there are in all. */
function countPages(
  { sheets, paper, scale, legend, hasLists }: AtlasRequest,
  measure: TextMeasure,
): { first: number[]; pages: number } {
  const front = 1 + indexPageCount(sheets.length, paper);
  const counts = sheets.map(
    (sheet) => layOutCommune(sheet, { paper, scale, plan: null, legend, hasLists }, measure).length,
  );
  let next = front + 1;
  const first = counts.map((count) => {
    next += count;
    return next - count;
  });
  return { first, pages: next - 1 };
}

/** A page of the index, its lines leading to the communes. */
function drawIndex(document: PDFKit.PDFDocument, { page, links }: IndexPage): void {
  drawPage(document, page);
  for (const { code, box } of links) {
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((mm) => mm * PT_OF_MM);
    document.goTo(x as number, y as number, width as number, height as number, code);
  }
}
