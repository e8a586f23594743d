/** Where the features of a GeoJSON text lie in its bytes. */
export interface FeatureSlices {
  /** Start and end of runs of whole features, separated by commas, of about a megabyte each. */
  slices: [start: number, end: number][];
  /** The text without its features: `{"type":"FeatureCollection","features":[]}`. */
  shell: string;
}

/**
 * Cuts the bytes of a GeoJSON text in UTF-8 at the features of its top-level member `features`, so that it is never
 * parsed as a whole; null when it has no such list that ends. What is not JSON is found when the pieces are parsed. One
 * walk over the bytes, about 200 MB a second.
 */
export function sliceFeatures(bytes: Uint8Array): FeatureSlices | null {
  const start = findFeatures(bytes);
  if (start === null) return null;
  const slices: FeatureSlices['slices'] = [];
  let first = start;
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (depth === 0 && byte === CLOSE_LIST) {
      if (slices.length > 0 || !isBlank(bytes, first, at)) slices.push([first, at]);
      return { slices, shell: shellOf(bytes, start, at) };
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--;
    else if (byte === COMMA && depth === 0 && at - first >= SLICE_BYTES) {
      slices.push([first, at]);
      first = at + 1;
    }
  }
  return null;
}

/** The byte after the bracket that opens the list `features` of the outermost object. */
function findFeatures(bytes: Uint8Array): number | null {
  let depth = 0;
  let key: [number, number] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = endOfString(bytes, at);
      if (depth === 1) key = [at + 1, end];
      at = end;
    } else if (byte === OPEN_LIST && depth === 1 && textOf(bytes, ...key) === 'features') {
      return at + 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth--;
  }
  return null;
}

/** The byte of the quote that ends a string; the end of all when none does. */
function endOfString(bytes: Uint8Array, open: number): number {
  let at = open + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] as number) > 0x20) return false;
  return true;
}

function shellOf(bytes: Uint8Array, start: number, end: number): string {
  return textOf(bytes, 0, start) + textOf(bytes, end, bytes.length);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}

const SLICE_BYTES = 1024 * 1024;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
