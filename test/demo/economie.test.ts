import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { readNamedEconomicSites } from '../../scripts/demo/facts.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { readEconomy } from '../../scripts/demo/layers/economie/economie-facts.ts';
import { ECONOMIE_LAYERS } from '../../scripts/demo/layers/economie/economie-layers.ts';
import { communeAt } from '../../scripts/demo/shapes/commune-at.ts';
import { polygonArea, shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

const BUILD_MS = 240_000;

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(ECONOMIE_LAYERS);
}, BUILD_MS);

it.each(Object.keys(ECONOMIE_LAYERS))('%s is as it is described', (id) => {
  expect(layerFaults(layers[id]!)).toEqual([]);
});

describe('activity zones and their plots', () => {
  it('are 42 zones (000:3273), each with plots of which some are occupied', () => {
    expect(features('zae')).toHaveLength(42);
    for (const { properties } of features('zae')) {
      const plots = where('zae_lots', 'site_id', properties.site_id);
      expect(plots.filter(({ properties: { statut } }) => statut === 'occupé')).not.toEqual([]);
    }
  });

  it('have the sum of their useful plots as useful area', () => {
    for (const { properties } of features('zae')) {
      const useful = where('zae_lots', 'site_id', properties.site_id).filter(
        (plot) => plot.properties.terr_utile === 'oui',
      );
      const hectares = useful.reduce((total, plot) => total + areaM2(plot) / 10_000, 0);
      expect(properties.site_surf_utile).toBeCloseTo(hectares, 2);
      expect(properties.site_surf_utile).toBeLessThanOrEqual(properties.site_surf_brute as number);
    }
  });

  it('are 10 new plots at Mazinghem, of one area (000:3426)', () => {
    const plots = where('zae_lots', 'extension', true);
    expect(plots).toHaveLength(10);
    expect(new Set(plots.map(({ properties }) => properties.comm_insee))).toEqual(
      new Set(['62564']),
    );
    const areas = plots.map(areaM2);
    expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(1.02);
  });

  it('give in m² and hectares the area of their footprint', () => {
    for (const plot of features('zae_lots')) {
      expect(plot.properties.surface_m2).toBe(Math.round(areaM2(plot)));
      expect(plot.properties.terr_surf_brute).toBeCloseTo(areaM2(plot) / 10_000, 4);
    }
  });
});

describe('projects of companies', () => {
  const studied: [string, number][] = [
    ['Parc du Moulin', 7],
    ['Parc de la Porte des Flandres', 6],
    ['Zone Actigreen', 3],
    ['Zone de Mazinghem', 4],
    ['Parc de la Clarence', 4],
  ];

  it.each(studied)('%s has %i (000:3381-3429)', (site, count) => {
    expect(where('implantations', 'site_nom', site)).toHaveLength(count);
  });

  it('are 6 in development at Ruitz (000:3417-3418)', () => {
    const ruitz = where('implantations', 'site_nom', 'Zone industrielle de Ruitz');
    expect(ruitz.filter(({ properties }) => properties.etat === 'à l’étude')).toHaveLength(6);
  });

  it('stand each on a plot of its own in the zone that they name', () => {
    const named = features('implantations').filter(({ properties }) => properties.site_id);
    const plots = named.map(({ geometry, properties }) => {
      const point = (geometry as { coordinates: Position }).coordinates;
      return where('zae_lots', 'site_id', properties.site_id).findIndex((plot) =>
        shapeContains((plot.geometry as { coordinates: Position[][][] }).coordinates, point),
      );
    });
    expect(plots).not.toContain(-1);
    const taken = named.map(({ properties }, i) => `${properties.site_id} ${plots[i]}`);
    expect(new Set(taken).size).toBe(named.length);
  });
});

describe('incubators, shops and crafts', () => {
  it('are 6 incubators by their name in their commune, 16 with the business centres', () => {
    expect(features('pepinieres')).toHaveLength(16);
    for (const { name, commune } of readEconomy().incubators) {
      const [incubator] = where('pepinieres', 'nom', name);
      const { coordinates } = incubator!.geometry as { coordinates: Position };
      expect(communeAt(ground, coordinates)?.code, name).toBe(commune);
    }
    expect(sum('pepinieres', 'locataires')).toBe(200);
  });

  it('are 2 500 shops (002:1524), and units taxed 20, 30, then 40 % (000:1316-1318)', () => {
    expect(where('locaux_commerciaux', 'etat', 'occupé')).toHaveLength(2500);
    const rates = { 1: 20, 2: 30, 3: 40 };
    for (const [year, rate] of Object.entries(rates)) {
      const taxed = where('locaux_commerciaux', 'annee_taxe', Number(year));
      expect(taxed.length).toBeGreaterThan(0);
      expect(new Set(taxed.map(({ properties }) => properties.taux))).toEqual(new Set([rate]));
      for (const { properties } of taxed) {
        const full = 2026 - Number(String(properties.vacant_depuis).slice(0, 4));
        expect(full).toBeGreaterThanOrEqual(Number(year) + 1);
      }
    }
  });

  it('are the helped units that the documents name, each in its commune', () => {
    for (const { commune, scheme } of readEconomy().helpedShops) {
      const units = where('locaux_commerciaux', 'dispositif', scheme);
      expect(units.map(({ properties }) => properties.comm_insee)).toContain(commune);
    }
  });

  it('are 5 520 crafts, 28 % of them run by people over 55, none shown where they are few', () => {
    expect(sum('artisans', 'artisans')).toBe(5520);
    expect(sum('artisans', 'plus_55')).toBe(Math.round(0.28 * 5520));
    for (const { properties } of features('artisans')) {
      const isFew = (properties.plus_55 as number) < 5;
      expect(properties.sans_repreneur === null).toBe(isFew);
    }
  });

  it('name every zone of the documents, in its commune', () => {
    for (const { name, commune } of readNamedEconomicSites()) {
      expect(where('zae', 'site_nom', name)[0]!.properties.site_comm_insee).toBe(commune);
    }
  });
});

function features(id: string): DemoLayer['features'] {
  return layers[id]!.features;
}

function where(id: string, field: string, value: unknown): DemoLayer['features'] {
  return features(id).filter(({ properties }) => properties[field] === value);
}

function sum(id: string, field: string): number {
  return features(id).reduce((total, { properties }) => total + Number(properties[field] ?? 0), 0);
}

/** Planar area in CC50. */
function areaM2({ geometry }: DemoLayer['features'][number]): number {
  const { coordinates } = geometry as { coordinates: Position[][][] };
  return coordinates.reduce((total, polygon) => total + polygonArea(polygon), 0);
}
