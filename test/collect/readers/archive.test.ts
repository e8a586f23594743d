import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readCollectTerritory } from '../../../scripts/collect/collect-territory.ts';
import { ARCHIVE } from '../../../scripts/collect/readers/archive.ts';
import { depthClass } from '../../../scripts/collect/readers/flood-depths.ts';
import type { Recipe, RecipeLayer } from '../../../scripts/collect/recipe.ts';
import type { MetricCrs } from '../../../src/domain/crs.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { projectColumn } from '../../../src/geo/project.ts';
import { rowAreas } from '../../../src/geo/row-measures.ts';
import { countShapes, measureShapes } from '../../helpers/read-shapes.ts';
import { projectRecipe, runReader } from '../../helpers/run-reader.ts';

const BETHUNE = readCollectTerritory('200072460');
const REAL = join(import.meta.dirname, '../../../../shared/real-data');
const TRI = 'plu-cnig/TRI_JTEST_TOPO_SIG_DI';
const RECIPE = await projectRecipe('05-directive-inondation.json');

describe('archives', () => {
  it('are asked for once a department, and a department may have none', async () => {
    const run = await runReader(ARCHIVE, RECIPE, BETHUNE, () => null);
    expect(run.requests.map(({ url, kind }) => [url, kind])).toEqual([
      ['https://files.georisques.fr/di_2020/tri_2020_sig_di_62.zip', 'zip'],
    ]);
    expect(run.layer('alea_inondation')).toMatchObject({ paths: [], read: 0, kept: 0 });
    expect(run.layer('alea_inondation').notes).toEqual(['Pas d’archive : département 62.']);
  });

  it('are asked for by commune where the address names one', () => {
    const urls = { archive: 'https://example.org/download-by-partition/DU_{code}' };
    const requests = ARCHIVE.requests({ ...RECIPE, urls }, BETHUNE);
    expect(requests).toHaveLength(100);
    expect(requests.map(({ url }) => url)).toContain(
      'https://example.org/download-by-partition/DU_62119',
    );
  });

  it('are asked for once where the address names no department', () => {
    const urls = { archive: 'https://example.org/download-by-partition/DU_{siren}' };
    const [request, ...others] = ARCHIVE.requests({ ...RECIPE, urls }, BETHUNE);
    expect(others).toEqual([]);
    expect(request?.url).toBe('https://example.org/download-by-partition/DU_200072460');
  });

  it('give what meets the communes of the tables that the recipe names', async () => {
    const table = (name: string, x: number) =>
      text({
        type: 'FeatureCollection',
        features: [
          square(x, { ID_S_INOND: `${name}-1`, SCENARIO: '02Moy', ID_TRI: 'T' }),
          square(5, { ID_S_INOND: `${name}-2`, SCENARIO: '02Moy', ID_TRI: 'T' }),
        ],
      });
    const zip = zipSync({
      'TRI_A/n_tri_a_inondable_01_02moy_s_062.geojson': table('A', 2.6),
      'TRI_B/n_tri_b_inondable_01_02moy_s_062.geojson': table('B', 2.5),
      'TRI_B/n_tri_b_iso_ht_01_02moy_s_062.geojson': text({
        type: 'FeatureCollection',
        features: [square(2.6, { ID_ZONE: 'Z', HT_MIN: 0.5, HT_MAX: 1, SCENARIO: '02Moy' })],
      }),
    });
    const run = await runReader(ARCHIVE, RECIPE, BETHUNE, () => zip);
    expect(run.layer('tri_surfaces_inondables')).toMatchObject({ read: 4, kept: 2 });
    const ids = (await run.features('tri_surfaces_inondables')).map((one) => one.properties);
    expect(ids.map((own) => own?.ID_S_INOND)).toEqual(['A-1', 'B-1']);
    expect(run.layer('tri_surfaces_inondables').paths[0]).toMatch(/\/N_INONDABLE_S\.geojsonl$/);
    expect(run.layer('tri_surfaces_inondables').notes[0]).toContain('2 tables réunies (OGC:CRS84)');
    expect(run.layer('alea_inondation')).toMatchObject({ read: 1, kept: 1 });
    expect(run.layer('alea_inondation').paths[0]).toMatch(/\/alea_inondation\.geojsonl$/);
    const [zone] = await run.features('alea_inondation');
    expect(zone?.properties).toMatchObject({
      id_zone: 'Z',
      hauteur: '0,5 à 1 m',
      periode_retour: '100 à 300 ans',
      ht_max: 1,
    });
  });

  it.each([
    [0, 0.5, '< 0,5 m'],
    [0.5, 1, '0,5 à 1 m'],
    [1, 1.5, '1 à 2 m'],
    [2, 3, '> 2 m'],
    [4, null, '> 2 m'],
    [0, 1, '0 à 1 m'],
    [1, null, '> 1 m'],
    [null, 2, null],
  ])('depths from %s to %s m are of the class %s', (low, high, name) => {
    expect(depthClass(low, high)).toBe(name);
  });

  it('have lost a table that the recipe names: a fault of the source', async () => {
    const features = [square(2.6, { nom: 'x' })];
    const zip = zipSync({ 'a.geojson': text({ type: 'FeatureCollection', features }) });
    await expect(runReader(ARCHIVE, RECIPE, BETHUNE, () => zip)).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', field: 'N_INONDABLE_S' },
    });
  });
});

describe.skipIf(!existsSync(REAL))(
  'real archives (skipped where ../shared/real-data is absent)',
  () => {
    const cases: [string, string, Record<string, number>][] = [
      ['flood directive', TRI, { N_ISO_HT_S: -1, N_INONDABLE_S: -1, N_OUV_PROTEC_L: -1 }],
      [
        'a PLUi of 2020',
        'plu-cnig/241800432_PLUi_20200128',
        { ZONE_URBA: 221, PRESCRIPTION_LIN: 264 },
      ],
      ['a PLU of 2014', 'plu-cnig/41175_PLU_20140603', { ZONE_URBA: 118, PRESCRIPTION_PCT: 26 }],
      [
        'servitudes AC1',
        'plu-cnig/172014607_AC1_2A_20180130',
        { ASSIETTE_SUP_S: 206, GENERATEUR_SUP_S: 104 },
      ],
    ];
    it.each(cases)('%s: every row of its tables, and their surface', async (_, folder, tables) => {
      const recipe = whole(Object.keys(tables));
      const run = await runReader(ARCHIVE, recipe, BETHUNE, () => zipFolder(folder));
      for (const [table, count] of Object.entries(tables)) {
        const shapes = shapefilesOf(folder, table);
        const own = await run.features(idOf(table));
        expect(own).toHaveLength(count < 0 ? sum(shapes.map(countShapes)) : count);
        expect(own.length).toBe(sum(shapes.map(countShapes)));
        const area = sum(shapes.map(measureShapes));
        if (area) expect(areaOf(own, 'EPSG:2154') / area).toBeCloseTo(1, 6);
      }
    });

    it('a plan gives the layers whose tables it has, and no other', async () => {
      const recipe = await projectRecipe('06-archive-document-urbanisme.json');
      const zip = zipFolder('plu-cnig/41175_PLU_20140603');
      const run = await runReader(ARCHIVE, recipe, BETHUNE, () => zip);
      const counts = run.layers.map(({ layer, kept }) => [layer.id, kept]);
      expect(counts.filter(([, kept]) => kept)).toEqual([
        ['zone_urba', 118],
        ['prescription_surf', 23],
        ['prescription_lin', 10],
        ['prescription_pct', 26],
      ]);
    });

    it('a PPR of an earlier form: its zones, with its document', async () => {
      const recipe = whole(['N_ZONE_REG_PPR_S']);
      const zip = new Uint8Array(readFileSync(join(REAL, 'ppr/38DDT20010005.zip')));
      const layers = [{ ...(recipe.layers[0] as RecipeLayer), from: 'N_ZONE_REG_PPR*_S_038' }];
      const run = await runReader(ARCHIVE, { ...recipe, layers }, BETHUNE, () => zip);
      expect(run.layers[0]).toMatchObject({ read: 165, kept: 165 });
    });
  },
);

/** The project's recipe with one layer a table, all of whose rows are kept. */
function whole(tables: string[]): Recipe {
  const [base] = RECIPE.layers as [RecipeLayer];
  const layers = tables.map((from) => {
    return { ...base, id: idOf(from), from, required: [], keep: { by: 'all' as const } };
  });
  return { ...RECIPE, layers };
}

const idOf = (table: string): string => table.toLowerCase();
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const text = (document: object): Uint8Array => new TextEncoder().encode(JSON.stringify(document));

function filesOf(folder: string): string[] {
  return readdirSync(join(REAL, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function zipFolder(folder: string): Uint8Array {
  const root = join(REAL, folder, '..');
  return zipSync(
    Object.fromEntries(
      filesOf(folder).map((path) => {
        return [path.slice(root.length + 1), new Uint8Array(readFileSync(path))];
      }),
    ),
    { level: 0 },
  );
}

/** Shapefiles of a table of a standard: `N_ISO_HT_S` is `N_<TRI>_ISO_HT_<scenario>_S_<department>`. */
function shapefilesOf(folder: string, table: string): string[] {
  const [stem, shape] =
    table
      .replace(/^N_/, '')
      .match(/(.+)_([SLP]|SURF|LIN|PCT|URBA)$/)
      ?.slice(1) ?? [];
  const name = new RegExp(`(^|_)${stem}(_(FOR|MOY|FAI))?_${shape}(_\\d+)?\\.shp$`);
  return filesOf(folder).filter((path) => name.test(path.split('/').at(-1) ?? ''));
}

function areaOf(features: readonly Feature[], crs: MetricCrs): number {
  const column = geometriesToColumn(features.map(({ geometry }) => geometry));
  return sum([...rowAreas(projectColumn(column, crs))]);
}

function square(x: number, properties: Record<string, unknown>): Feature {
  const ring = [
    [x, 50.5],
    [x + 0.01, 50.5],
    [x + 0.01, 50.51],
    [x, 50.51],
    [x, 50.5],
  ];
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties };
}
