import { AppError } from './errors.ts';

/**
 * The pairs of numbers that a text holds, in its order: one a line, or parted by semicolons; the two numbers of a pair by a space, a
 * tab, a semicolon or a comma. Decimal commas are understood where the numbers are not parted by commas.
 * @throws {AppError} `geometry-invalid` with `reason` `coordinates`, the `line` (from 1) and its `text`.
 */
export function parseCoordinates(text: string): [number, number][] {
  return text.split(/\n/).flatMap((line, index) => {
    const trimmed = line.trim();
    return trimmed === '' ? [] : [pairOf(trimmed, index + 1)];
  });
}

function pairOf(text: string, line: number): [number, number] {
  const parts = partsOf(text);
  const numbers = parts.map((part) => (NUMBER.test(part) ? Number(part.replace(',', '.')) : NaN));
  const [x, y] = numbers;
  if (numbers.length !== 2 || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new AppError('geometry-invalid', `line ${line}: "${text}" is no pair of numbers`, {
      reason: 'coordinates',
      line,
      text,
    });
  }
  return [x as number, y as number];
}

/** `1 234,5 ; 2` has two numbers by its semicolon, `1,5 2,5` by its space, `1.5,2.5` by its comma. */
function partsOf(text: string): string[] {
  for (const separator of [/\s*;\s*|\t+/, /,\s+|\s+/, /,/]) {
    const parts = text.split(separator).filter((part) => part !== '');
    if (parts.length > 1) return parts.map((part) => part.replace(/[\s\u00a0\u202f]/g, ''));
  }
  return [text];
}

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
