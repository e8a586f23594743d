import type { Feature, Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  type CollectTerritory,
  readCollectTerritory,
} from '../../../scripts/collect/collect-territory.ts';
import {
  type CommuneOutlines,
  outlinesOf,
} from '../../../scripts/collect/make/commune-outlines.ts';
import { keepInTerritory } from '../../../scripts/collect/make/keep-in-territory.ts';
import type { RecipeLayer } from '../../../scripts/collect/recipe.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { projectPosition } from '../../../src/geo/project.ts';
import { createGridGeometry } from '../../geo/create-geometry.ts';
import { ORIGIN } from '../../geo/create-polygons.ts';
import { createRandom } from '../../geo/create-random.ts';
import { startGeosOracle } from '../../geo/read-geos.ts';

const BETHUNE = readCollectTerritory('200072460');
const PLACE: RecipeLayer['keep'] = { by: 'place' };

/** Two communes side by side: a square of 10′ with a hole in its middle, and one of two squares. */
const HOLED = polygon(square(2, 50, 1), square(2.375, 50.375, 0.25));
const DOUBLE: Geometry = {
  type: 'MultiPolygon',
  coordinates: [[square(3, 50, 1)], [square(5, 50, 1)]],
};
const TWO = territoryOf([HOLED, DOUBLE]);

describe('features of a territory, by place', () => {
  const cases: [string, Geometry | null, boolean][] = [
    ['a point in a commune', point(2.25, 50.25), true],
    ['a point on the outer border', point(2, 50.5), true],
    ['a point on a corner', point(2, 50), true],
    ['a point on the border between two communes', point(3, 50.5), true],
    ['a point in a hole', point(2.5, 50.5), false],
    ['a point on the border of a hole', point(2.375, 50.5), true],
    ['a point in the second part of a commune', point(5.5, 50.5), true],
    ['a point between the parts of a commune', point(4.5, 50.5), false],
    ['points of which one is in a commune', multiPoint([0, 0], [5.5, 50.5]), true],
    ['a line through a commune', line([1, 50.25], [6, 50.25]), true],
    ['a line that ends on the border', line([1, 50.5], [2, 50.5]), false],
    ['a line along the outer border', line([2, 50], [3, 50]), false],
    ['a line along the border between two communes', line([3, 50], [3, 51]), true],
    ['a line in a hole, touching its border', line([2.375, 50.5], [2.5, 50.5]), false],
    ['a line that crosses a hole only in part', line([2.5, 50.5], [2.75, 50.5]), true],
    ['a surface that shares a border', polygon(square(2, 51, 1)), false],
    ['a surface that shares a corner', polygon(square(1, 49, 1)), false],
    ['a surface that fills the hole', polygon(square(2.375, 50.375, 0.25)), false],
    ['a surface around everything', polygon(square(0, 48, 8)), true],
    ['a surface over a corner', polygon(square(1.5, 49.5, 1)), true],
    [
      'a surface with a commune in its hole',
      polygon(square(0, 48, 8), square(1.5, 49.5, 5)),
      false,
    ],
    ['a surface flattened to a line on the border', polygon(flat([2, 50], [2, 51])), true],
    ['a surface flattened to a line outside', polygon(flat([1, 50], [1, 51])), false],
  ];
  it.each(cases)('%s', async (_, geometry, isKept) => {
    const { kept, counts } = await keep([feature(geometry)], PLACE, TWO);
    expect(kept).toHaveLength(isKept ? 1 : 0);
    expect(counts).toEqual({ read: 1, kept: isKept ? 1 : 0, placeless: 0 });
  });

  it('features without a geometry that can be read are counted, and not kept', async () => {
    const open: Geometry = { type: 'Polygon', coordinates: [square(2, 50, 1).slice(0, 4)] };
    const collection: Geometry = { type: 'GeometryCollection', geometries: [point(2.5, 50.1)] };
    const features = [null, open, collection, polygon()].map(feature);
    const { counts } = await keep(features, PLACE, TWO);
    expect(counts).toEqual({ read: 4, kept: 0, placeless: 4 });
  });

  it('features of every kind are kept just when GEOS says that interiors meet', async () => {
    const geos = await startGeosOracle();
    const random = createRandom(904);
    const features: Feature[] = [];
    const communes: Geometry[] = [];
    while (communes.length < 3) {
      const geometry = toDegrees(createGridGeometry(random));
      const isSurface = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
      if (isSurface && geos.isValid(geos.read(geometry))) communes.push(geometry);
    }
    const parts = communes.flatMap((geometry) =>
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : (geometry as { coordinates: Position[][][] }).coordinates,
    );
    const all = geos.union(geos.read({ type: 'MultiPolygon', coordinates: parts }));
    const wanted: boolean[] = [];
    while (features.length < 1500) {
      const geometry = toDegrees(createGridGeometry(random));
      const read = geos.read(geometry);
      const length = geometry.type.endsWith('LineString') ? geos.length(read) : 1;
      if (!geos.isValid(read) || length === 0) continue;
      const isPoint = geometry.type.endsWith('Point');
      const { intersects, touches } = geos.relates;
      wanted.push(intersects(read, all) && (isPoint || !touches(read, all)));
      features.push({ ...feature(geometry), id: features.length });
    }
    geos.free();
    const { kept } = await keep(features, PLACE, territoryOf(communes));
    expect(kept.map(({ id }) => id)).toEqual(
      features.filter((_, row) => wanted[row]).map(({ id }) => id),
    );
    expect(kept.length).toBeGreaterThan(300);
    expect(kept.length).toBeLessThan(1200);
  });

  it('metres of Lambert-93 are met where they lie, and stay metres', async () => {
    const inside = point(...projectPosition([2.64, 50.53], 'EPSG:2154'));
    const outside = point(...projectPosition([3.06, 50.63], 'EPSG:2154'));
    const features = [inside, outside].map(feature);
    const ours = { territory: BETHUNE, outlines: outlinesOf(BETHUNE, null) };
    const { kept, counts } = await keep(features, PLACE, ours, 'EPSG:2154');
    expect(kept).toEqual([feature(inside)]);
    expect(counts).toEqual({ read: 2, kept: 1, placeless: 0 });
  });

  it.each([
    ['swapped', point(50.53, 2.64), undefined],
    ['coordinates', point(674175, 7042693), undefined],
    ['unknown', point(674175, 7042693), 'EPSG:31370'],
  ])('coordinates that are not what is said are refused: %s', async (reason, geometry, crs) => {
    const ours = { territory: BETHUNE, outlines: outlinesOf(BETHUNE, null) };
    const refused = await keep([feature(geometry)], PLACE, ours, crs).catch((error) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: 'crs-unknown', context: { reason } });
  });
});

describe('features of a territory, by code', () => {
  const rule: RecipeLayer['keep'] = { by: 'commune', field: 'insee' };
  const ours = { territory: BETHUNE, outlines: outlinesOf(BETHUNE, null) };
  const keepCodes = async (values: unknown[]) => {
    const features = values.map((insee) => ({ ...feature(null), properties: { insee } }));
    const { kept, counts } = await keep(features as Feature[], rule, ours);
    return { values: kept.map(({ properties }) => properties?.insee), counts };
  };

  it('a code alone, in a list, or as a number', async () => {
    const { values } = await keepCodes(['62119', '59350', '59350,62120', ['62119'], 62120, 59350]);
    expect(values).toEqual(['62119', '59350,62120', ['62119'], 62120]);
  });

  it('features without a code are counted, and not kept', async () => {
    const { counts } = await keepCodes([null, undefined, '', 'Béthune', '62119']);
    expect(counts).toEqual({ read: 5, kept: 1, placeless: 4 });
  });

  it('a number has lost the zero of its department', async () => {
    const territory = readCollectTerritory('200029999');
    const [{ code } = { code: '' }] = territory.communes;
    const { kept } = await keep([{ ...feature(null), properties: { insee: Number(code) } }], rule, {
      territory,
      outlines: outlinesOf(territory, null),
    });
    expect(code[0]).toBe('0');
    expect(kept).toHaveLength(1);
  });

  it('delegated communes, merged ones and arrondissements are their commune’s', async () => {
    const marseille = readCollectTerritory('200054807');
    const features = ['13055', '13201', '75101'].map((insee) => ({
      ...feature(null),
      properties: { insee },
    }));
    const { kept } = await keep(features, rule, {
      territory: marseille,
      outlines: outlinesOf(marseille, null),
    });
    expect(kept.map(({ properties }) => properties?.insee)).toEqual(['13055', '13201']);
  });
});

describe('the outlines of a territory', () => {
  it('extents stand in for the communes that the layer has not', () => {
    const [first, ...others] = BETHUNE.communes;
    const [west, south] = BETHUNE.extent;
    const geometry = geometriesToColumn([polygon(square(west, south, 0.001))]);
    const table = { geometry, columns: { code: [first?.code as string] } };
    const { boxed, side } = outlinesOf(BETHUNE, table);
    expect(boxed).toEqual(others.map(({ code }) => code));
    expect(side.column.length).toBe(BETHUNE.communes.length);
  });
});

async function keep(
  features: Feature[],
  rule: RecipeLayer['keep'],
  ours: { territory: CollectTerritory; outlines: CommuneOutlines },
  crs?: string,
) {
  const passed = keepInTerritory(features, { keep: rule, ...ours, ...(crs && { crs }) });
  const kept: Feature[] = [];
  for await (const feature of passed.features) kept.push(feature);
  return { kept, counts: passed.counts };
}

/** A territory of communes with those outlines. */
function territoryOf(geometries: Geometry[]) {
  const codes = geometries.map((_, row) => `9900${row}`);
  const communes = codes.map((code) => ({ ...BETHUNE.communes[0], code }) as never);
  const territory = { ...BETHUNE, communes };
  const table = { geometry: geometriesToColumn(geometries), columns: { code: codes } };
  return { territory, outlines: outlinesOf(territory, table) };
}

/** A grid of metres as one of degrees that doubles hold exactly. */
function toDegrees(geometry: Geometry): Geometry {
  const [x0, y0] = ORIGIN;
  const text = JSON.stringify(geometry, (_, value) =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [2 + (value[0] - x0) / 1024, 50 + (value[1] - y0) / 1024]
      : value,
  );
  return JSON.parse(text) as Geometry;
}

function feature(geometry: Geometry | null): Feature {
  return { type: 'Feature', properties: {}, geometry: geometry as Geometry };
}

function point(...coordinates: readonly number[]): Geometry {
  return { type: 'Point', coordinates: [...coordinates] };
}

function multiPoint(...coordinates: Position[]): Geometry {
  return { type: 'MultiPoint', coordinates };
}

function line(...coordinates: Position[]): Geometry {
  return { type: 'LineString', coordinates };
}

function polygon(...coordinates: Position[][]): Geometry {
  return { type: 'Polygon', coordinates };
}

function square(west: number, south: number, size: number): Position[] {
  const [east, north] = [west + size, south + size];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function flat(a: Position, b: Position): Position[] {
  return [a, b, a, a];
}
