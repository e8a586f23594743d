import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { lineLength } from '../../scripts/demo/ground/ring.ts';
import { MOBILITE_LAYERS } from '../../scripts/demo/layers/mobilite/mobilite-layers.ts';
import { communeAt } from '../../scripts/demo/shapes/commune-at.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

const BUILD_MS = 240_000;
/** Layers of points whose features say which commune they stand in. */
const PLACED = [
  'jalonnement',
  'coupures',
  'arrets_bus',
  'stations_mobilite',
  'echangeurs',
  'haltes_fluviales',
];

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(MOBILITE_LAYERS);
}, BUILD_MS);

it.each(Object.keys(MOBILITE_LAYERS))('%s is as it is described', (id) => {
  expect(layerFaults(layers[id]!)).toEqual([]);
});

it.each(PLACED)('%s: each point stands in the commune that it names', (id) => {
  for (const { geometry, properties } of features(id)) {
    const { coordinates } = geometry as { coordinates: Position };
    expect(communeAt(ground, coordinates)?.code, String(properties.id)).toBe(properties.comm_insee);
  }
});

describe('lengths', () => {
  it('make 200 km of cycle network in 50 routes, 25 of them in phase 1 (000:1758-1760)', () => {
    expect(kilometres('itineraires_cyclables')).toBeCloseTo(200, 6);
    expect(features('itineraires_cyclables')).toHaveLength(50);
    expect(where('itineraires_cyclables', 'phase', 1)).toHaveLength(25);
  });

  it('make 40 km of greenway and towpath (001:369)', () => {
    expect(kilometres('voies_vertes')).toBeCloseTo(40, 6);
  });

  it('make 120 km of community roads (001:369)', () => {
    expect(kilometres('voirie_communautaire')).toBeCloseTo(120, 6);
    expect(new Set(values('voirie_communautaire', 'salage'))).toEqual(new Set([1, 2, 3]));
  });

  it('make 800 km of walking trails (000:5560)', () => {
    expect(kilometres('sentiers')).toBeCloseTo(800, 6);
  });

  it('make nearly 5 km of EuroVelo 5 under study (000:2502-2506)', () => {
    const [section] = where('eurovelo5', 'etat', 'à l’étude');
    expect(section!.properties.nom).toContain('Lavolville');
    expect(section!.properties.longueur_km).toBe(4.9);
  });
});

describe('charge points', () => {
  it('are 400, about a hundred of the intercommunality on 53 bollards (000:1813, 000:1860)', () => {
    expect(sum('bornes_irve', 'nbre_pdc')).toBe(400);
    const own = where('bornes_irve', 'agglo', true);
    expect(own).toHaveLength(53);
    expect(
      own.reduce((points, { properties }) => points + (properties.nbre_pdc as number), 0),
    ).toBe(100);
  });

  it('had 7 163 sessions, 8 of the bollards being fast (000:1854, 001:473)', () => {
    expect(sum('bornes_irve', 'sessions_2024')).toBe(7163);
    const fast = where('bornes_irve', 'agglo', true).filter(({ properties }) => properties.rapide);
    expect(fast).toHaveLength(8);
  });

  it('that the documents name are 21 on the sites of 2021, and the two innovations (001:480-485)', () => {
    const named = (line: string) =>
      values('bornes_irve', 'source').filter((source) => String(source).endsWith(`ligne ${line}`));
    expect(named('480')).toHaveLength(21);
    expect([...named('484'), ...named('485')]).toHaveLength(2);
    const [fastest] = where('bornes_irve', 'nom_station', 'Station super-rapide d’Actipolis');
    expect(fastest!.properties.code_insee_commune).toBe('62350');
  });
});

describe('places that the documents count or name', () => {
  it('are 6 car-share areas, and that of Fouquières-lès-Béthune (000:1839-1841)', () => {
    expect(where('aires_covoiturage', 'agglo', true)).toHaveLength(6);
    expect(where('aires_covoiturage', 'insee', '62350')).toHaveLength(1);
  });

  it('are 4 car parks of community interest (001:369), and 48 places at Guarbecque (000:2493)', () => {
    expect(where('parkings', 'interet_communautaire', true)).toHaveLength(4);
    const [guarbecque] = where('parkings', 'comm_insee', '62391');
    expect(guarbecque!.properties.places).toBe(48);
  });

  it('are the hubs of Isbergues, Lillers and Béthune, with their steps (000:1886-1920)', () => {
    const communes = new Set(values('poles_gare', 'comm_nom'));
    for (const name of ['Isbergues', 'Lillers', 'Béthune']) expect(communes).toContain(name);
    const [isbergues] = where('poles_gare', 'comm_insee', '62473');
    expect(String(isbergues!.properties.etapes_faites).split(' ; ')).toHaveLength(4);
  });

  it('are the heritage villages, linked by four walks (000:201-204)', () => {
    expect(where('sentiers', 'type', 'liaison entre villages')).toHaveLength(4);
  });

  it('are 1 500 households, 800 vouchers, 135 500 euros, 35 communes (000:1780-1786, 000:1876)', () => {
    expect(sum('mobilite_solidaire', 'foyers_aides')).toBe(1500);
    expect(sum('mobilite_solidaire', 'bons_2024')).toBe(800);
    expect(sum('mobilite_solidaire', 'montant_2024_eur')).toBe(135_500);
    expect(where('mobilite_solidaire', 'transport_solidaire', true)).toHaveLength(35);
    const fewest = Math.min(...(values('mobilite_solidaire', 'foyers_aides') as number[]));
    expect(fewest).toBeGreaterThanOrEqual(5);
  });
});

function features(id: string): DemoLayer['features'] {
  return layers[id]!.features;
}

function values(id: string, field: string) {
  return features(id).map(({ properties }) => properties[field]);
}

function where(id: string, field: string, value: string | number | boolean) {
  return features(id).filter(({ properties }) => properties[field] === value);
}

function sum(id: string, field: string): number {
  return values(id, field).reduce<number>((total, value) => total + Number(value ?? 0), 0);
}

function kilometres(id: string): number {
  const lengths = features(id).map(({ geometry }) =>
    lineLength((geometry as { coordinates: Position[] }).coordinates),
  );
  return lengths.reduce((total, length) => total + length, 0) / 1000;
}
