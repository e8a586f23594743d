import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { PROJETS_LAYERS } from '../../scripts/demo/layers/projets/projets-layers.ts';
import { findCommune } from '../../scripts/demo/shapes/commune.ts';
import { shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(PROJETS_LAYERS);
}, 240_000);

describe.each(Object.keys(PROJETS_LAYERS))('%s', (id) => {
  it('agrees with its description', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });
});

describe.each(['decisions', 'indicateurs'])('%s', (id) => {
  it('has a point in each commune that it names, and none elsewhere', () => {
    for (const { geometry, properties } of layers[id]!.features) {
      const codes = String(properties.comm_insee ?? '')
        .split(', ')
        .filter(Boolean);
      const points: Position[] =
        geometry?.type === 'Point'
          ? [geometry.coordinates]
          : geometry?.type === 'MultiPoint'
            ? geometry.coordinates
            : [];
      expect(points, String(properties.id)).toHaveLength(codes.length);
      codes.forEach((code) => {
        const { shape } = findCommune(ground, code);
        expect(points.some((point) => shapeContains(shape, point))).toBe(true);
      });
    }
  });
});

describe('decisions and indicators', () => {
  it('are 41 and 363', () => {
    expect(rows('decisions')).toHaveLength(41);
    expect(rows('indicateurs')).toHaveLength(363);
  });

  it('measure a figure against its objective the way its note says', () => {
    const of = (id: string) => rows('indicateurs').find((row) => row.id === id)!;
    expect(of('ind-189')).toMatchObject({ mesure: 400, objectif: 1600, avancement_pct: 25 });
    expect(of('ind-189').etat_objectif).toBe('en cours');
    expect(of('ind-191').etat_objectif).toBe('en retard');
    expect(of('ind-337').etat_objectif).toBe('atteint');
    expect(of('ind-203').avancement_pct).toBeCloseTo((100 * 654.5) / 706, 1);
    expect(of('ind-001').objectif).toBeNull();
  });

  it('bring figures to the unit of their objective without a slip', () => {
    const writtenOf = (id: string) =>
      Number(rows('indicateurs').find((row) => row.id === id)!.valeur);
    const measured = (id: string) =>
      Number(rows('indicateurs').find((row) => row.id === id)!.mesure);
    expect(measured('ind-095')).toBeCloseTo(writtenOf('ind-095') / writtenOf('ind-079') / 10, 2);
    expect(measured('ind-209')).toBeCloseTo((100 * writtenOf('ind-209')) / writtenOf('ind-203'), 1);
    expect(measured('ind-203')).toBeCloseTo((1000 * writtenOf('ind-203')) / 278_892, 0);
  });
});

describe('aid to communes', () => {
  it('is 90 operations in 74 communes for 4 168 000 €, of 21.6 million invested (000:507-511)', () => {
    expect(sum('fonds_concours', 'operations')).toBe(90);
    expect(rows('fonds_concours').filter(({ operations }) => Number(operations) > 0)).toHaveLength(
      74,
    );
    expect(sum('fonds_concours', 'montant_eur')).toBe(4_168_000);
    expect(sum('fonds_concours', 'investissement_eur')).toBe(21_600_000);
  });

  it('holds the parts that are published, shops in Burbure and Richebourg alone (000:524-561)', () => {
    expect(sum('fonds_concours', 'lecture_eur')).toBe(147_835);
    expect(sum('fonds_concours', 'renovation_eur')).toBe(503_000);
    expect(sum('fonds_concours', 'commerce_eur')).toBe(114_292);
    const shops = rows('fonds_concours').filter(({ commerce_eur }) => Number(commerce_eur) > 0);
    expect(shops.map(({ comm_nom }) => comm_nom).sort()).toEqual(['Burbure', 'Richebourg']);
  });
});

describe('town centres', () => {
  it('have 35 actions of which 7 ours, and 43 of which 20 for 5 807 952 € (000:744-764)', () => {
    const of = (programme: string) =>
      rows('actions_centres').filter((row) => row.programme === programme);
    const [heart, towns] = [of('Action Cœur de Ville'), of('Petites Villes de Demain')];
    expect(heart).toHaveLength(35);
    expect(heart.filter((row) => row.maitrise_ouvrage === 'Agglomération')).toHaveLength(7);
    expect(towns).toHaveLength(43);
    expect(towns.filter(({ subventionnable }) => subventionnable)).toHaveLength(20);
    expect(sum('actions_centres', 'cout_eur')).toBe(5_807_952);
  });

  it('keep the street that the documents name, in its town', () => {
    const street = (rue: string) =>
      rows('actions_centres').find((row) => row.rue === rue)?.comm_nom;
    expect(street('rue Hermant')).toBe('Bruay-la-Buissière');
    expect(street('Place Leclerc')).toBe('Bruay-la-Buissière');
    expect(street('Boulevard Basly')).toBe('Auchel');
  });
});

describe('street lighting', () => {
  it('feeds 1 500 lights (001:369)', () => {
    expect(sum('eclairage_public', 'points_lumineux')).toBe(1500);
  });
});

function rows(id: string) {
  return layers[id]!.features.map(({ properties }) => properties);
}

function sum(id: string, field: string): number {
  return rows(id).reduce((all, properties) => all + Number(properties[field] ?? 0), 0);
}
