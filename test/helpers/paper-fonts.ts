import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PaperFonts } from '../../src/paper/pdf/open-document.ts';

const FOLDER = join(createRequire(import.meta.url).resolve('pdfmake'), '../../build/fonts/Roboto');

/** The faces of documents, as the page fetches them. */
export function paperFonts(): PaperFonts {
  return { regular: face('Regular'), bold: face('Medium'), italic: face('Italic') };
}

function face(name: string): ArrayBuffer {
  const { buffer, byteOffset, length } = readFileSync(join(FOLDER, `Roboto-${name}.ttf`));
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
}
