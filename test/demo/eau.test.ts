import type { LineString, MultiPolygon, Point, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { lineLength } from '../../scripts/demo/ground/ring.ts';
import { EAU_LAYERS } from '../../scripts/demo/layers/eau/eau-layers.ts';
import { communeAt } from '../../scripts/demo/shapes/commune-at.ts';
import { polygonArea, shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

const BUILD_MS = 240_000;
/** Layers of points whose features say which commune they stand in. */
const PLACED = [
  'captages',
  'stations_traitement',
  'reservoirs',
  'stations_epuration',
  'deversoirs',
];

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(EAU_LAYERS);
}, BUILD_MS);

it.each(Object.keys(EAU_LAYERS))(
  '%s is as it is described',
  (id) => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  },
  BUILD_MS,
);

it.each(PLACED)('%s: each point stands in the commune that it names', (id) => {
  for (const { geometry, properties } of features(id)) {
    const { coordinates } = geometry as Point;
    expect(communeAt(ground, coordinates)?.code, String(properties.id)).toBe(properties.comm_insee);
  }
});

describe('the published figures of drinking water', () => {
  it('are 41 wells, 7 plants, 52 reservoirs of 40 390 m³ and 120 690 subscribers (000:871-888)', () => {
    expect(features('captages')).toHaveLength(41);
    expect(where('stations_traitement', 'etat', 'en service')).toHaveLength(7);
    expect(features('reservoirs')).toHaveLength(52);
    expect(sum(features('reservoirs'), 'capacite_m3')).toBe(40_390);
    expect(sum(features('unites_distribution'), 'abonnes')).toBe(120_690);
  });

  it('are 2 015 km of pipes, 956 of them run directly, along the lines and in the attribute (000:883-886)', () => {
    const pipes = where('reseau_eau', 'type', 'eau potable');
    const direct = pipes.filter(({ properties }) => properties.gestion === 'régie');
    expect(kilometres(pipes)).toBeCloseTo(2015, 3);
    expect(kilometres(direct)).toBeCloseTo(956, 3);
    expect(sum(pipes, 'longueur_m')).toBe(2_015_000);
    expect(sum(direct, 'longueur_m')).toBe(956_000);
  });

  it('are 3 878 m renewed and 5 367 m rehabilitated in 2024 (000:902)', () => {
    expect(sum(where('reseau_eau', 'travaux', 'renouvelé'), 'longueur_m')).toBe(3878);
    expect(sum(where('reseau_eau', 'travaux', 'réhabilité'), 'longueur_m')).toBe(5367);
  });
});

describe('the published figures of sewage', () => {
  it('are 1 145 km of sewers, 322 of them combined (000:984)', () => {
    const combined = where('reseau_eau', 'type', 'unitaire');
    const all = [...where('reseau_eau', 'type', 'eaux usées'), ...combined];
    expect(kilometres(combined)).toBeCloseTo(322, 3);
    expect(kilometres(all)).toBeCloseTo(1145, 3);
    expect(sum(all, 'longueur_m')).toBe(1_145_000);
  });

  it('are 16 stations, 4 lagoons and 13 small works in service (000:986-987)', () => {
    const inService = where('stations_epuration', 'etat', 'en service');
    const count = (type: string) =>
      inService.filter(({ properties }) => properties.type === type).length;
    expect([count('station d’épuration'), count('lagunage'), count('microstation')]).toEqual([
      16, 4, 13,
    ]);
  });

  it('are 141 overflows, of which the 37 of largest load measure themselves (001:566)', () => {
    const monitored = where('deversoirs', 'autosurveille', true);
    const others = where('deversoirs', 'autosurveille', false);
    expect(monitored.length + others.length).toBe(141);
    expect(monitored).toHaveLength(37);
    expect(Math.min(...values(monitored, 'charge_kg_dbo5_j'))).toBeGreaterThanOrEqual(
      Math.max(...values(others, 'charge_kg_dbo5_j')),
    );
  });

  it('are 20 000 households without a sewer and the checks of 2024 (000:979, 1088-1092)', () => {
    expect(sum(features('spanc'), 'foyers_anc')).toBe(20_000);
    expect(sum(features('spanc'), 'controles_conception')).toBe(134);
    expect(sum(features('spanc'), 'controles_execution')).toBe(115);
    expect(sum(features('spanc'), 'controles_programmes')).toBe(1389);
    expect(sum(features('spanc'), 'controles_realises')).toBe(974);
    for (const { properties } of features('spanc')) {
      expect(properties.controles_realises).toBeLessThanOrEqual(
        Number(properties.controles_programmes),
      );
    }
  });
});

describe('what the documents name', () => {
  it.each(['Houdain', 'Vendin-lès-Béthune', 'Lillers', 'Bourecq'])(
    'has the wells of %s in their commune, their declaration in progress (000:831-834)',
    (name) => {
      const wells = where('captages', 'champ_captant', name);
      expect(wells.length).toBeGreaterThan(0);
      for (const { properties } of wells) {
        expect(properties).toMatchObject({ comm_nom: name, dup: 'en cours' });
      }
    },
  );

  it('has softened water in eleven communes, and in most of Nœux-les-Mines (000:909-916)', () => {
    const softened = where('unites_distribution', 'decarbonatee_depuis', '2024-09-01');
    const whole = softened.filter(({ properties }) => properties.secteur === 'toute la commune');
    expect(whole).toHaveLength(11);
    const noeux = where('unites_distribution', 'comm_nom', 'Nœux-les-Mines');
    const parts = noeux.map(({ properties }) => [properties.decarbonatee, properties.abonnes]);
    expect(parts.map(([isSoft]) => isSoft).sort()).toEqual([false, true]);
    const subscribers = new Map(parts as [boolean, number][]);
    expect(subscribers.get(true)).toBeGreaterThan(subscribers.get(false)!);
  });

  it('has red water where the documents say it, and never fewer than five reports', () => {
    expect(new Set(features('eaux_rousses').map(({ properties }) => properties.comm_nom))).toEqual(
      new Set(['Douvrin', 'Billy-Berclau', 'Gonnehem', 'Calonne-Ricouart']),
    );
    expect(Math.min(...values(features('eaux_rousses'), 'signalements'))).toBeGreaterThanOrEqual(5);
  });
});

describe('shapes', () => {
  it('each commune is wholly zoned, and no place twice', () => {
    for (const commune of ground.communes) {
      const zones = where('zonage_anc', 'comm_insee', commune.code);
      const area = zones.reduce(
        (total, { geometry }) => total + areaOf(geometry as MultiPolygon),
        0,
      );
      expect(area / commune.areaM2, commune.name).toBeCloseTo(1, 3);
    }
  });

  it('protection perimeters hold their wells, one inside the other', () => {
    for (const { geometry, properties } of features('captages')) {
      const around = where('perimetres_captage', 'captage', String(properties.champ_captant));
      expect(around.map((perimeter) => perimeter.properties.type)).toEqual(['PPE', 'PPR', 'PPI']);
      const areas = around.map((perimeter) => areaOf(perimeter.geometry as MultiPolygon));
      expect(areas).toEqual([...areas].sort((a, b) => b - a));
      for (const perimeter of around) {
        const { coordinates } = perimeter.geometry as MultiPolygon;
        expect(shapeContains(coordinates, (geometry as Point).coordinates)).toBe(true);
      }
    }
  });

  it('pipes lie in the commune that they name, but for the width of a street', () => {
    const strays = features('reseau_eau').filter(({ geometry, properties }) => {
      const { coordinates } = geometry as LineString;
      const middle = coordinates[Math.floor(coordinates.length / 2)] as Position;
      return communeAt(ground, middle)?.code !== properties.comm_insee;
    });
    expect(strays.length / features('reseau_eau').length).toBeLessThan(0.02);
  });
});

function features(id: string): DemoLayer['features'] {
  return layers[id]!.features;
}

function where(id: string, field: string, value: unknown): DemoLayer['features'] {
  return features(id).filter(({ properties }) => properties[field] === value);
}

function values(of: DemoLayer['features'], field: string): number[] {
  return of.map(({ properties }) => Number(properties[field]));
}

function sum(of: DemoLayer['features'], field: string): number {
  return values(of, field).reduce((a, b) => a + b, 0);
}

function kilometres(of: DemoLayer['features']): number {
  const metres = of.map(({ geometry }) => lineLength((geometry as LineString).coordinates));
  return metres.reduce((a, b) => a + b, 0) / 1000;
}

function areaOf({ coordinates }: MultiPolygon): number {
  return coordinates.reduce((total, polygon) => total + polygonArea(polygon), 0);
}
