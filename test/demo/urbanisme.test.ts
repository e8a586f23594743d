import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { readPlanning } from '../../scripts/demo/layers/urbanisme/urbanisme-facts.ts';
import { URBANISME_LAYERS } from '../../scripts/demo/layers/urbanisme/urbanisme-layers.ts';
import { layerFaults, planarArea, verticesOutside } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(URBANISME_LAYERS);
}, 240_000);

describe.each(Object.keys(URBANISME_LAYERS))('%s', (id) => {
  it('agrees with its description', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });
});

describe('permits', () => {
  it('are 5 855 requests in 75 communes, 501 and 27 permits, 31 communes automated (000:645-700)', () => {
    const rows = layers.ads!.features.map(({ properties }) => properties);
    const sum = (field: string) => rows.reduce((all, row) => all + Number(row[field] ?? 0), 0);
    expect([sum('dossiers'), sum('pc'), sum('pa')]).toEqual([5855, 501, 27]);
    expect(Math.round((100 * sum('en_ligne')) / sum('dossiers'))).toBe(59);
    expect(rows.filter((row) => row.instruit_agglo)).toHaveLength(75);
    expect(rows.filter((row) => row.cua_automatise)).toHaveLength(31);
    expect(rows.filter((row) => row.cua_automatise && !row.instruit_agglo)).toEqual([]);
  });
});

describe('procedures', () => {
  it('are the six of the report, each in its commune and at its stage (000:370-378)', () => {
    const { procedures } = readPlanning();
    expect(layers.procedures_plu!.features).toHaveLength(6);
    layers.procedures_plu!.features.forEach(({ geometry, properties }, i) => {
      const { commune, stage } = procedures[i]!;
      expect([properties.comm_insee, properties.etape]).toEqual([commune, stage]);
      expect(verticesOutside(ground, geometry, [commune])).toEqual([]);
      expect(planarArea(geometry) / 10_000).toBeCloseTo(properties.surface_ha as number, 1);
    });
  });
});

describe.each([
  ['prescription_surf', 'S'],
  ['prescription_lin', 'L'],
  ['prescription_pct', 'P'],
])('%s', (id, family) => {
  it('writes types, identifiers and symbols as the standard has them', () => {
    for (const { properties } of layers[id]!.features) {
      const { LIB_IDPSC, LIBELLE, TXT, TYPEPSC, STYPEPSC, IDURBA, SYMBOLE, DATVALID } = properties;
      expect(TYPEPSC).toMatch(/^\d\d$/);
      expect(STYPEPSC).toMatch(/^\d\d$/);
      expect(LIB_IDPSC).toMatch(new RegExp(`^${IDURBA}_P${family}\\d{5}$`));
      expect(SYMBOLE).toBe(`PSC-${family}_${TYPEPSC}-${STYPEPSC}_001`);
      expect(DATVALID).toMatch(/^\d{8}$/);
      expect(String(LIBELLE).length).toBeLessThanOrEqual(254);
      expect(String(TXT).length).toBeLessThanOrEqual(10);
    }
  });

  it('lies in the commune that it names', () => {
    const sample = layers[id]!.features.filter((_, i) => i % 12 === 0);
    const outside = sample.filter(({ geometry, properties }) => {
      return verticesOutside(ground, geometry, [properties.comm_insee as string]).length > 0;
    });
    expect(outside.map(({ properties }) => properties.LIB_IDPSC)).toEqual([]);
  });
});

it('an OAP covers each zone that is open to building, but for scraps', () => {
  const area = (id: string, isMeant: (row: Record<string, unknown>) => boolean) =>
    layers[id]!.features.reduce((sum, { geometry, properties }) => {
      return isMeant(properties) ? sum + planarArea(geometry) : sum;
    }, 0);
  const zones = area('zone_urba', ({ TYPEZONE }) => TYPEZONE === 'AUc');
  const principles = area('prescription_surf', ({ TYPEPSC }) => TYPEPSC === '18');
  expect(principles / zones).toBeGreaterThan(0.97);
  expect(principles).toBeLessThanOrEqual(zones + 1);
});

it('the two variants of the project zone are of like size and lie apart', () => {
  const [a, b] = layers.scenarios!.features.map(({ geometry }) => planarArea(geometry));
  expect(Math.abs(a! / b! - 1)).toBeLessThan(0.15);
});
