import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import {
  readHousing,
  readNamedActions,
  readQuarters,
} from '../../scripts/demo/layers/habitat/habitat-facts.ts';
import { HABITAT_LAYERS } from '../../scripts/demo/layers/habitat/habitat-layers.ts';
import { polygonContains } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults, verticesOutside } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(HABITAT_LAYERS);
}, 240_000);

describe.each(Object.keys(HABITAT_LAYERS))('%s', (id) => {
  it('agrees with its description', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });
});

describe('quarters of the urban policy', () => {
  it('are 16 of the State and 9 of the agglomeration (000:2808), in 14 and 19 communes (004:48, 000:2813)', () => {
    expect(layers.qpv!.features).toHaveLength(16);
    expect(layers.qic!.features).toHaveLength(9);
    const communesOf = (...ids: string[]) =>
      new Set(
        ids.flatMap((id) => values(id, 'insee_com').flatMap((all) => String(all).split(', '))),
      );
    expect(communesOf('qpv').size).toBe(14);
    expect(communesOf('qpv', 'qic').size).toBe(19);
  });

  it('house 40 000 and 45 000 people in all (001:1693, 000:2810)', () => {
    expect(sum('qpv', 'population')).toBe(40_000);
    expect(sum('qpv', 'population') + sum('qic', 'population')).toBe(45_000);
  });

  it('bear the names of the documents and lie in the communes that they name', () => {
    const { qpv, qic } = readQuarters();
    for (const { name, communes } of [...qpv, ...qic]) {
      const quarter = [...layers.qpv!.features, ...layers.qic!.features].find(
        ({ properties }) => properties.lib_qp === name,
      );
      expect(quarter?.properties.insee_com, name).toBe(communes.join(', '));
      expect(verticesOutside(ground, quarter!.geometry, communes), name).toEqual([]);
    }
  });

  it('have the published means, weighted by population (004:67-129)', () => {
    const { quarterMeans } = readHousing();
    const mean = (field: string) =>
      layers.qpv!.features.reduce(
        (all, { properties }) =>
          all + ((properties[field] as number) * (properties.population as number)) / 40_000,
        0,
      );
    expect(mean('moins_25_pct')).toBeCloseTo(quarterMeans.young, 1);
    expect(mean('menages_1_pct')).toBeCloseTo(quarterMeans.alone, 1);
    expect(mean('taux_emploi')).toBeCloseTo(quarterMeans.employed, 1);
    expect(mean('menages_imposes_pct')).toBeCloseTo(quarterMeans.taxed, 1);
    expect(Math.abs(mean('revenu_median') - quarterMeans.medianEur)).toBeLessThan(1);
  });

  it('share no block', () => {
    const quarters = [...layers.qpv!.features, ...layers.qic!.features].map(({ geometry }) =>
      geometry?.type === 'MultiPolygon' ? geometry.coordinates : [],
    );
    quarters.forEach((shape, i) => {
      for (const polygon of shape) {
        const inner = innerPoint(polygon[0]!);
        const others = quarters.filter((_, j) => j !== i).flat();
        expect(others.filter((other) => polygonContains(other, inner))).toEqual([]);
      }
    });
  });
});

describe('published figures of housing', () => {
  it('rent permits: 22 communes, 3 of them new, 13 945 dwellings (000:2637-2643)', () => {
    expect(new Set(values('permis_de_louer', 'comm_insee')).size).toBe(22);
    expect(sum('permis_de_louer', 'logements')).toBe(13_945);
    expect(values('permis_de_louer', 'dernier_ami').filter(Boolean)).toHaveLength(3);
  });

  it('OPAH-RU: four communes, no group of fewer than 30 dwellings (000:1958-1969)', () => {
    expect(new Set(values('opah_ru', 'comm_insee'))).toEqual(
      new Set(['62048', '62516', '62119', '62178']),
    );
    expect(Math.min(...numbers('opah_ru', 'logements'))).toBeGreaterThanOrEqual(29);
  });

  it('ERBM: five named estates, 240 of 500 under way in three, 118 and 226 (000:2549-2566)', () => {
    const three = layers.cites_erbm!.features.slice(0, 3).map(({ properties }) => properties);
    const add = (field: string) => three.reduce((all, each) => all + (each[field] as number), 0);
    expect(three.map(({ nom }) => nom)).toEqual([
      'Cité de la Victoire',
      'Cité du Nouveau Monde',
      'Cité Anatole France',
    ]);
    expect([add('engages'), add('rehabilites')]).toEqual([500, 240]);
    expect(numbers('cites_erbm', 'engages').slice(3)).toEqual([118, 226]);
    for (const { geometry, properties } of layers.cites_erbm!.features) {
      const codes = readHousing().cities.find(({ name }) => name === properties.nom)!.communes;
      expect(verticesOutside(ground, geometry, codes)).toEqual([]);
    }
  });

  it('NPNRU: two conventions, their envelopes (004:1102-1103)', () => {
    expect(numbers('npnru', 'enveloppe_eur')).toEqual([4_921_183, 6_827_996]);
  });

  it('dwellings: 455 programmed, 1 000 needed a year (000:2605, 002:1460)', () => {
    expect(sum('logements_communes', 'programmes')).toBe(455);
    expect(sum('logements_communes', 'besoin_annuel')).toBe(1000);
    const share = (field: string) =>
      (100 * sum('logements_communes', field)) / sum('logements_communes', 'logements');
    expect(share('anciens')).toBeCloseTo(51, 1);
    expect(share('indignes')).toBeCloseTo(9, 1);
  });

  it('travellers: the site of Marles-les-Mines, three sites and a great one to make (002:1454)', () => {
    const sites = layers.aires_gens_voyage!.features.map(({ properties }) => properties);
    expect(sites.filter(({ reel }) => reel).map(({ comm_insee }) => comm_insee)).toEqual(['62555']);
    const missing = sites.filter(({ etat }) => etat === 'à créer');
    const great = missing.filter(({ type }) => type === 'aire de grand passage');
    expect([missing.length, great.length]).toEqual([4, 1]);
  });

  it('actions: 129 kept, 25 for employment, 14 for living, 1 712 989 € (004:354-548)', () => {
    expect(layers.actions_qpv!.features).toHaveLength(129);
    const pillars = values('actions_qpv', 'pilier');
    expect(pillars.filter((pillar) => pillar === 'emploi')).toHaveLength(25);
    expect(pillars.filter((pillar) => pillar === 'cadre de vie')).toHaveLength(14);
    expect(sum('actions_qpv', 'montant_eur')).toBe(1_712_989);
    expect(values('actions_qpv', 'conseil_citoyen').filter(Boolean)).toHaveLength(6);
  });

  it('named actions stand in the communes that the report names', () => {
    for (const { title, communes } of readNamedActions()) {
      const action = layers.actions_qpv!.features.find(
        ({ properties }) =>
          properties.intitule === title && properties.comm_insee === (communes.join(', ') || null),
      );
      expect(verticesOutside(ground, action!.geometry, communes), title).toEqual([]);
    }
  });

  it('living areas hold each commune once', () => {
    expect(sum('bassins_de_vie', 'communes')).toBe(100);
    expect(sum('bassins_de_vie', 'population')).toBe(
      ground.communes.reduce((all, { population }) => all + population, 0),
    );
  });
});

function values(id: string, field: string): unknown[] {
  return layers[id]!.features.map(({ properties }) => properties[field]);
}

function numbers(id: string, field: string): number[] {
  return values(id, field) as number[];
}

function sum(id: string, field: string): number {
  return numbers(id, field).reduce((all, value) => all + value, 0);
}

/** A point just inside an anticlockwise ring, beside the middle of its first side. */
function innerPoint(ring: number[][]): number[] {
  const [a, b] = [ring[0]!, ring[1]!];
  const length = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
  const [u, v] = [(b[0]! - a[0]!) / length, (b[1]! - a[1]!) / length];
  return [(a[0]! + b[0]!) / 2 - v * 0.05, (a[1]! + b[1]!) / 2 + u * 0.05];
}
