/** Two numbers of a position in the order of a text, and which axes the text says they are. */
export interface NumberPair {
  first: number;
  second: number;
  /** Null where the text names none. */
  axes: 'north-east' | 'east-north' | null;
  /** Whether minutes or seconds are 60 or more. */
  isOverSixty: boolean;
}

/**
 * The two numbers that a text holds: decimal, or degrees, minutes and seconds; null when it holds anything else. Letters of the axes
 * (`N S E W O`, `lat`, `lon`, `X`, `Y`) are read before or after their number; `S`, `W` and `O` (ouest) make it negative.
 */
export function splitNumbers(text: string): NumberPair | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/\b(latitude|lat)\b\.?\s*[:=]?/gi, ' N ')
    .replace(/\b(longitude|long|lng|lon)\b\.?\s*[:=]?/gi, ' E ')
    .replace(/\b(nord|north)\b\s*[:=]?/gi, ' N ')
    .replace(/\b(ouest|west)\b/gi, ' W ')
    .replace(/\b(sud|south)\b/gi, ' S ')
    .replace(/\b(est|east)\b\s*[:=]?/gi, ' E ')
    .replace(/\bx\s*[:=]?/gi, ' E ')
    .replace(/\by\s*[:=]?/gi, ' N ')
    .trim();
  const letters = plain.match(/[a-z]/gi) ?? [];
  if (letters.length > 0) return withLetters(plain, letters);
  const halves = halvesOf(plain);
  if (!halves) return null;
  const [first, second] = halves;
  const isOverSixty = first.isOverSixty || second.isOverSixty;
  return { first: first.value, second: second.value, axes: null, isOverSixty };
}

interface Angle {
  value: number;
  isOverSixty: boolean;
}

function withLetters(text: string, letters: string[]): NumberPair | null {
  const signs = letters.map((letter) => letter.toUpperCase());
  const [one, two] = signs;
  if (signs.length !== 2 || !one || !two || !/[NS][EWO]|[EWO][NS]/.test(one + two)) return null;
  const isBefore = /^\s*[a-z]/i.test(text);
  const parts = text.split(/[a-z]/i);
  const texts = isBefore ? [parts[1], parts[2]] : [parts[0], parts[1]];
  const [first, second] = texts.map((part) =>
    angleOf(part?.replace(/^[\s,;]+|[\s,;]+$/g, '') ?? ''),
  );
  const isRest = isBefore ? parts[0]?.trim() === '' : parts[2]?.trim() === '';
  if (!first || !second || !isRest) return null;
  const sign = (letter: string) => (/[SWO]/.test(letter) ? -1 : 1);
  return {
    first: sign(one) * first.value,
    second: sign(two) * second.value,
    axes: /[NS]/.test(one) ? 'north-east' : 'east-north',
    isOverSixty: first.isOverSixty || second.isOverSixty,
  };
}

/** The two halves of a text without letters: at a sign that parts them, else at the one place where both are numbers. */
function halvesOf(text: string): [Angle, Angle] | null {
  for (const separator of [
    /\s*[;/|]\s*|\t+/,
    /,\s+/,
    /(?<=\d\.\d+),(?=[-+]?\d)/,
    /(?<=["″])\s*,?\s*/,
  ]) {
    const parts = text.split(separator).filter((part) => part.trim() !== '');
    const [first, second] = parts.map(angleOf);
    if (parts.length === 2 && first && second) return [first, second];
  }
  const words = text.split(/\s+/);
  const ways = words.slice(1).flatMap((_word, index): [Angle, Angle][] => {
    const first = angleOf(words.slice(0, index + 1).join(' '));
    const second = angleOf(words.slice(index + 1).join(' '));
    return first && second && isEven(words, index + 1) ? [[first, second]] : [];
  });
  if (ways.length === 1) return ways[0] ?? null;
  const comma = /^([-+]?\d+),([-+]?\d+)$/.exec(text);
  return comma ? [decimal(comma[1] ?? ''), decimal(comma[2] ?? '')] : null;
}

/** Whether words parted at an index are two numbers of thousands, or two angles of as many parts. */
function isEven(words: string[], at: number): boolean {
  const [first, second] = [words.slice(0, at), words.slice(at)];
  return (
    first.length === second.length || [first, second].every((own) => THOUSANDS.test(own.join(' ')))
  );
}

/** A number whose thousands are parted by spaces, or that has none. */
const THOUSANDS = /^[-+]?\d{1,3}( \d{3})*([.,]\d+)?$/;
const DECIMAL = /^[-+]?\d+([.,]\d+)?$/;
const ANGLE =
  /^([-+]?\d{1,3})\s*[°d\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′m]|\s|$)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”s]|''|’’|′′)?\s*)?)?$/i;

function angleOf(text: string): Angle | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (DECIMAL.test(trimmed)) return decimal(trimmed);
  if (/^[-+]?\d+([.,]\d+)?\s*°$/.test(trimmed)) return decimal(trimmed.replace(/\s*°/, ''));
  if (THOUSANDS.test(trimmed)) return decimal(trimmed.replace(/ /g, ''));
  const match = ANGLE.exec(trimmed);
  if (!match) return null;
  const [, degrees = '', minutes = '0', seconds = '0'] = match;
  const [m, s] = [toNumber(minutes), toNumber(seconds)];
  const size = Math.abs(Number(degrees)) + m / 60 + s / 3600;
  return { value: degrees.startsWith('-') ? -size : size, isOverSixty: m >= 60 || s >= 60 };
}

const toNumber = (text: string) => Number(text.replace(',', '.'));
const decimal = (text: string): Angle => ({ value: toNumber(text), isOverSixty: false });
