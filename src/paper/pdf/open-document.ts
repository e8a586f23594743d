import PDFDocument from 'pdfkit';
import type { TextLine, TextMeasure } from '../page.ts';

/** The bytes of the three faces of a document, TrueType. */
export type PaperFonts = Record<TextLine['weight'], ArrayBuffer>;

/** What a document says of itself. */
export interface DocumentInfo {
  title: string;
  author: string;
  subject?: string;
  /** When it was made: the same moment gives the same bytes. */
  made: Date;
}

/** Points of PDF in a millimetre. */
export const PT_OF_MM = 72 / 25.4;

/** An empty PDF in French, tagged, its title in the window's bar, with the faces of the paper under the names of their weights. */
export function openDocument(
  fonts: PaperFonts,
  { title, author, subject, made }: DocumentInfo,
): PDFKit.PDFDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    margin: 0,
    info: {
      Title: title,
      Author: author,
      Creator: 'Arpent',
      Producer: 'Arpent',
      CreationDate: made,
      ...(subject && { Subject: subject }),
    },
  });
  for (const [weight, bytes] of Object.entries(fonts)) document.registerFont(weight, bytes);
  return document;
}

/** Widths of texts in the faces of a document. */
export function documentMeasure(document: PDFKit.PDFDocument): TextMeasure {
  return (text, sizeMm, weight) => document.font(weight).fontSize(sizeMm).widthOfString(text);
}

/** The bytes of a document, which is ended. */
export function endDocument(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(joined(chunks)));
    document.end();
  });
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
