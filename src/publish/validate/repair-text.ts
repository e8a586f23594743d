/**
 * The text that was meant where UTF-8 was read as Windows-1252 (`CommunautÃ©` → `Communauté`: the letters are put back to
 * the bytes that they stood for, which read as UTF-8 only by design), or where Windows-1252 was read as Latin-1, which makes
 * controls of quotes and `œ`; null where neither was.
 */
export function repairText(text: string): string | null {
  return decodeTwice(text) ?? replaceControls(text);
}

function decodeTwice(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : (WINDOWS_1252.get(code) ?? -1);
    if (byte < 0) return null;
    bytes[i] = byte;
  }
  try {
    const repaired = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return repaired.length < text.length ? repaired : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The text of Windows-1252 bytes that were read as Latin-1, which has controls where that has quotes and `œ`. */
function replaceControls(text: string): string | null {
  if (!/[\u0080-\u009f]/.test(text)) return null;
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const code = CODES[control.charCodeAt(0) - 0x80]!;
    return code === 0 ? control : String.fromCharCode(code);
  });
}

/** What Windows-1252 has for the bytes 0x80 to 0x9f; 0 for nothing (WHATWG Encoding). */
const CODES = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/** Code point → byte, where Windows-1252 differs from Latin-1. */
const WINDOWS_1252 = new Map(
  CODES.flatMap((code, i) => (code === 0 ? [] : [[code, 0x80 + i] as const])),
);
