/**
 * The number that a cell holds as people and spreadsheets write it: `1234.5`, `1 234,5` (plain, narrow or non-breaking
 * spaces), `-3`, `1,2E-3`; null for any other text. Codes are none: what begins with a zero that counts (`01004`), and
 * integers of more digits than a number can hold.
 */
export function frenchNumber(text: string): number | null {
  const plain = GROUPED.test(text) ? text.replace(/[ \u00a0\u202f]/g, '') : text;
  if (!NUMBER.test(plain) || /^[-+]?0\d/.test(plain)) return null;
  const number = Number(plain.replace(',', '.'));
  if (!Number.isFinite(number)) return null;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? null : number;
}

const GROUPED = /^[-+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/;
const NUMBER = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d{1,3})?$/;
