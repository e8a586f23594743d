import type { MultiPolygon, Point } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { ENERGY_FACTS } from '../../scripts/demo/layers/energie/energie-facts.ts';
import { ENERGIE_LAYERS } from '../../scripts/demo/layers/energie/energie-layers.ts';
import { naturalSites } from '../../scripts/demo/layers/nature/espaces-naturels.ts';
import { findCommune } from '../../scripts/demo/shapes/commune.ts';
import { communeAt } from '../../scripts/demo/shapes/commune-at.ts';
import { difference, intersection, type Shape } from '../../scripts/demo/shapes/overlay.ts';
import { polygonArea } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

const BUILD_MS = 240_000;
/** Layers of points whose features say which commune they stand in. */
const PLACED = [
  'decheteries',
  'colonnes_verre',
  'points_apport_volontaire',
  'points_reparation',
  'cep',
  'toits_publics',
  'installations_enr',
  'poles_consommation',
];

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(ENERGIE_LAYERS);
}, BUILD_MS);

it.each(Object.keys(ENERGIE_LAYERS))(
  '%s is as it is described',
  (id) => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  },
  BUILD_MS,
);

it.each(PLACED)('%s: each point stands in the commune that it names', (id) => {
  for (const { geometry, properties } of features(id)) {
    if (!geometry) continue;
    const { coordinates } = geometry as Point;
    expect(communeAt(ground, coordinates)?.code, String(properties.id)).toBe(properties.comm_insee);
  }
});

describe('the published figures of waste', () => {
  it('are 280 columns, 78 of them on 31 places of Béthune (000:1670-1680)', () => {
    const bethune = where('points_apport_volontaire', 'comm_nom', 'Béthune');
    expect(sum(features('points_apport_volontaire'), 'colonnes')).toBe(280);
    expect(sum(bethune, 'colonnes')).toBe(78);
    expect(bethune).toHaveLength(31);
  });

  it('are 2 025 composters in 2024 and 3 291 in 2022 (000:1582, 001:2181)', () => {
    expect(sum(features('composteurs'), 'composteurs_2024')).toBe(2025);
    expect(sum(features('composteurs'), 'composteurs_2022')).toBe(3291);
    for (const { properties } of features('composteurs')) {
      const rate = (100 * Number(properties.composteurs)) / Number(properties.foyers);
      expect(Math.abs(Number(properties.taux) - rate)).toBeLessThanOrEqual(0.051);
    }
  });

  it('are 78 429 t of household waste, each place in one round (000:1713)', () => {
    expect(sum(features('tournees'), 'tonnes_an')).toBe(78_429);
    for (const commune of ground.communes) {
      const rounds = where('tournees', 'comm_insee', commune.code);
      const area = rounds.reduce(
        (total, { geometry }) => total + areaOf((geometry as MultiPolygon).coordinates),
        0,
      );
      expect(area / commune.areaM2, commune.name).toBeCloseTo(1, 3);
    }
  });

  it('are 6 composting sites of 2022 in five named communes, and 16 of 2024 (001:2162, 000:1586)', () => {
    const of = (year: number) => where('points_reparation', 'annee', year);
    expect(
      of(2022)
        .map(({ properties }) => properties.comm_nom)
        .sort(),
    ).toEqual(['Annequin', 'Billy-Berclau', 'Béthune', 'Béthune', 'Richebourg', 'Violaines']);
    expect(of(2024)).toHaveLength(16);
  });
});

describe('the published figures of energy', () => {
  it('are 65 communes advised, 48 states of play and 7 in progress, 25 audits, 4 projects (000:438-468)', () => {
    const communes = (step: string) =>
      new Set(where('cep', 'etat_des_lieux', step).map(({ properties }) => properties.comm_insee));
    expect(new Set(features('cep').map(({ properties }) => properties.comm_insee)).size).toBe(65);
    expect(communes('restitué').size).toBe(48);
    expect(communes('en cours').size).toBe(7);
    expect(where('cep', 'audit', true)).toHaveLength(25);
    expect(where('cep', 'projet_bbc', true)).toHaveLength(4);
  });

  it('has the lists of 9, 20 and 15 communes with their state of play (001:342-358)', () => {
    const { presented, secondPhase, toFinish } = ENERGY_FACTS.energyAdvice;
    expect([presented, secondPhase, toFinish].map(({ communes }) => communes.length)).toEqual([
      9, 20, 15,
    ]);
    const restituted = new Set(
      where('cep', 'etat_des_lieux', 'restitué').map(({ properties }) => properties.comm_insee),
    );
    for (const code of [presented, secondPhase, toFinish].flatMap(({ communes }) => communes)) {
      expect(restituted).toContain(code);
    }
    const second = new Set(
      where('cep', 'phase_2', true).map(({ properties }) => properties.comm_insee),
    );
    expect(second).toEqual(new Set(secondPhase.communes));
  });

  it('are 120 buildings of 240 000 m² (000:5535-5537)', () => {
    expect(features('toits_publics')).toHaveLength(120);
    expect(sum(features('toits_publics'), 'surface_batiment_m2')).toBe(240_000);
  });

  it('are renewable zones of 28 communes, of which one spills over and one lies on a natural site (000:5380)', () => {
    const zones = features('zaer');
    expect(new Set(zones.map(({ properties }) => properties.comm_insee)).size).toBe(28);
    const spilling = zones.filter(({ geometry, properties }) => {
      const { shape } = findCommune(ground, String(properties.comm_insee));
      return areaOf(difference((geometry as MultiPolygon).coordinates, shape)) > 100;
    });
    expect(spilling.map(({ properties }) => properties.comm_nom)).toEqual(['Richebourg']);
    const site = naturalSites(ground).find(({ commune }) => commune.name === 'Guarbecque')!;
    const overlapping = where('zaer', 'comm_nom', 'Guarbecque').filter(
      ({ geometry }) =>
        areaOf(intersection((geometry as MultiPolygon).coordinates, site.shape)) > 100,
    );
    expect(overlapping.length).toBeGreaterThan(0);
  });
});

describe('what the documents name', () => {
  it('are the recycling centres planned in Cuinchy and Richebourg (000:375-378)', () => {
    const planned = where('decheteries', 'etat', 'en projet');
    expect(planned.map(({ properties }) => properties.comm_nom).sort()).toEqual([
      'Cuinchy',
      'Richebourg',
    ]);
  });

  it('are a solar plant of 5 ha, and a digester that has no place', () => {
    const plant = where('installations_enr', 'filiere', 'photovoltaïque au sol')[0]!;
    expect(plant.properties).toMatchObject({ comm_nom: 'Nœux-les-Mines', surface_ha: 5 });
    expect(where('installations_enr', 'filiere', 'méthanisation')[0]!.geometry).toBeNull();
  });

  it('are two connections to the heat network of Béthune (001:413-415)', () => {
    const planned = where('reseaux_chaleur', 'etat', 'en projet');
    expect(planned.map(({ properties }) => String(properties.nom).split(' – ')[1])).toEqual([
      'Raccordement Studio-théâtre',
      'Raccordement Labanque',
    ]);
  });
});

function features(id: string): DemoLayer['features'] {
  return layers[id]!.features;
}

function where(id: string, field: string, value: unknown): DemoLayer['features'] {
  return features(id).filter(({ properties }) => properties[field] === value);
}

function sum(of: DemoLayer['features'], field: string): number {
  return of.reduce((total, { properties }) => total + Number(properties[field]), 0);
}

function areaOf(shape: Shape): number {
  return shape.reduce((total, polygon) => total + polygonArea(polygon), 0);
}
