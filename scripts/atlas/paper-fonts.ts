import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PaperFonts } from '../../src/paper/pdf/open-document.ts';

/** The faces of documents, the same as in the page. */
export async function readPaperFonts(): Promise<PaperFonts> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold, italic] = await Promise.all(
    ['400Regular', '500Medium', '400Regular_Italic'].map(async (name) => {
      const path = resolve(`@expo-google-fonts/roboto/${name}/Roboto_${name}.ttf`);
      const { buffer, byteOffset, length } = await readFile(path);
      return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    }),
  );
  return { regular, bold, italic } as PaperFonts;
}
