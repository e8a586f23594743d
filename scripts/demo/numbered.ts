import type { DemoFeature } from './demo-layer.ts';

/** Features with an `id` before their other properties: a prefix and their place, counted from 1, in so many digits. */
export function numbered(
  features: readonly DemoFeature[],
  prefix: string,
  digits: number,
): DemoFeature[] {
  return features.map(({ geometry, properties }, i) => {
    const id = `${prefix}${String(i + 1).padStart(digits, '0')}`;
    return { geometry, properties: { id, ...properties } };
  });
}
