import { expect, it } from 'vitest';
import { simulationBanner } from '../../../src/publish/strings/simulation-banner.ts';

const WHOLE = 'Territoire de démonstration : géométries simulées';
const layers = (...simulated: boolean[]) => simulated.map((one) => ({ simulated: one }));

it('is the territory’s own where every layer is simulated, and nothing where none is', () => {
  expect(simulationBanner(layers(true, true), WHOLE)).toBe(WHOLE);
  expect(simulationBanner(layers(false, false), WHOLE)).toBeNull();
  expect(simulationBanner([], WHOLE)).toBeNull();
});

it('does not say of official layers that they are simulated', () => {
  const mixed = simulationBanner(layers(true, false, true), WHOLE);
  expect(mixed).toContain('Certaines couches sont simulées (2 sur 3)');
  expect(simulationBanner(layers(true, false), null)).toContain('Une couche simulée (1 sur 2)');
});
