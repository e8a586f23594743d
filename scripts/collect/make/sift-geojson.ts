import type { Feature } from 'geojson';

/** The features of a large file that are wanted. */
export interface SiftedGeoJson {
  /** The file without the others. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Features that the file has. */
  read: number;
}

/**
 * A GeoJSON FeatureCollection of any size (UTF-8) with its wanted features alone, all else as it is: read as it flows, a feature at a time in
 * memory. A national file of 250 MB takes 230 MB of memory so, and 760 MB where all of it is read.
 */
export async function siftGeoJson(
  chunks: AsyncIterable<Buffer>,
  isWanted: (feature: Feature) => boolean,
): Promise<SiftedGeoJson> {
  const kept: Buffer[] = [];
  let read = 0;
  let isFirst = true;
  for await (const { isItem, bytes } of piecesOf(chunks)) {
    if (!isItem) {
      if (isSeparator(bytes)) continue;
      kept.push(bytes);
      isFirst = true;
      continue;
    }
    const item = JSON.parse(bytes.toString()) as Feature;
    if (item.type === 'Feature') {
      read++;
      if (!isWanted(item)) continue;
    }
    kept.push(...(isFirst ? [bytes] : [COMMA, bytes]));
    isFirst = false;
  }
  return { bytes: new Uint8Array(Buffer.concat(kept)), read };
}

interface Piece {
  /** Whether it is an object of a list of the document, as a feature is; else what stands around these. */
  isItem: boolean;
  bytes: Buffer;
}

/** All bytes, cut before and after each object of a list that is a member of the document. */
async function* piecesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  const opened: number[] = [];
  let [inString, isEscaped] = [false, false];
  let parts: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    const cutAt = (end: number, isItem: boolean): Piece => {
      const bytes = Buffer.concat([...parts, chunk.subarray(from, end)]);
      from = end;
      parts = [];
      return { isItem, bytes };
    };
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (byte === BRACE || byte === BRACKET) {
        if (isInList(opened) && byte === BRACE) yield cutAt(at, false);
        opened.push(byte);
      } else if (byte === END_BRACE || byte === END_BRACKET) {
        opened.pop();
        if (isInList(opened) && byte === END_BRACE) yield cutAt(at + 1, true);
      }
    }
    parts.push(Buffer.from(chunk.subarray(from)));
  }
  yield { isItem: false, bytes: Buffer.concat(parts) };
}

const isInList = (opened: readonly number[]) => opened.length === 2 && opened[1] === BRACKET;
const isSeparator = (bytes: Buffer) => bytes.length < 64 && /^\s*,\s*$/.test(bytes.toString());

const COMMA = Buffer.from(',');
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [BRACE, END_BRACE, BRACKET, END_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
