import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { AppError } from '../../domain/errors.ts';
import { decodeText } from '../../loaders/decode-text.ts';

/** An element of an XML document; names are without their prefix. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  /** Its own text, that of its children left out. */
  text: string;
}

/**
 * The root element of an XML document, in the encoding that it declares: by a byte order mark, else by its declaration,
 * else UTF-8; what is said to be UTF-8 and is not is read as Windows-1252. Only the entities of XML itself and numbers are
 * read: a document that declares its own is refused, so none can grow.
 * @throws {AppError} `source-unreadable`: reason `xml-too-large`, `xml-encoding` (not known), `xml-doctype`,
 * `xml-too-deep`, or `xml` with the `line` where it breaks off.
 */
export function parseXml(bytes: Uint8Array, source: string, maxBytes = MAX_BYTES): XmlNode {
  if (bytes.length > maxBytes) throw unreadable(source, 'xml-too-large', { bytes: bytes.length });
  const text = decodeXml(bytes, source);
  const start = text.replace(PROLOGUE, '').slice(0, 9);
  if (start.toUpperCase() === '<!DOCTYPE') throw unreadable(source, 'xml-doctype');
  const fault = XMLValidator.validate(text);
  if (fault !== true) throw unreadable(source, 'xml', { line: fault.err.line });
  const [root] = toNodes(parse(text, source));
  if (!root) throw unreadable(source, 'xml', { line: 1 });
  return root;
}

/** Metadata of one dataset are some tens of kilobytes. */
const MAX_BYTES = 5_000_000;

const MAX_DEPTH = 100;

/** What may stand before the root element or the document type: declaration, comments, instructions. */
const PROLOGUE = /^(?:\s+|<\?[^?]*(?:\?(?!>)[^?]*)*\?>|<!--(?:(?!-->)[\s\S])*-->)*/;

function decodeXml(bytes: Uint8Array, source: string): string {
  const label = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const decoder = createDecoder(label, source);
  const isUtf8 = decoder.encoding === 'utf-8';
  try {
    return decodeText(decoder, bytes);
  } catch (cause) {
    if (!isUtf8) throw unreadable(source, 'xml-encoding', { encoding: label }, cause);
    return decodeText(new TextDecoder('windows-1252'), bytes);
  }
}

function createDecoder(label: string, source: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw unreadable(source, 'xml-encoding', { encoding: label }, cause);
  }
}

/** The encoding that the first bytes show: a byte order mark, or `<` in two bytes. */
function markedEncoding([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return head.match(/^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/)?.[1] ?? null;
}

/** What `preserveOrder` gives: one member that is named after the element, and its attributes. */
type ParsedNode = Record<string, unknown> & { ':@'?: Record<string, string> };

function parse(text: string, source: string): ParsedNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MAX_DEPTH,
  });
  try {
    return parser.parse(text);
  } catch (cause) {
    const isDeep = cause instanceof Error && /nested/i.test(cause.message);
    throw unreadable(source, isDeep ? 'xml-too-deep' : 'xml', isDeep ? {} : { line: 1 }, cause);
  }
}

function toNodes(parsed: readonly ParsedNode[]): XmlNode[] {
  return parsed.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (!name) return [];
    const inner = node[name] as ParsedNode[];
    const texts = inner.map((part) => String(part['#text'] ?? ''));
    const attributes = node[':@'] ?? {};
    return [{ name, attributes, children: toNodes(inner), text: texts.join('').trim() }];
  });
}

function unreadable(
  source: string,
  reason: string,
  facts: Record<string, string | number> = {},
  cause?: unknown,
): AppError {
  return new AppError(
    'source-unreadable',
    `${source}: ${reason}`,
    { source, reason, ...facts },
    cause,
  );
}
