import { parseCatalogue } from '../domain/catalogue.ts';
import type { CommuneSheet } from '../domain/commune-sheet.ts';
import { httpSource } from '../loaders/byte-source.ts';
import { communePdf } from '../paper/commune-sheet.ts';
import { loadPaperFaces } from '../paper/paper-faces.ts';

/**
 * The document of a commune as a PDF, made in the page: its figures from the sheet, its map from the layers (`shown`, topmost first),
 * of which only the parts around the commune are fetched. A second or two.
 * @throws {AppError} as `parseCatalogue` and `communePdf`; whatever `fetch` throws.
 */
export async function makePdf(
  code: string,
  shown: { id: string; opacity: number }[],
): Promise<Blob> {
  const root = new URL('../', location.href);
  const [sheet, catalogue, fonts] = await Promise.all([
    readJson<CommuneSheet>(`${code}.json`),
    readJson<unknown>(new URL('catalogue.json', root).href).then(parseCatalogue),
    loadPaperFaces(document.fonts),
  ]);
  const bytes = await communePdf(sheet, {
    catalogue,
    shown,
    fonts,
    made: new Date(),
    open: ({ file }) => httpSource(new URL(file.path, root).href, file.bytes),
  });
  return new Blob([bytes], { type: 'application/pdf' });
}

async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return await response.json();
}
