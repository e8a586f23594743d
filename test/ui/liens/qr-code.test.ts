import { describe, expect, it } from 'vitest';
import { embedCode, mailLink } from '../../../src/ui/liens/embed-code.ts';
import { MAX_QR_CHARS, type QrCode, qrCode, qrPath, qrSvg } from '../../../src/ui/liens/qr-code.ts';

describe('qrCode', () => {
  it.each(['https://a.fr/', 'https://arpent.fr/#/carte?vue=2.64'])(
    'is read back as the link by a decoder of its own: %s',
    (url) => {
      expect(decode(qrCode(url) as QrCode)).toBe(url);
    },
  );

  it('has the three corners and the quiet zone of four modules that the standard asks for', () => {
    const { modules, size } = qrCode('https://a.fr/') as QrCode;
    expect(size).toBe(21 + 8);
    const rows = modules.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));
    expect(rows.slice(0, 4).join('')).toBe('.'.repeat(4 * size));
    expect(rows.slice(4, 11).map((row) => row.slice(4, 11))).toEqual([
      '#######',
      '#.....#',
      '#.###.#',
      '#.###.#',
      '#.###.#',
      '#.....#',
      '#######',
    ]);
    expect(rows[4]?.slice(18, 25)).toBe('#######');
    expect(rows[24]?.slice(4, 11)).toBe('#######');
  });

  it('is not made of a link too long to be read on paper', () => {
    expect(qrCode('x'.repeat(MAX_QR_CHARS))?.size).toBeLessThanOrEqual(117 + 8);
    expect(qrCode('x'.repeat(MAX_QR_CHARS + 1))).toBeNull();
  });

  it('is an SVG file with its title, every dark module once', () => {
    const code = qrCode('https://a.fr/') as QrCode;
    const dark = code.modules.flat().filter(Boolean).length;
    expect(qrPath(code).split('M').length - 1).toBe(dark);
    expect(qrSvg(code, 'Zone "A" & <B>')).toContain(
      '<title>Zone &#34;A&#34; &#38; &#60;B&#62;</title>',
    );
  });
});

describe('embedCode', () => {
  it('puts the parameter before what the link shows, once', () => {
    const code = embedCode('https://a.fr/x/#/carte?vue=2,50,12', 'Un "titre"');
    expect(code).toContain('src="https://a.fr/x/?embed=1#/carte?vue=2,50,12"');
    expect(code).toContain('title="Un &#34;titre&#34;"');
    expect(embedCode('https://a.fr/?embed=1#/carte', '')).toContain(
      '"https://a.fr/?embed=1#/carte"',
    );
    expect(embedCode('https://a.fr/?a=1&b=2#/carte', '')).toContain(
      '?a=1&#38;b=2&#38;embed=1#/carte',
    );
  });
});

describe('mailLink', () => {
  it('keeps the whole link in the message', () => {
    const url = 'https://a.fr/#/carte?vue=2&couches=a,b';
    const parameters = new URLSearchParams(mailLink(url, 'Sujet & suite', 'Bonjour').split('?')[1]);
    expect(parameters.get('subject')).toBe('Sujet & suite');
    expect(parameters.get('body')).toBe(`Bonjour\n\n${url}`);
  });
});

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Reads a code of versions 1 to 3, level M, whose bytes are in one block, as ISO/IEC 18004 has it; nothing is corrected. */
function decode({ modules, size }: QrCode): string {
  const side = size - 8;
  const at = (x: number, y: number) => modules[y + 4]?.[x + 4] === true;
  const format = [0, 1, 2, 3, 4].reduce((bits, x) => 2 * bits + Number(at(x, 8)), 0) ^ 0b10101;
  expect(format >> 3).toBe(0b00);
  const mask = MASKS[format & 7] as (x: number, y: number) => boolean;
  const isFunction = (x: number, y: number) => {
    const isCorner = (x < 9 && y < 9) || (x >= side - 8 && y < 9) || (x < 9 && y >= side - 8);
    const isAligned = side > 21 && x >= side - 9 && x < side - 4 && y >= side - 9 && y < side - 4;
    return isCorner || isAligned || x === 6 || y === 6;
  };
  const bits: number[] = [];
  let isUp = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < side; step++) {
      const y = isUp ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(x, y)) bits.push(Number(at(x, y) !== mask(x, y)));
      }
    }
    isUp = !isUp;
  }
  const number = (from: number, count: number) =>
    bits.slice(from, from + count).reduce((value, bit) => 2 * value + bit, 0);
  expect(number(0, 4)).toBe(0b0100);
  const bytes = Array.from({ length: number(4, 8) }, (_, i) => number(12 + 8 * i, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
