/** Text as XML 1.0, and so SVG and HTML, may hold it in an element or in an attribute between double quotes: escaped, without the control characters that it forbids (2.2). */
export function xmlText(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text without the characters that XML 1.0 forbids: controls but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
export function withoutControls(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** What is no `Char` of XML 1.0 (production 2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
