import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** A PDF as pdf.js reads it. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  pages: PDFPageProxy[];
  /** The text of each page, its pieces with a space between. */
  texts: string[];
}

/** Opens a PDF with pdf.js, which wants functions that Node has from versions 21 and 22 on. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  (Promise as { withResolvers?: unknown }).withResolvers ??= withResolvers;
  (ArrayBuffer.prototype as { transferToFixedLength?: unknown }).transferToFixedLength ??=
    function (this: ArrayBuffer) {
      return this.slice(0);
    };
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)),
  );
  const texts = await Promise.all(
    pages.map(async (page) =>
      (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' '),
    ),
  );
  return { document, pages, texts };
}

function withResolvers<T>() {
  let resolve: unknown;
  let reject: unknown;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
