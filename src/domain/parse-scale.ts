/** The denominator of a scale: `2000`, `1/2000` or `1:2 000` → 2000; null for anything else. */
export function parseScale(text: string): number | null {
  const digits = text
    .trim()
    .replace(/^1\s*[:/]/, '')
    .replace(/[\s\u00a0\u202f]/g, '');
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null;
}
