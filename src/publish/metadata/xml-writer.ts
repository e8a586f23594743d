/** Attributes of an element; those that are undefined are left out. */
export type XmlAttributes = Record<string, string | undefined>;

/** A piece of XML: an element, several, or none. */
export type Xml = string | false | undefined | null | readonly Xml[];

/** An element with its children; one without children is closed at once. */
export function element(name: string, attributes: XmlAttributes, ...children: Xml[]): string {
  const inner = join(children);
  const start = Object.entries(attributes).reduce(
    (text, [key, value]) => (value === undefined ? text : `${text} ${key}="${escapeXml(value)}"`),
    `<${name}`,
  );
  return inner ? `${start}>${inner}</${name}>` : `${start}/>`;
}

/** An element that holds a text. */
export function textElement(
  name: string,
  text: string | number,
  attributes: XmlAttributes = {},
): string {
  return element(name, attributes, escapeXml(String(text)));
}

/** A whole document, in UTF-8. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function join(pieces: readonly Xml[]): string {
  return pieces.map((piece) => (Array.isArray(piece) ? join(piece) : piece || '')).join('');
}

/** Line ends as numbers, which a reader does not change; characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** Control characters, halves of characters, and what is no character: XML 1.0 cannot hold them (§ 2.2), or should not. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;
