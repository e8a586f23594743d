import { hexToRgb } from '../../src/domain/style/colour.ts';
import { hexToOklab } from '../../src/domain/style/oklab.ts';

type Matrix = readonly (readonly [number, number, number])[];

/**
 * What becomes of linear red, green and blue for an eye without one kind of cone: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
 */
const SIMULATIONS: Record<string, Matrix> = {
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
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How far apart two colours are for the eye that tells them apart least, in OKLab: 0.02 is just seen side by side. */
export function leastDifference(a: string, b: string): number {
  return Math.min(
    ...Object.values(SIMULATIONS).map((matrix) => {
      const [one, other] = [seen(a, matrix), seen(b, matrix)].map(hexToOklab);
      return Math.hypot(...[0, 1, 2].map((i) => (one?.[i] ?? 0) - (other?.[i] ?? 0)));
    }),
  );
}

function seen(colour: string, matrix: Matrix): string {
  const linear = hexToRgb(colour).map((value) => toLinear(value / 255));
  const channels = matrix.map((row) =>
    row.reduce((sum, share, i) => sum + share * (linear[i] ?? 0), 0),
  );
  const byte = (value: number) => Math.round(255 * toSrgb(Math.min(1, Math.max(0, value))));
  return `#${channels.map((value) => byte(value).toString(16).padStart(2, '0')).join('')}`;
}

const toLinear = (share: number) =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

const toSrgb = (linear: number) =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
