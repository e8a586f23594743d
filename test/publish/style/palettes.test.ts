import { describe, expect, it } from 'vitest';
import {
  CATEGORY_COLOURS,
  MAX_CLASSES,
  RAMPS,
  rampColours,
} from '../../../src/publish/style/palettes.ts';

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const EYES: Record<string, number[][]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

describe('the palettes', () => {
  it.each(Object.keys(EYES))('have neighbouring classes that %s tells apart', (eye) => {
    for (const ramp of RAMPS) {
      for (let count = 2; count <= MAX_CLASSES; count++) {
        const colours = rampColours(ramp, count);
        expect(new Set(colours).size).toBe(count);
        for (let i = 1; i < count; i++) {
          const apart = difference(colours[i - 1] as string, colours[i] as string, eye);
          expect(apart, `${ramp} ${count}: ${colours[i - 1]} ${colours[i]}`).toBeGreaterThan(5);
        }
      }
    }
  });

  it.each(Object.keys(EYES))('have categories that %s tells apart, each from all others', (eye) => {
    for (const [i, a] of CATEGORY_COLOURS.entries()) {
      for (const b of CATEGORY_COLOURS.slice(i + 1)) {
        expect(difference(a, b, eye), `${a} ${b}`).toBeGreaterThan(10);
      }
    }
  });
});

/** CIE76 difference of two colours as an eye sees them; about 2.3 can just be noticed. */
function difference(a: string, b: string, eye: string): number {
  const [first, second] = [labOf(a, eye), labOf(b, eye)];
  return Math.hypot(...first.map((value, i) => value - (second[i] as number)));
}

function labOf(colour: string, eye: string): number[] {
  const hex = colour.startsWith('#') ? colour.slice(1) : colour;
  const linear = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const dot = (row: number[], of: number[]) =>
    row.reduce((sum, value, i) => sum + value * (of[i] as number), 0);
  const seen = (EYES[eye] as number[][]).map((row) => Math.min(1, Math.max(0, dot(row, linear))));
  const xyz = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ].map((row, i) => dot(row, seen) / ([0.95047, 1, 1.08883][i] as number));
  const [x = 0, y = 0, z = 0] = xyz.map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
