import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Pairs of text and ground that the style sheets use, and the least contrast WCAG 2.2 AA asks of them. */
const PAIRS = [
  ['ink', 'paper', 4.5],
  ['ink', 'raised', 4.5],
  ['ink', 'tint', 4.5],
  ['quiet', 'paper', 4.5],
  ['quiet', 'raised', 4.5],
  ['quiet', 'tint', 4.5],
  ['canal', 'paper', 4.5],
  ['canal', 'raised', 4.5],
  ['canal', 'tint', 4.5],
  ['brique', 'paper', 4.5],
  ['brique', 'raised', 4.5],
  ['brique', 'brique-tint', 4.5],
  ['good', 'paper', 3],
  ['good', 'raised', 3],
  ['caution', 'paper', 3],
  ['caution', 'raised', 3],
  ['drawn', 'paper', 3],
  ['drawn', 'raised', 3],
  ['sql-function', 'raised', 4.5],
  ['sql-string', 'raised', 4.5],
  ['sql-number', 'raised', 4.5],
  ['on-canal', 'canal', 4.5],
  ['on-canal', 'canal-strong', 4.5],
  ['paper', 'brique', 4.5],
  ['control-line', 'paper', 3],
  ['control-line', 'raised', 3],
] as const;

const STYLES = new URL('../../src/ui/styles/', import.meta.url);
const css = readFileSync(new URL('tokens.css', STYLES), 'utf8');

test.each(PAIRS)('%s on %s reads in both themes', (text, ground, least) => {
  for (const theme of [0, 1]) {
    const [a, b] = [text, ground].map((name) => luminance(coloursOf(name)[theme]!));
    const contrast = (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
    expect(contrast).toBeGreaterThanOrEqual(least);
  }
});

/** The tokens themselves, and the presentation, which has the colours of a lit room in both themes. */
const OWN_COLOURS = ['tokens.css', 'seance-show.css'];

test('style sheets take their colours from the tokens', () => {
  const literal = readdirSync(STYLES)
    .filter((name) => name.endsWith('.css') && !OWN_COLOURS.includes(name))
    .flatMap((name) =>
      readFileSync(new URL(name, STYLES), 'utf8')
        .split('\n')
        .filter((line) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(literal).toEqual([]);
});

/** The colour of a token in light and in dark. */
function coloursOf(name: string): string[] {
  const pattern = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`);
  return pattern.exec(css)!.slice(1);
}

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
