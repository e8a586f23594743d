import type { Page } from '../page.ts';
import { drawPage } from './draw-page.ts';
import { type DocumentInfo, endDocument, openDocument, type PaperFonts } from './open-document.ts';

/** Pages as a PDF: text that is found, copied and read aloud, maps as vectors. About 1 s for a map of 10 000 features. */
export function pagesToPdf(
  pages: readonly Page[],
  fonts: PaperFonts,
  info: DocumentInfo,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = openDocument(fonts, info);
  for (const page of pages) drawPage(document, page);
  return endDocument(document);
}
