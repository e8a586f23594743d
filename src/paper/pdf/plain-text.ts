import type { TextLine, TextMeasure } from '../page.ts';
import { PT_OF_MM } from './open-document.ts';

/** A face as pdfkit 0.19 embeds it (`document._font`, not in its types). */
interface EmbeddedFace {
  id: string;
  /** Its object in the file, which the pages that use it name. */
  ref(): object;
  /** Codes of the glyphs of a text, in hexadecimal, and their places, in thousandths of the size. */
  encode(text: string): [codes: string[], places: { advanceWidth: number }[]];
}

/** How a character is written, and how far it takes the pen, in heights of the type. */
interface Letter {
  code: string;
  advance: number;
}

/** The letters of each document that were asked for. */
const known = new WeakMap<PDFKit.PDFDocument, Record<TextLine['weight'], Map<string, Letter>>>();

/**
 * Widths of texts whose letters stand side by side without kerning, and without ligatures, as `drawPlainLine` sets them. About 1 µs for a
 * dozen letters: shaping, which `documentMeasure` does, takes a hundred times as long.
 */
export function plainMeasure(document: PDFKit.PDFDocument): TextMeasure {
  return (text, sizeMm, weight) => {
    let width = 0;
    for (const character of text) width += letterOf(document, character, weight).advance;
    return width * sizeMm;
  };
}

/** Writes a line without kerning, in the space of a page whose unit is the point and whose y runs down, in its current opacity. */
export function drawPlainLine(
  document: PDFKit.PDFDocument,
  { text, x, y, sizeMm, weight, colour }: TextLine,
): void {
  let codes = '';
  for (const character of text) codes += letterOf(document, character, weight).code;
  const face = faceOf(document, weight);
  const { fonts } = document.page as unknown as { fonts: Record<string, object> };
  fonts[face.id] ??= face.ref();
  document.fillColor(colour);
  const at = [x, y].map((mm) => round(mm * PT_OF_MM)).join(' ');
  document.addContent(
    `BT /${face.id} ${round(sizeMm * PT_OF_MM)} Tf 1 0 0 -1 ${at} Tm <${codes}> Tj ET`,
  );
}

function letterOf(
  document: PDFKit.PDFDocument,
  character: string,
  weight: TextLine['weight'],
): Letter {
  let letters = known.get(document);
  if (!letters) {
    letters = { regular: new Map(), bold: new Map(), italic: new Map() };
    known.set(document, letters);
  }
  const met = letters[weight].get(character);
  if (met) return met;
  const [codes, places] = faceOf(document, weight).encode(character);
  const advance = places.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / 1000;
  const letter = { code: codes.join(''), advance };
  letters[weight].set(character, letter);
  return letter;
}

function faceOf(document: PDFKit.PDFDocument, weight: TextLine['weight']): EmbeddedFace {
  return (document.font(weight) as unknown as { _font: EmbeddedFace })._font;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
