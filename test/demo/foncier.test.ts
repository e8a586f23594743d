import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { FONCIER_LAYERS } from '../../scripts/demo/layers/foncier/foncier-layers.ts';
import { layerFaults, planarArea, verticesOutside } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(FONCIER_LAYERS);
}, 240_000);

describe.each(Object.keys(FONCIER_LAYERS))('%s', (id) => {
  it('agrees with its description', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });
});

describe('land bought and sold in 2024', () => {
  it.each([
    ['acquisition', 17.6],
    ['cession', 5.6],
  ])('%s: %f ha, as written and as drawn (000:5112-5117)', (sense, hectares) => {
    const own = layers.mutations_foncieres!.features.filter(
      ({ properties }) => properties.sens === sense,
    );
    const written = own.reduce((sum, { properties }) => sum + (properties.surface_ha as number), 0);
    const drawn = own.reduce((sum, { geometry }) => sum + planarArea(geometry), 0);
    expect(written).toBeCloseTo(hectares, 6);
    expect(drawn / 10_000).toBeCloseTo(hectares, 2);
  });

  it('lies in its commune', () => {
    for (const { geometry, properties } of layers.mutations_foncieres!.features) {
      expect(verticesOutside(ground, geometry, [properties.comm_insee as string])).toEqual([]);
    }
  });
});

describe('farmed parcels', () => {
  it('belong to 579 farms, 32 organic, 28 % in short circuits, none with a name (002:1218)', () => {
    const farms = (field?: string) =>
      new Set(
        layers
          .parcelles_agricoles!.features.filter(({ properties }) => !field || properties[field])
          .map(({ properties }) => properties.exploitant),
      );
    expect(farms().size).toBe(579);
    expect(farms('bio').size).toBe(32);
    expect(farms('circuit_court').size).toBe(162);
    for (const farm of farms()) expect(farm).toMatch(/^EXP-\d{3}$/);
  });

  it('measure what they say, and 3 000 to 6 000 of them', () => {
    const { features } = layers.parcelles_agricoles!;
    expect(features.length).toBeGreaterThan(3000);
    expect(features.length).toBeLessThan(6000);
    for (const { geometry, properties } of features) {
      expect(planarArea(geometry) / 10_000).toBeCloseTo(properties.surf_ha as number, 1);
    }
  });
});

it('the land that communes took from 2010 to 2020 is 900 ha, whatever the use (002:938)', () => {
  const rows = layers.conso_espace!.features.map(({ properties }) => properties);
  const tenths = (field: string) =>
    rows.reduce((sum, row) => sum + Math.round(10 * (row[field] as number)), 0);
  expect(tenths('conso_ha')).toBe(9000);
  expect(tenths('habitat_ha') + tenths('activite_ha') + tenths('infrastructure_ha')).toBe(9000);
});
