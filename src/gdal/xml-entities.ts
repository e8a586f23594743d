/**
 * Whether an XML text declares entities, which may stand for a billion words or for a file of the reader's disk. No
 * format that we read needs them. UTF-16 is looked through too; a declaration can only stand before the first element,
 * but all is searched, for a comment may hide where that is.
 */
export function declaresEntities(xml: Uint8Array): boolean {
  const decoder = new TextDecoder(encodingOf(xml));
  let before = '';
  for (let start = 0; start < xml.length; start += BLOCK) {
    const text = before + decoder.decode(xml.subarray(start, start + BLOCK), { stream: true });
    if (/<!(ENTITY|DOCTYPE[^>]*\[)/i.test(text)) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}

/** UTF-16 is told by its byte order mark, else by its first character, which is `<`. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'latin1';
}

const BLOCK = 1_000_000;
/** Longest start of a declaration that may be cut between two blocks. */
const OVERLAP = 2_000;
