import type { ValueForm } from '../standards/table-schema.ts';

/** Whether a text is written as a form wants it. */
export function hasForm(text: string, form: ValueForm): boolean {
  return TESTS[form](text);
}

/** Whether year, month and day name a day of the calendar since 1700. */
export function isCalendarDay(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    Number(year) >= 1700 &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day)
  );
}

/** Whether the last digit of a number is the one that Luhn's formula gives (ISO/IEC 7812-1), as in SIREN and SIRET. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [i, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const TESTS: Record<ValueForm, (text: string) => boolean> = {
  aaaammjj: isCompactDate,
  'iso-date': (text) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return parts !== null && isCalendarDay(parts[1]!, parts[2]!, parts[3]!);
  },
  insee: (text) => /^(\d[1-9]|[1-9]\d|2[AB])\d{3}$/.test(text),
  siren: (text) => /^\d{9}$/.test(text) && passesLuhn(text),
  siret: isSiret,
  idu: (text) => /^\d[\dAB]\d{3}\d{3}[\dA-Z]{2}\d{4}$/.test(text),
  idurba: (text) => IDURBA_V2.test(text) || isFormerIdurba(text),
  url: (text) => /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(text),
  rgb: (text) =>
    /^\d{1,3}-\d{1,3}-\d{1,3}$/.test(text) && text.split('-').every((part) => Number(part) <= 255),
};

/** AAAAMMJJ; all zeros while it is not known, AAAA0000 when only its year is (CNIG SUP 2026, PLU v2024). */
function isCompactDate(text: string): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return false;
  if (text === '00000000' || text.endsWith('0000')) return true;
  return isCalendarDay(parts[1]!, parts[2]!, parts[3]!);
}

/** La Poste's 356000000 numbers its offices otherwise: the sum of their digits is a multiple of five. */
function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (passesLuhn(text)) return true;
  const sum = [...text].reduce((total, digit) => total + Number(digit), 0);
  return text.startsWith('356000000') && sum % 5 === 0;
}

/** CNIG PLU since v2017, § 4.3: INSEE or SIREN, kind of document, date of approval, letter of the document. */
const IDURBA_V2 = /^(\d[\dAB]\d{3}|\d{9})_(PLU|PLUI|POS|CC|PSMV|SCOT)_\d{8}(_[A-Z])?$/i;

/** CNIG PLU v2013 and v2014: code and date, perhaps with something between. */
function isFormerIdurba(text: string): boolean {
  return /^(\d[\dAB]\d{3}|\d{9})_?\d{8}$/.test(text);
}
