import { area, booleanPointInPolygon, feature } from '@turf/turf';
import type { Feature, MultiPolygon, Point, Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../scripts/publish/site.ts';
import { readTable } from '../../scripts/publish/site-context.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import {
  type Collecting,
  type CollectRun,
  createCollecting,
} from '../helpers/create-collecting.ts';
import type { FaultyServer } from '../helpers/faulty-server.ts';
import { layGround } from '../helpers/official-server/ground.ts';
import { serveOfficial } from '../helpers/official-server/official-server.ts';
import {
  HAS_REAL_FILES,
  realFeatures,
  realSources,
} from '../helpers/official-server/real-files.ts';

const SIREN = '200072460';
const SOURCES = 'communes,qpv,gares,eurovelo5,friches,patrimoine-minier';

/** Skipped, as it says, on a machine that has not the real files. */
describe.skipIf(!HAS_REAL_FILES)('real official files, served in their official forms', () => {
  let server: FaultyServer;
  let collecting: Collecting;
  let run: CollectRun;
  let layers: Map<string, Layer>;
  let communes: Feature<Polygon | MultiPolygon>[];

  beforeAll(async () => {
    const ground = layGround(SIREN);
    server = await serveOfficial(ground, await realSources());
    collecting = await createCollecting(server.url);
    run = await collecting.run('--epci', SIREN, '--only', SOURCES);
    const catalogue = await readCatalogue(collecting.site);
    layers = new Map(catalogue?.layers.map((layer) => [layer.id, layer]));
    communes = realFeatures('bassin-minier-unesco/communes-mbm.geojson').filter(
      ({ properties }) => properties?.epci_siren === SIREN,
    ) as Feature<Polygon | MultiPolygon>[];
  }, 120_000);

  afterAll(async () => {
    await server?.close();
    await collecting?.remove();
  });

  const isInside = ({ geometry }: Feature) =>
    communes.some((commune) => booleanPointInPolygon(geometry as Point, commune));
  const rowsOf = (id: string) => layers.get(id)?.file.rows;
  const tableOf = async (id: string) => readTable(collecting.site, layers.get(id) as Layer);

  test('all of them are published, and none is said to be simulated', () => {
    expect(run.code, run.printed).toBe(0);
    expect([...layers.values()].filter(({ simulated }) => simulated)).toEqual([]);
    expect([...layers.values()].filter(({ abstract }) => /simul/i.test(abstract ?? ''))).toEqual(
      [],
    );
  });

  test('the 100 communes have their own outlines, to a ten-thousandth of their surface', async () => {
    const table = await tableOf('communes');
    expect(table.geometry.length).toBe(100);
    const surfaces = new Map(communes.map((one) => [one.properties?.insee, area(one)]));
    for (const [row, code] of (table.columns.code ?? []).entries()) {
      const outline = rowToGeometry(table.geometry, row) as Polygon;
      expect(area(feature(outline)) / (surfaces.get(String(code)) ?? 0)).toBeCloseTo(1, 4);
    }
  });

  test('the priority quarters are those of the 100 communes, brought from Lambert-93 to their place', async () => {
    const codes = new Set(communes.map(({ properties }) => properties?.insee));
    const own = realFeatures('qpv-anct/polygone-4326_qpv.geojson').filter(({ properties }) =>
      codes.has(properties?.insee_com),
    );
    const table = await tableOf('qpv');
    expect(table.columns.code_qp?.toSorted()).toEqual(
      own.map(({ properties }) => properties?.code_qp).sort(),
    );
    const total = (features: Feature[]) => features.reduce((sum, one) => sum + area(one), 0);
    const rows = own.map((_, row) => feature(rowToGeometry(table.geometry, row) as Polygon));
    expect(total(rows) / total(own)).toBeCloseTo(1, 5);
  });

  test('the pits are those that lie in a commune, by Turf', () => {
    const pits = realFeatures('bassin-minier-unesco/puits-de-mines.geojson');
    expect(rowsOf('puits_de_mines')).toBe(pits.filter(isInside).length);
  });

  test('a station that stands once for each line is one, with its lines', async () => {
    const inside = realFeatures('sncf/gares_zone_extrait.geojson').filter(isInside);
    const table = await tableOf('gares');
    expect(table.geometry.length).toBe(
      new Set(inside.map(({ properties }) => properties?.code_uic)).size,
    );
    expect(table.columns.voyageurs?.every((value) => typeof value === 'boolean')).toBe(true);
  });

  test('the 124 sites of Cartofriches keep their status, which is not to be summed blindly', async () => {
    const statuses = (await tableOf('friches')).columns.site_statut ?? [];
    const count = (status: string) => statuses.filter((value) => value === status).length;
    expect(statuses.length).toBe(124);
    expect(['friche potentielle', 'friche sans projet', 'friche avec projet'].map(count)).toEqual([
      101, 15, 8,
    ]);
  });

  test('EuroVelo 5 keeps only what meets the territory, under its own licence', async () => {
    expect(rowsOf('eurovelo5')).toBeGreaterThan(0);
    expect(layers.get('eurovelo5')?.licence).toMatch(/ODbL|Open Database/);
    expect(layers.get('gares')?.licence).toMatch(/ODbL|Open Database/);
    expect(layers.get('communes')?.licence).toMatch(/Licence Ouverte/);
  });
});
