import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { readProjects } from '../../scripts/demo/facts.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { readNamedFacilities } from '../../scripts/demo/layers/services/services-facts.ts';
import { SERVICES_LAYERS } from '../../scripts/demo/layers/services/services-layers.ts';
import { findCommune } from '../../scripts/demo/shapes/commune.ts';
import { shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(SERVICES_LAYERS);
}, 240_000);

describe.each(Object.keys(SERVICES_LAYERS))('%s', (id) => {
  it('agrees with its description', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });

  it('has its points in the commune that it names', () => {
    const stray = layers[id]!.features.filter(
      ({ geometry, properties }) =>
        geometry?.type === 'Point' &&
        !shapeContains(
          findCommune(ground, String(properties.comm_insee)).shape,
          geometry.coordinates,
        ),
    );
    expect(stray.map(({ properties }) => properties)).toEqual([]);
  });
});

describe('facilities', () => {
  it('that the documents name stand in their commune', () => {
    for (const { name, commune } of readNamedFacilities()) {
      const found = rows('equipements').find(({ nom }) => nom === name);
      expect(found?.comm_insee, name).toBe(commune);
    }
  });

  it.skipIf(!existsSync(SEEDS))(
    'are spoken of at the lines they cite (skipped without ../shared/seeds)',
    () => {
      const { documents } = readProjects();
      for (const { name, source } of readNamedFacilities()) {
        const [, id, first, last] = /^(\d+):(\d+)(?:-(\d+))?$/.exec(source)!;
        const lines = readFileSync(join(SEEDS, documents[id!]!.file), 'utf8').split('\n');
        const passage = wordsOf(lines.slice(Number(first) - 1, Number(last ?? first)).join(' '));
        const spoken = name === 'Hôtel communautaire' ? 'avenue de Londres' : name;
        expect(
          wordsOf(spoken).filter((word) => passage.includes(word)),
          name,
        ).not.toEqual([]);
      }
    },
  );

  it('are 8 pools and 13 sport facilities of the Agglomération (001:1245, 000:2351)', () => {
    expect(rows('equipements').filter(({ famille }) => famille === 'piscine')).toHaveLength(8);
    const ours = rows('equipements').filter(
      ({ domaine, communautaire }) => domaine === 'sport' && communautaire,
    );
    expect(ours).toHaveLength(13);
  });

  it('are 58 libraries (000:2245) and a town hall in each of the 100 communes', () => {
    expect(rows('equipements').filter(({ typequ }) => typequ === 'F307')).toHaveLength(58);
    const halls = rows('equipements').filter(({ typequ }) => typequ === 'A129');
    expect(new Set(halls.map(({ comm_insee }) => comm_insee)).size).toBe(100);
    expect(halls).toHaveLength(100);
  });

  it('have 16 nursery schools, 16 primary schools and 6 middle schools in REP (004:92)', () => {
    const inRep = (type: string) =>
      rows('equipements').filter(({ typequ, rep }) => typequ === type && rep);
    expect(inRep('C107')).toHaveLength(16);
    expect(inRep('C109')).toHaveLength(16);
    expect(inRep('C201')).toHaveLength(6);
  });

  it('have 114 physicians for 100 000 inhabitants, those of the CSIPA counted in (002:1558)', () => {
    const doctors = sum('equipements', 'medecins') + sum('antennes_csipa', 'medecins');
    expect((100_000 * doctors) / 278_892).toBeCloseTo(114, 0);
    expect(sum('antennes_csipa', 'medecins')).toBe(6);
  });

  it('never stand two at one place', () => {
    const places = layers.equipements!.features.map(({ geometry }) =>
      (geometry as Point).coordinates.map((value) => value.toFixed(1)).join(),
    );
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('services', () => {
  it('have the four named health antennas and their 2 700 patients (000:147-153, 000:2712)', () => {
    const named = readProjects().projects.filter(({ id }) => id.startsWith('san-csipa-'));
    expect(rows('antennes_csipa').map(({ comm_insee }) => comm_insee)).toEqual(
      named.flatMap(({ communes }) => Object.keys(communes)),
    );
    expect(sum('antennes_csipa', 'patients_2024')).toBe(2700);
  });

  it('have 44 markets, one at least on each day of the week (000:3896)', () => {
    expect(rows('marches')).toHaveLength(44);
    expect(new Set(rows('marches').map(({ jour }) => jour)).size).toBe(7);
  });

  it('stop the Agglo Mobile in 68 communes, never twice at one time (000:211)', () => {
    expect(new Set(rows('agglo_mobile').map(({ comm_insee }) => comm_insee)).size).toBe(68);
    const times = rows('agglo_mobile').map(({ date, heure }) => `${date} ${heure}`);
    expect(new Set(times).size).toBe(68);
    const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
    for (const { date, jour } of rows('agglo_mobile')) {
      expect(days[new Date(String(date)).getUTCDay()]).toBe(jour);
    }
  });

  it('count 246 municipal accounts, and communes without any (000:5349)', () => {
    expect(sum('comptes_portail', 'comptes')).toBe(246);
    expect(rows('comptes_portail').some(({ comptes }) => comptes === 0)).toBe(true);
  });

  it('reach 37 communes by the early childhood relay, 29 before, with 127 childminders (000:564-620)', () => {
    const relay = rows('relais_petite_enfance');
    expect(relay).toHaveLength(37);
    expect(relay.filter(({ adhesion }) => adhesion === 'avant 2024')).toHaveLength(29);
    expect(relay.map(({ comm_nom }) => comm_nom)).toContain('Isbergues');
    expect(sum('relais_petite_enfance', 'assistants_maternels')).toBe(127);
  });

  it('name the five heritage villages (000:199-204)', () => {
    expect(
      rows('villages_patrimoine')
        .map(({ nom }) => nom)
        .sort(),
    ).toEqual([
      'Amettes',
      'Fouquières-lès-Béthune',
      'Guarbecque',
      'Mont-Bernanchon',
      'Norrent-Fontes',
    ]);
  });

  it('hold 10 archaeological diagnostics of 2024, two of them named (000:5669)', () => {
    const of2024 = rows('archeologie').filter(
      ({ type, annee }) => type === 'diagnostic' && annee === 2024,
    );
    expect(of2024).toHaveLength(10);
    expect(of2024.filter(({ source }) => source !== null)).toHaveLength(2);
  });
});

function rows(id: string) {
  return layers[id]!.features.map(({ properties }) => properties);
}

function sum(id: string, field: string): number {
  return rows(id).reduce((all, properties) => all + Number(properties[field] ?? 0), 0);
}

function wordsOf(text: string): string[] {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return folded.match(/[a-z0-9]{5,}/g) ?? [];
}
