import type { Geometry, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoFeature, DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { readNamedEconomicSites } from '../../scripts/demo/facts.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { nearestOnLine } from '../../scripts/demo/shapes/polyline.ts';
import { toLayerTable, toPlanarTable } from '../../scripts/demo/to-layer-table.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { intersects } from '../../src/geo/intersects.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { projectColumn } from '../../src/geo/project.ts';
import { rowAreas, rowLengths } from '../../src/geo/row-measures.ts';
import { loadGeos } from '../../src/geos/geos.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { areaOf, toWkb } from '../geos/create-geos.ts';
import {
  layerFaults,
  readLayerMeta,
  shapeOf,
  verticesOutside,
} from '../helpers/check-demo-layer.ts';
import { laidLayer } from '../helpers/laid-layer.ts';

const IDS = ['ppr', 'zae', 'friches', 'itineraires_cyclables', 'gares', 'projets'];

let ground: Ground;
let layers: Record<string, DemoLayer>;

beforeAll(() => {
  ground = keptGround();
  layers = Object.fromEntries(IDS.map((id) => [id, laidLayer(id)]));
}, 240_000);

describe('flood plan zones', () => {
  it('agree with their description', () => {
    expect(layerFaults(layers.ppr!)).toEqual([]);
  });

  it('lie in exactly 78 communes ("78% des communes", 002:916)', async () => {
    const zones = createSide(await stored('ppr'));
    const communes = createSide(
      geometriesToColumn(
        ground.communes.map(({ shape }) => ({ type: 'MultiPolygon', coordinates: shape })),
      ),
    );
    const covered = ground.communes.filter((_, commune) =>
      features('ppr').some((_, zone) => intersects(communes, commune, zones, zone)),
    );
    expect(covered).toHaveLength(78);
  });

  it('do not overlap: the areas of all add up to the area of their union, by GEOS', async () => {
    const geos = await loadGeos();
    const zones = features('ppr').map(({ geometry }) => toWkb(geometry!));
    const sum = zones.reduce((total, zone) => total + areaOf(zone), 0);
    expect(Math.abs(sum - areaOf(geos.union(zones)))).toBeLessThan(1);
  });

  it('have red zones, blue zones and zones outside the hazard for three plans', () => {
    const kinds = new Set(
      features('ppr').map(
        ({ properties }) => `${properties.codeprocedure} ${properties.typereglement}`,
      ),
    );
    expect(kinds.size).toBe(12);
  });
});

describe('activity zones', () => {
  it('are 42 ("42 zones d’activité économique", 000:3273)', () => {
    expect(features('zae')).toHaveLength(42);
  });

  it('that the documents name stand in the commune where they put them', () => {
    for (const { name, commune } of readNamedEconomicSites()) {
      const zone = features('zae').find(({ properties }) => properties.site_nom === name);
      expect(zone?.properties.site_comm_insee, name).toBe(commune);
    }
  });

  it('lie within their commune, and say it when they are simulated', () => {
    for (const { geometry, properties } of features('zae')) {
      expectInside(geometry, properties.site_comm_insee as string);
      expect(properties.site_description).toMatch(/simulé/);
    }
  });
});

describe('derelict sites', () => {
  it('measure 350 ha in all in CC50, within a thousandth ("350 ha de friches", 002:944)', async () => {
    const area = rowAreas(await stored('friches')).reduce((sum, each) => sum + each, 0);
    expect(Math.abs(area / 3_500_000 - 1)).toBeLessThan(0.001);
  });

  it('lie within their commune', () => {
    for (const { geometry, properties } of features('friches')) {
      expectInside(geometry, properties.comm_insee as string);
    }
  });

  it('meet no activity zone but along a side', () => {
    const zones = geometriesToColumn(features('zae').map(({ geometry }) => geometry));
    const centres = geometriesToColumn(features('friches').map(({ geometry }) => inner(geometry)));
    const [a, b] = [createSide(zones), createSide(centres)];
    const met = features('friches').filter((_, site) =>
      features('zae').some((_, zone) => intersects(a, zone, b, site)),
    );
    expect(met).toEqual([]);
  });
});

describe('cycle routes', () => {
  it('are 50 ("une cinquantaine d’itinéraires", 000:1758)', () => {
    expect(features('itineraires_cyclables')).toHaveLength(50);
  });

  it('measure 200 km in all in CC50, within a thousandth ("un total de 200 km", 000:1760)', async () => {
    const length = rowLengths(await stored('itineraires_cyclables')).reduce(
      (sum, each) => sum + each,
      0,
    );
    expect(Math.abs(length / 200_000 - 1)).toBeLessThan(0.001);
  });

  it('are 25 in the first phase ("Une 1ère phase de 25 itinéraires", 000:1760)', () => {
    const first = features('itineraires_cyclables').filter(
      ({ properties }) => properties.phase === 1,
    );
    expect(first).toHaveLength(25);
  });

  it('join two communes each, and tell their own length', async () => {
    const lengths = rowLengths(await stored('itineraires_cyclables'));
    features('itineraires_cyclables').forEach(({ properties }, row) => {
      expect(properties.origine).not.toBe(properties.destination);
      expect(properties.longueur_km).toBeCloseTo(lengths[row]! / 1000, 2);
    });
  });
});

describe('stations', () => {
  it('stand in their commune, on the tracks', () => {
    for (const { geometry, properties } of features('gares')) {
      expectInside(geometry, properties.comm_insee as string);
      const point = pointsOf(geometry)[0]!;
      const away = ground.rails.map(({ line }) => nearestOnLine(line, point).distance);
      expect(Math.min(...away), properties.libelle as string).toBeLessThan(1);
    }
  });
});

describe('projects', () => {
  it('are 332, of which 60 that the documents do not locate have no geometry', () => {
    expect(features('projets')).toHaveLength(332);
    expect(features('projets').filter(({ geometry }) => geometry === null)).toHaveLength(60);
  });

  it('have one point in each commune that they name', () => {
    for (const { geometry, properties } of features('projets')) {
      const codes = ((properties.comm_insee as string | null) ?? '').split(', ').filter(Boolean);
      const points = pointsOf(geometry);
      expect(points).toHaveLength(codes.length);
      points.forEach((point, i) => {
        expect(shapeContains(communeShape(codes[i]!), point)).toBe(true);
      });
    }
  });
});

function features(id: string): DemoFeature[] {
  return layers[id]!.features;
}

/** The geometry as a file keeps it, back in CC50 metres. */
async function stored(id: string): Promise<LayerTable['geometry']> {
  const { geometry } = await toLayerTable(toPlanarTable(layers[id]!, readLayerMeta(id)));
  return projectColumn(geometry, 'EPSG:3950');
}

function communeShape(code: string): Position[][][] {
  return ground.communes.find((commune) => commune.code === code)!.shape;
}

function pointsOf(geometry: Geometry | null): Position[] {
  if (geometry?.type === 'Point') return [geometry.coordinates];
  return geometry?.type === 'MultiPoint' ? geometry.coordinates : [];
}

/** Vertices lie in the commune or on its border, to a centimetre. */
function expectInside(geometry: Geometry | null, code: string): void {
  expect(verticesOutside(ground, geometry, [code])).toEqual([]);
}

/** A point just inside a polygon, beside the middle of its first side. */
function inner(geometry: Geometry | null): Geometry {
  const [a, b] = shapeOf(geometry)[0]![0]! as [Position, Position];
  const length = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
  const [u, v] = [(b[0]! - a[0]!) / length, (b[1]! - a[1]!) / length];
  const middle = [(a[0]! + b[0]!) / 2 - v * 0.05, (a[1]! + b[1]!) / 2 + u * 0.05];
  return { type: 'Point', coordinates: middle };
}
