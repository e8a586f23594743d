import { decodeText } from '../../../loaders/decode-text.ts';
import { isUtf8 } from '../../../loaders/text-encoding.ts';
import { decodeOem } from './oem-code-pages.ts';

/** How the text of a dBase file is decoded. */
export interface DbfEncoding {
  decode(bytes: Uint8Array): string;
  /** Whether each byte gives one character, so that many cells can be decoded at once. */
  isSingleByte: boolean;
  /** Its name when nothing said it and it is only likely; null when it was said or tells itself, as UTF-8 does. */
  guessed: string | null;
}

/**
 * The encoding of a dBase file: what its `.cpg` says, else its language byte (`languageId`, byte 29), else UTF-8 when all
 * of `text` is valid UTF-8, else Windows-1252. A byte that says ANSI is not believed of text that is valid UTF-8: writers
 * leave it there whatever they write.
 */
export function dbfEncoding(
  text: Uint8Array,
  codePage: string | undefined,
  languageId: number,
): DbfEncoding {
  const page = pageOf(codePage ?? '');
  if (page) return encodingOf(page, null);
  const isAscii = text.every((byte) => byte < 128);
  const byLanguage = LANGUAGES[languageId];
  if (isAscii || (byLanguage && (byLanguage !== 'windows-1252' || !isUtf8(text)))) {
    return encodingOf(byLanguage ?? 'windows-1252', null);
  }
  return isUtf8(text) ? encodingOf('utf-8', null) : encodingOf('windows-1252', 'Windows-1252');
}

function encodingOf(page: string, guessed: string | null): DbfEncoding {
  if (page === 'cp437' || page === 'cp850') {
    const number = page === 'cp437' ? 437 : 850;
    return { decode: (bytes) => decodeOem(bytes, number), isSingleByte: true, guessed };
  }
  const decoder = new TextDecoder(page, { ignoreBOM: true });
  const isSingleByte = /^(windows-|iso-8859-|koi8|macintosh|ibm866)/.test(decoder.encoding);
  return { decode: (bytes) => decodeText(decoder, bytes), isSingleByte, guessed };
}

/** The label of a code page as `.cpg` files write them: `UTF-8`, `1252`, `ANSI 1252`, `88591`, `ISO-8859-15`, `CP850`. */
function pageOf(codePage: string): string | null {
  const label = codePage.replace(/^\uFEFF/, '').trim();
  const number = label.replace(/^(?:ansi|cp|oem|windows|ibm)?[\s-]*(\d{3,6})$/i, '$1');
  const known = CODE_PAGES[number] ?? label;
  if (known === 'cp437' || known === 'cp850') return known;
  try {
    return label ? new TextDecoder(known).encoding : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Code pages as `.cpg` files write them → labels of the Encoding Standard, or ours of MS-DOS. */
const CODE_PAGES: Record<string, string> = {
  '437': 'cp437',
  '850': 'cp850',
  '1250': 'windows-1250',
  '1252': 'windows-1252',
  '65001': 'utf-8',
  '88591': 'iso-8859-1',
  '885915': 'iso-8859-15',
};

/** Language byte of dBase → code page. Source: ESRI, "Shapefile and dBASE file code pages"; those met in France. */
const LANGUAGES: Record<number, string> = {
  1: 'cp437',
  2: 'cp850',
  3: 'windows-1252',
  13: 'cp437',
  14: 'cp850',
  27: 'cp437',
  29: 'cp850',
  55: 'cp850',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
};
