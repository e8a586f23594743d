/** Text as XML 1.0 may hold it in an element or attribute: escaped, without the control characters that it forbids (2.2). */
export function xmlText(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text without the characters that XML 1.0 forbids: controls but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
export function withoutControls(text: string): string {
  return text.replace(FORBIDDEN, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;
