import type { Bin } from '../../domain/answer-view.ts';

/** Values in parts of one round width, 1, 2 or 5 times a power of ten, some `wanted` of them; each value in one part alone. */
export function valueBins(values: readonly number[], wanted: number): Bin[] {
  if (values.length === 0) return [];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const width = roundUp((max - min) / wanted || Math.abs(max) || 1);
  const first = Math.floor(min / width);
  const last = Math.max(first + 1, Math.ceil(max / width));
  const limit = (step: number) => Number((step * width).toPrecision(12));
  const bins = Array.from({ length: last - first }, (_, i) => ({
    from: limit(first + i),
    to: limit(first + i + 1),
    count: 0,
  }));
  for (const value of values) {
    const at = bins.findIndex(({ to }) => value < to);
    (bins[at < 0 ? bins.length - 1 : at] as Bin).count++;
  }
  return bins;
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below `size`. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= size * (1 - 1e-12)) ?? 10;
  return Number((factor * power).toPrecision(1));
}
