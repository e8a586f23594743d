import Flatbush from 'flatbush';
import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { ringArea, ringHolds } from '../../scripts/demo/ground/ring.ts';
import { cellAt, cellId, cellRing } from '../../scripts/demo/layers/limites/grid-200m.ts';
import { LIMITES_LAYERS } from '../../scripts/demo/layers/limites/limites-layers.ts';
import { layerFaults } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = laidLayers(LIMITES_LAYERS);
}, 240_000);

describe.each(['communes', 'carreaux_200m'])('%s', (id) => {
  it('agrees with its description', () => {
    expect(layerFaults(layers[id]!)).toEqual([]);
  });
});

describe('buildings', () => {
  it('have an identifier of their own each, that of a parcel of their commune', () => {
    const parcels = new Set(layers.parcelles!.features.map(({ properties }) => properties.id));
    const ids = new Set<unknown>();
    const stray = layers.batiments!.features.filter(({ properties: { id, commune } }) => {
      ids.add(id);
      const parcel = String(id).slice(3);
      return !parcels.has(parcel) || !parcel.startsWith(String(commune));
    });
    expect(stray).toEqual([]);
    expect(ids.size).toBe(layers.batiments!.features.length);
    expect(ids.size).toBeLessThan(140_000);
  });

  it('hold a dwelling for 2.03 inhabitants of each commune', () => {
    const dwellings = new Map<unknown, number>();
    for (const { properties } of layers.batiments!.features) {
      const { commune, logements } = properties;
      dwellings.set(commune, (dwellings.get(commune) ?? 0) + Number(logements));
    }
    for (const { code, name, population } of ground.communes) {
      expect(Math.abs(dwellings.get(code)! - population / 2.03), name).toBeLessThanOrEqual(0.5);
    }
  });

  it('are rectangles of the area they say, that never overlap', () => {
    const rings = layers.batiments!.features.map(({ geometry }) =>
      (geometry as Polygon).coordinates[0]!.slice(0, 4),
    );
    const index = new Flatbush(rings.length);
    for (const ring of rings) index.add(...boxOf(ring));
    index.finish();
    rings.forEach((ring, row) => {
      const said = Number(layers.batiments!.features[row]!.properties.surface_m2);
      if (Math.abs(ringArea(ring) - said) > 0.51) expect(ringArea(ring)).toBeCloseTo(said, 0);
    });
    const overlaps = rings.flatMap((ring, row) => {
      const [x, y] = [(ring[0]![0]! + ring[2]![0]!) / 2, (ring[0]![1]! + ring[2]![1]!) / 2];
      return index
        .search(...boxOf(ring))
        .filter((other) => other !== row && ringHolds(rings[other]!, x, y));
    });
    expect(overlaps).toEqual([]);
  });
});

describe('the population grid', () => {
  it('adds up to the official population of each commune', () => {
    const people = new Map<unknown, number>();
    for (const { properties } of layers.carreaux_200m!.features) {
      const { comm_insee, ind } = properties;
      people.set(comm_insee, (people.get(comm_insee) ?? 0) + Number(ind));
    }
    for (const { code, name, population } of ground.communes) {
      expect(people.get(code), name).toBe(population);
    }
  });

  it('has ages that add up to the inhabitants and dwellings that add up to the households', () => {
    for (const { properties: p } of layers.carreaux_200m!.features) {
      const sum = (names: string[]) => names.reduce((all, name) => all + Number(p[name]), 0);
      expect(sum(AGES)).toBe(p.ind);
      expect(sum(['log_av45', 'log_45_70', 'log_70_90', 'log_ap90'])).toBe(p.men);
      expect(sum(['men_coll', 'men_mais'])).toBe(p.men);
      expect(p.ind_snv).toBe(Number(p.ind) * Number(p.niveau_vie));
    }
  });

  it('names cells by the south-west corner of the European grid, as Insee does', () => {
    for (const { geometry, properties } of layers.carreaux_200m!.features.slice(0, 500)) {
      const [, north, east] = /N(\d+)E(\d+)$/.exec(String(properties.idcar_200m))!;
      const cell = { row: Number(north) / 200, column: Number(east) / 200 };
      expect(cellId(cell)).toBe(properties.idcar_200m);
      expect((geometry as Polygon).coordinates[0]).toEqual(cellRing(cell));
      const [a, , c] = cellRing(cell) as [Position, Position, Position];
      expect(cellAt([(a[0]! + c[0]!) / 2, (a[1]! + c[1]!) / 2])).toEqual(cell);
    }
  });

  it('projects to EPSG:3035 as its formulas do', () => {
    // 50.4811° N 2.6367° E, by the formulas of IOGP 373-7-2, 3.3.2: 3 799 352.3 E, 3 067 265.8 N.
    expect(cellId(cellAt([1674215.185, 9253573.204]))).toBe('CRS3035RES200mN3067200E3799200');
  });
});

const AGES = [
  'ind_0_3',
  'ind_4_5',
  'ind_6_10',
  'ind_11_17',
  'ind_18_24',
  'ind_25_39',
  'ind_40_54',
  'ind_55_64',
  'ind_65_79',
  'ind_80p',
];

function boxOf(ring: Position[]): [number, number, number, number] {
  const xs = ring.map((point) => point[0]!);
  const ys = ring.map((point) => point[1]!);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
