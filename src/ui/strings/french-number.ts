/** The number that a reader typed, `2 000,5` or `2000.5`; NaN for what is no number. */
export function parseFrenchNumber(text: string): number {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
}

/** A number as it is typed again: no thousands, a decimal comma; an empty text for NaN. */
export function formatPlain(value: number): string {
  return Number.isNaN(value) ? '' : String(value).replace('.', ',');
}
