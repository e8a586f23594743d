/**
 * The text that was meant where UTF-8 was read as Windows-1252: `CommunautÃ©` → `Communauté`; null where it was not. The
 * letters are put back to the bytes that they stood for, which read as UTF-8 only by design.
 */
export function repairText(text: string): string | null {
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

/** Code point → byte, where Windows-1252 differs from Latin-1 (WHATWG Encoding). */
const WINDOWS_1252 = new Map(
  [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
    0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
  ].flatMap((code, i) => (code === 0 ? [] : [[code, 0x80 + i] as const])),
);
