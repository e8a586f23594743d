import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PaperFonts } from '../../src/paper/pdf/open-document.ts';

/** The faces of documents, the same as in the page. */
export async function readPaperFonts(): Promise<PaperFonts> {
  const folder = join(
    createRequire(import.meta.url).resolve('pdfmake'),
    '../../build/fonts/Roboto',
  );
  const [regular, bold, italic] = await Promise.all(
    ['Regular', 'Medium', 'Italic'].map(async (name) => {
      const { buffer, byteOffset, length } = await readFile(join(folder, `Roboto-${name}.ttf`));
      return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    }),
  );
  return { regular, bold, italic } as PaperFonts;
}
