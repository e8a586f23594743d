import { describe, expect, it } from 'vitest';
import {
  type ChosenParcels,
  chooseParcels,
  type ParcelChoice,
} from '../../../src/engine/scenario/choose-parcels.ts';
import { createRandom } from '../../geo/create-random.ts';

function run(choice: ParcelChoice, need: number): ChosenParcels | null {
  const steps = chooseParcels(choice, need);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Every set of parcels, by brute force. */
function oracle({ gives, costs, neighbours }: ParcelChoice, need: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let set = 1; set < 2 ** gives.length; set++) {
    const parcels = gives.map((_, i) => i).filter((i) => set & (1 << i));
    const seen = new Set([parcels[0] as number]);
    for (const parcel of seen) {
      for (const next of neighbours[parcel] ?? []) if (parcels.includes(next)) seen.add(next);
    }
    const sum = (values: readonly number[]) =>
      parcels.reduce((total, i) => total + (values[i] as number), 0);
    if (seen.size === parcels.length && sum(gives) >= need) best = Math.min(best, sum(costs));
  }
  return best;
}

/** A grid of parcels whose sizes and costs come from a seed. */
function grid(width: number, height: number, seed: number): ParcelChoice {
  const random = createRandom(seed);
  const cells = Array.from({ length: width * height }, (_, i) => i);
  return {
    gives: cells.map(() => 100 + Math.floor(900 * random())),
    costs: cells.map(() => Math.floor(10 * random())),
    neighbours: cells.map((i) =>
      cells.filter((other) => {
        const dx = Math.abs((i % width) - (other % width));
        const dy = Math.abs(Math.floor(i / width) - Math.floor(other / width));
        return dx + dy === 1;
      }),
    ),
  };
}

describe('the parcels that reach an area for the least cost', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those of brute force, seed %i', (seed) => {
    const choice = grid(4, 3, seed);
    for (const need of [500, 1500, 3000]) {
      const chosen = run(choice, need);
      expect(chosen?.isExact).toBe(true);
      expect(chosen?.cost).toBe(oracle(choice, need));
      expect(chosen?.bound).toBeLessThanOrEqual(chosen?.cost ?? 0);
      expect(chosen?.gives).toBeGreaterThanOrEqual(need);
    }
  });

  it('are none when those that touch do not give enough', () => {
    expect(run({ gives: [5, 5], costs: [1, 1], neighbours: [[], []] }, 8)).toBeNull();
    expect(run({ gives: [], costs: [], neighbours: [] }, 1)).toBeNull();
  });

  it('say that they are not certain to be the best in a large sector', () => {
    const chosen = run(grid(10, 10, 7), 12_000);
    expect(chosen?.isExact).toBe(false);
    expect(chosen?.cost).toBeGreaterThanOrEqual(chosen?.bound ?? Number.POSITIVE_INFINITY);
  });
});
