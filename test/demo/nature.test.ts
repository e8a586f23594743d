import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { readNatureFacts } from '../../scripts/demo/layers/nature/nature-facts.ts';
import { NATURE_LAYERS } from '../../scripts/demo/layers/nature/nature-layers.ts';
import { publishedFigure } from '../../scripts/demo/published-figures.ts';
import { findCommune } from '../../scripts/demo/shapes/commune.ts';
import { shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults, planarHectares, shapeOf } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

const ground = keptGround();
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  layers = laidLayers(NATURE_LAYERS);
}, 240_000);

describe.each(Object.keys(NATURE_LAYERS))('%s', (id) => {
  it('is filled as it is described, with keys of its own and geometry of its family', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });
});

describe('natural sites', () => {
  it('under the wardens are 11 and measure 220 ha, all managed ones 300 ha', () => {
    const sites = layers.espaces_naturels!.features;
    const wardens = sites.filter(({ properties }) => properties.gestion === 'écogardes');
    const others = sites.filter(({ properties }) => properties.gestion === 'Agglomération');
    expect(wardens).toHaveLength(publishedFigure('ind-145'));
    const [ofWardens, ofOthers] = [planarHectares(wardens), planarHectares(others)];
    expect(Math.abs(ofWardens / publishedFigure('ind-146') - 1)).toBeLessThan(0.001);
    expect(Math.abs((ofWardens + ofOthers) / publishedFigure('ind-143') - 1)).toBeLessThan(0.001);
  });

  it('that the documents name lie in their commune', () => {
    for (const { name, commune } of readNatureFacts().sites) {
      if (!commune) continue;
      const { geometry } = layers.espaces_naturels!.features.find(
        ({ properties }) => properties.nom === name,
      )!;
      const [corner] = shapeOf(geometry)[0]![0]!;
      const near = findCommune(ground, commune);
      expect(near.code, name).toBe(commune);
      expect(shapeContains(near.shape, corner!), name).toBe(true);
    }
  });
});

describe('restored reaches', () => {
  it('follow the six rivers of the plans, and the banks of eight communes in 2022', () => {
    const { features } = layers.restauration!;
    const rivers = new Set(features.map(({ properties }) => properties.cours_eau));
    for (const river of ['Guarbecque', 'Lawe', 'Loisne', 'Busnes', 'Frênelet', 'Laquette']) {
      expect(rivers).toContain(river);
    }
    const banks = features.filter(({ properties }) => properties.plan === 'Berges');
    expect(banks.map(({ properties }) => properties.comm_insee).sort()).toEqual(
      [...readNatureFacts().banks.communes].sort(),
    );
  });
});
