import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PaperFonts } from '../../src/paper/pdf/open-document.ts';

const { resolve } = createRequire(import.meta.url);

/** The faces of documents, as the page fetches them. */
export function paperFonts(): PaperFonts {
  return {
    regular: face('400Regular'),
    bold: face('500Medium'),
    italic: face('400Regular_Italic'),
  };
}

function face(name: string): ArrayBuffer {
  const { buffer, byteOffset, length } = readFileSync(
    resolve(`@expo-google-fonts/roboto/${name}/Roboto_${name}.ttf`),
  );
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
}
