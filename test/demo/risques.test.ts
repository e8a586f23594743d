import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoFeature, DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { lineLength } from '../../scripts/demo/ground/ring.ts';
import { readDitchPlans, readFloodWorks } from '../../scripts/demo/layers/risques/risques-facts.ts';
import { RISQUES_LAYERS } from '../../scripts/demo/layers/risques/risques-layers.ts';
import { publishedFigure } from '../../scripts/demo/published-figures.ts';
import { createRandom } from '../../scripts/demo/random.ts';
import { communeAt } from '../../scripts/demo/shapes/commune-at.ts';
import { createFinder } from '../../scripts/demo/shapes/find-in-shape.ts';
import { intersection, type Shape, union } from '../../scripts/demo/shapes/overlay.ts';
import { polygonArea } from '../../scripts/demo/shapes/polygon.ts';
import { layerFaults, planarHectares, shapeOf } from '../helpers/check-demo-layer.ts';
import { laidLayers } from '../helpers/laid-layer.ts';

/** `ppr` has its own tests in `layers.test.ts`. */
const IDS = Object.keys(RISQUES_LAYERS).filter((id) => id !== 'ppr');

const ground = keptGround();
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  layers = laidLayers(RISQUES_LAYERS);
}, 240_000);

describe.each(IDS)('%s', (id) => {
  it('is filled as it is described, with keys of its own and geometry of its family', () => {
    // Brooks and ditches without a name have none, as in BD TOPAGE.
    const isNameless = (fault: string) => id === 'cours_eau' && fault.endsWith(': title');
    expect(layerFaults(layers[id]!).filter((fault) => !isNameless(fault))).toEqual([]);
  });
});

describe('watercourses', () => {
  it('measure 610 km, canal and ditches included', () => {
    const metres = features('cours_eau')
      .flatMap(({ geometry }) => {
        if (geometry?.type === 'LineString') return [geometry.coordinates];
        return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
      })
      .reduce((sum, line) => sum + lineLength(line), 0);
    expect(Math.abs(metres / (publishedFigure('ind-122') * 1000) - 1)).toBeLessThan(0.001);
  });
});

describe('works against floods', () => {
  it('hold back 515 000 m³, of which Norrent-Fontes the 16 700 that are published', () => {
    expect(sumOf('ouvrages_gemapi', 'volume_m3')).toBe(publishedFigure('ind-123'));
    const published = features('ouvrages_gemapi').filter(
      ({ properties }) => properties.volume_origine === 'publié',
    );
    expect(published.map(({ properties }) => [properties.comm_nom, properties.volume_m3])).toEqual([
      ['Norrent-Fontes', 16_700],
    ]);
  });

  it('finish 10 operations of the action programme, 4 of them in 2022, and count 20 expansion zones', () => {
    const years = features('ouvrages_gemapi').flatMap(({ properties }) =>
      properties.papi_finalisee === null ? [] : [properties.papi_finalisee],
    );
    expect(years).toHaveLength(publishedFigure('ind-124'));
    expect(years.filter((year) => year === 2022)).toHaveLength(publishedFigure('ind-125'));
    const zones = features('ouvrages_gemapi').filter(({ properties }) => properties.type === 'ZEC');
    expect(zones).toHaveLength(publishedFigure('ind-142'));
  });

  it('that the documents name stand in their commune', () => {
    for (const { name, commune } of readFloodWorks().works) {
      const work = features('ouvrages_gemapi').find(({ properties }) => properties.nom === name)!;
      const { geometry } = work;
      const at = geometry?.type === 'Point' ? geometry.coordinates : [0, 0];
      expect(communeAt(ground, at)?.code, name).toBe(commune);
    }
  });

  it('cover a footprint as large as their volume asks for', () => {
    for (const feature of features('zones_expansion')) {
      const depth = { ZEC: 1.1, bassin: 1.8, 'retenue collinaire': 2.2 }[
        String(feature.properties.type)
      ]!;
      const wanted = Number(feature.properties.volume_m3) / depth / 10_000;
      expect(planarHectares([feature]) / wanted, String(feature.properties.nom)).toBeGreaterThan(
        0.6,
      );
      expect(planarHectares([feature]) / wanted).toBeLessThan(1.001);
    }
  });
});

describe('catchments', () => {
  it('cover the territory without gap or overlap', () => {
    const territory = ground.communes.reduce((sum, commune) => sum + commune.areaM2, 0);
    const hectares = planarHectares(features('bassins_versants'));
    expect(Math.abs(hectares * 10_000 - territory)).toBeLessThan(10);
    const merged = union(features('bassins_versants').map(({ geometry }) => shapeOf(geometry)));
    expect(Math.abs(areaOf(merged) - territory)).toBeLessThan(10);
  });

  it('flow into one another and out of the territory, never in a circle', () => {
    const downstream = new Map(
      features('bassins_versants').map(({ properties }) => [properties.code, properties.aval]),
    );
    for (const code of downstream.keys()) {
      const seen = new Set([code]);
      for (let next = downstream.get(code); next != null; next = downstream.get(next)) {
        expect(downstream.has(next), String(next)).toBe(true);
        expect(seen.has(next), `${code} comes back to ${next}`).toBe(false);
        seen.add(next);
      }
    }
  });
});

describe('flood hazard', () => {
  it('of a frequent scenario lies within that of a rarer one, about each corner of its outline', () => {
    const random = createRandom('flood nesting');
    const [frequent, medium, extreme] = ['01For', '02Moy', '04Fai'].map(waterOf);
    const corners = [...frequent!.corners, ...medium!.corners].filter((_, i) => i % 20 === 0);
    const wrong = corners.filter((corner) => {
      const at = [corner[0]! + random.between(-30, 30), corner[1]! + random.between(-30, 30)];
      const [often, rarely, hardly] = [frequent!, medium!, extreme!].map(({ holds }) => holds(at));
      return (often && !rarely) || (rarely && !hardly);
    });
    expect(corners.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  it('keeps its classes of depth apart', () => {
    const bands = features('alea_inondation').filter(
      ({ properties }) => properties.scenario === '02Moy' && properties.bassin === 'CLA-2',
    );
    const shapes = bands.map(({ geometry }) => shapeOf(geometry));
    for (const [i, shape] of shapes.entries()) {
      for (const other of shapes.slice(i + 1))
        expect(areaOf(intersection(shape, other))).toBeLessThan(1);
    }
  });
});

describe('ditches', () => {
  it('lie in the 12 communes of the repair and in 20 others, 32 in all', () => {
    const { repaired, declared, surveyed } = readDitchPlans();
    expect(communesOf('remise en état 2022')).toEqual(new Set(repaired));
    expect(communesOf('DIG 2024').size).toBe(declared);
    expect(new Set(features('fosses').map(({ properties }) => properties.comm_insee)).size).toBe(
      surveyed,
    );
  });
});

describe('the flood of November 2023', () => {
  it('touched 27 communes', () => {
    const communes = new Set(features('crue_2023').map(({ properties }) => properties.comm_insee));
    expect(communes.size).toBe(publishedFigure('ind-136'));
  });
});

describe('dykes', () => {
  it('run along the Lawe and the Clarence, and that of the Biette stands in Bruay', () => {
    const rivers = new Set(features('digues').map(({ properties }) => properties.cours_eau));
    expect([...rivers]).toEqual(expect.arrayContaining(['Lawe', 'Clarence', 'Biette']));
    const biette = features('digues').filter(({ properties }) => properties.cours_eau === 'Biette');
    expect(biette.map(({ properties }) => properties.comm_insee)).toContain('62178');
  });

  it('have the land that they protect, with as many dwellings', () => {
    const zones = new Map(
      features('zones_protegees').map(({ properties }) => [properties.digue, properties.logements]),
    );
    for (const { properties } of features('digues')) {
      expect(zones.get(properties.id)).toBe(properties.logements_proteges);
    }
  });
});

describe('places of refuge', () => {
  it('stand in every commune', () => {
    const communes = new Set(
      features('lieux_refuge').map(({ properties }) => properties.comm_insee),
    );
    expect(communes.size).toBe(ground.communes.length);
  });
});

function features(id: string): DemoFeature[] {
  return layers[id]!.features;
}

function sumOf(id: string, field: string): number {
  return features(id).reduce((sum, { properties }) => sum + Number(properties[field] ?? 0), 0);
}

function communesOf(plan: string): Set<unknown> {
  const own = features('fosses').filter(({ properties }) => properties.plan === plan);
  return new Set(own.map(({ properties }) => properties.comm_insee));
}

/** The corners of the water of a scenario, and whether it holds a position. */
function waterOf(scenario: string): { corners: Position[]; holds: (at: Position) => boolean } {
  const shapes = features('alea_inondation')
    .filter(({ properties }) => properties.scenario === scenario)
    .map(({ geometry }) => shapeOf(geometry));
  const finders = shapes.map(createFinder);
  return { corners: shapes.flat(3), holds: (at) => finders.some((find) => find(at)) };
}

function areaOf(shape: Shape): number {
  return shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}
