import type { BodyKind } from '../part.ts';

/** Whether bytes are what they should be: all of it, only its beginning, or something else (the page of a proxy). */
export type BodyVerdict = 'whole' | 'truncated' | 'wrong-type';

/** Looks at a body as it goes by. */
export interface BodyCheck {
  add(bytes: Uint8Array): void;
  verdict(): BodyVerdict;
  /** The first kilobytes, as text. */
  start(): string;
}

/**
 * A check of one body, gzip opened. JSON is held to close all that it opens, archives and tables to have their end, a GeoPackage to have
 * all pages that it announces; a CSV file may miss its end without a sign.
 */
export function checkBody(kind: BodyKind): BodyCheck {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let size = 0;
  const judge = VERDICTS[kind];
  const nesting = judge ? null : followNesting();
  return {
    add(bytes) {
      size += bytes.length;
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES - head.length)]);
      }
      const kept = tail.subarray(Math.max(0, tail.length + bytes.length - TAIL_BYTES));
      tail = Buffer.concat([kept, bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES))]);
      nesting?.add(bytes);
    },
    verdict() {
      if (size === 0) return 'truncated';
      return judge ? judge(head, tail, size) : nesting!.verdict();
    },
    start: () => head.toString(),
  };
}

type Verdict = (head: Buffer, tail: Buffer, size: number) => BodyVerdict;

function checkCsv(head: Buffer): BodyVerdict {
  const isOther = /^[<{[]/.test(textStart(head)) || head.includes(0);
  return isOther ? 'wrong-type' : 'whole';
}

function checkXml(head: Buffer, tail: Buffer): BodyVerdict {
  const start = textStart(head);
  if (!start.startsWith('<') || /^<(!doctype\s+html|html)/i.test(start)) return 'wrong-type';
  return tail.toString('latin1').trimEnd().endsWith('>') ? 'whole' : 'truncated';
}

function checkGpx(head: Buffer, tail: Buffer): BodyVerdict {
  if (!/<gpx[\s>]/.test(textStart(head))) return 'wrong-type';
  return /<\/gpx>\s*$/.test(tail.toString('latin1')) ? 'whole' : 'truncated';
}

/** APPNOTE 4.3.16: the end of the central directory is in the last 64 kB. */
function checkZip(head: Buffer, tail: Buffer): BodyVerdict {
  const start = head.subarray(0, 4).toString('latin1');
  if (start !== 'PK\x03\x04' && start !== 'PK\x05\x06') return 'wrong-type';
  return tail.includes('PK\x05\x06', 0, 'latin1') ? 'whole' : 'truncated';
}

function checkParquet(head: Buffer, tail: Buffer): BodyVerdict {
  if (head.subarray(0, 4).toString('latin1') !== 'PAR1') return 'wrong-type';
  return tail.subarray(-4).toString('latin1') === 'PAR1' ? 'whole' : 'truncated';
}

/** SQLite's file format, 1.3: bytes of a page at 16, pages at 28 (0 where an old writer left it). */
function checkGeoPackage(head: Buffer, _tail: Buffer, size: number): BodyVerdict {
  if (!head.toString('latin1', 0, 16).startsWith('SQLite format 3')) return 'wrong-type';
  if (head.length < 32) return 'truncated';
  const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  return size < pageBytes * head.readUInt32BE(28) ? 'truncated' : 'whole';
}

/** Follows the brackets of JSON outside its strings, byte by byte: all that matters is ASCII. */
function followNesting(): Pick<BodyCheck, 'add' | 'verdict'> {
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let hasBegun = false;
  let isOther = false;
  return {
    add(bytes) {
      for (const byte of bytes) {
        if (inString) {
          if (isEscaped) isEscaped = false;
          else if (byte === BACKSLASH) isEscaped = true;
          else if (byte === QUOTE) inString = false;
        } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
          if (hasBegun && depth === 0) isOther = true;
          hasBegun = true;
          depth += 1;
        } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
          depth -= 1;
          if (depth < 0) isOther = true;
        } else if (depth === 0) {
          if (byte > SPACE && !BYTE_ORDER_MARK.includes(byte)) isOther = true;
        } else if (byte === QUOTE) inString = true;
      }
    },
    verdict() {
      if (isOther) return 'wrong-type';
      return depth === 0 && hasBegun ? 'whole' : 'truncated';
    },
  };
}

function textStart(head: Buffer): string {
  return head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
}

const HEAD_BYTES = 4096;
const TAIL_BYTES = 65_557;
const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Null: JSON, whose brackets tell. */
const VERDICTS: Record<BodyKind, Verdict | null> = {
  json: null,
  'gzip-json': null,
  csv: checkCsv,
  'gzip-csv': checkCsv,
  xml: checkXml,
  gpx: checkGpx,
  zip: checkZip,
  parquet: checkParquet,
  geopackage: checkGeoPackage,
};
