import type { TextLine, TextMeasure } from './page.ts';

/** How a paragraph is set. */
export interface TextStyle {
  sizeMm: number;
  weight: TextLine['weight'];
  colour: string;
  /** From a baseline to the next, in heights of the type. */
  leading?: number;
}

/** A paragraph as lines no wider than `widthMm`; a word that is wider is cut. Nothing of it is left out. */
export function wrapText(
  text: string,
  widthMm: number,
  { sizeMm, weight }: TextStyle,
  measure: TextMeasure,
): string[] {
  const fits = (line: string) => measure(line, sizeMm, weight) <= widthMm;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) line = longer;
    else {
      if (line) lines.push(line);
      const pieces = cutWord(word, fits);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
  }
  return line ? [...lines, line] : lines;
}

/** A paragraph set from `x`, `y` (mm, top of its first line) in a width: its lines, and where the next may begin. */
export function setText(
  text: string,
  { x, y, width }: { x: number; y: number; width: number },
  style: TextStyle,
  measure: TextMeasure,
): { lines: TextLine[]; bottom: number } {
  const { sizeMm, weight, colour, leading = LEADING } = style;
  const lines = wrapText(printableText(text), width, style, measure).map((line, i) => ({
    text: line,
    x,
    y: y + sizeMm * (ASCENT + i * leading),
    sizeMm,
    weight,
    colour,
  }));
  return { lines, bottom: y + lines.length * sizeMm * leading };
}

/** A text as the face of documents can write it: narrow no-break spaces as no-break spaces, pictograms as a lozenge. */
export function printableText(text: string): string {
  return text.replace(/[\u202f\u2009]/g, '\u00a0').replace(PICTOGRAM, '◊');
}

/** Whether a text holds a pictogram, which `printableText` replaces. */
export function hasPictogram(text: string): boolean {
  return text.search(PICTOGRAM) >= 0;
}

/** Unicode counts ©, ® and ™ among them; the face has these. */
const PICTOGRAM =
  /(?![©®™])\p{Extended_Pictographic}[\u200d\ufe0f\p{Emoji_Modifier}\p{Extended_Pictographic}]*/gu;

/** From the top of a line to its baseline, in heights of the type, so that capitals stand near the top. */
const ASCENT = 0.82;
const LEADING = 1.28;

function cutWord(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
