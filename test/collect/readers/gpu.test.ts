import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Feature, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readCollectTerritory } from '../../../scripts/collect/collect-territory.ts';
import { GPU } from '../../../scripts/collect/readers/gpu.ts';
import { gpuRow } from '../../../scripts/collect/readers/gpu-row.ts';
import type { RecipeLayer } from '../../../scripts/collect/recipe.ts';
import type { Extent } from '../../../src/domain/units.ts';
import { openGdal } from '../../../src/gdal/node-gdal.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { projectColumn } from '../../../src/geo/project.ts';
import { rowAreas } from '../../../src/geo/row-measures.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import { toDegrees } from '../../../src/publish/crs/to-degrees.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import { createRandom } from '../../geo/create-random.ts';
import { countShapes, measureShapes } from '../../helpers/read-shapes.ts';
import { projectRecipe, runReader } from '../../helpers/run-reader.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data/plu-cnig');
const ZONES = join(
  REAL,
  '241800432_PLUi_20200128/Donnees_geographiques/241800432_ZONE_URBA_20200128.shp',
);
const BETHUNE = readCollectTerritory('200072460');
const [WEST, SOUTH, EAST, NORTH] = BETHUNE.extent;
const POINTS = ['prescription-pct'];

describe('a service that sends only so many objects', () => {
  it.each([
    [50, 1500],
    [5000, 12_000],
  ])('behind a cap of %i gives each of %i points once', async (cap, count) => {
    const points = scatter(count);
    const { run, notes } = await collectPoints(points, cap);
    const features = await run.features('prescription_pct');
    const names = features.map(({ properties }) => properties?.libelle);
    expect(names.sort()).toEqual(points.map(({ properties }) => properties?.libelle).sort());
    expect(notes).toEqual([]);
    expect(run.layer('prescription_pct')).toMatchObject({ read: count, kept: count });
  });

  it('gives them where it does not tell how many there are', async () => {
    const { run } = await collectPoints(scatter(1200), 50, { isSilent: true });
    expect(run.layer('prescription_pct').read).toBe(1200);
  });

  it('tells that it holds objects back where more lie at one place than it sends', async () => {
    const pile = Array.from({ length: 80 }, (_, i) => point(20_000 + i, 2.6412, 50.5298));
    const { run, notes } = await collectPoints([...scatter(600), ...pile], 50);
    expect(run.layer('prescription_pct').read).toBe(600 + 50);
    expect(notes.join()).toMatch(/1 réponse retient des objets empilés/);
    expect(run.requests.length).toBeLessThan(200);
  });

  it('is asked once where its answer is whole', async () => {
    const { run } = await collectPoints(scatter(49), 50);
    expect(run.requests.map(({ key }) => key)).toEqual([
      'documents',
      'prescription-pct-DU_200072460',
    ]);
  });
});

describe('planning documents', () => {
  it('are those of the group, of its communes, and of a group that was there before', async () => {
    const [first, second, third, ...others] = BETHUNE.communes;
    const documents = [
      document(`DU_${first?.code}`, [2, 50, 2.01, 50.01]),
      document('DU_246200364', second?.extent),
      document('DU_59350', [3, 50.6, 3.1, 50.7]),
      document('246200299_SCOT', [2, 50, 2.01, 50.01]),
      document(`PSMV_${third?.code}`, [2, 50, 2.01, 50.01]),
      ...others.slice(1).map(({ code }) => document(`DU_${code}`, [2, 50, 2.01, 50.01])),
    ];
    const recipe = await only(['zone-urba']);
    const run = await runReader(GPU, recipe, BETHUNE, ({ pathname, searchParams }) => {
      const partition = searchParams.get('partition');
      if (pathname.endsWith('/document')) return collection(documents);
      return collection(partition === 'DU_246200364' ? [zone(second?.extent as Extent)] : []);
    });
    const asked = run.requests.map(({ key }) => key);
    expect(asked).toContain('zone-urba-DU_200072460');
    expect(asked).toContain(`zone-urba-DU_${first?.code}`);
    expect(asked).toContain('zone-urba-DU_246200364');
    expect(asked).toContain(`zone-urba-PSMV_${third?.code}`);
    expect(asked.join()).not.toMatch(/59350|SCOT/);
    expect(run.layer('zone_urba').notes[0]).toContain(
      `1 commune sans document au Géoportail de l’urbanisme : ${others[0]?.name}.`,
    );
    expect(run.layer('zone_urba').kept).toBe(1);
    expect(run.layer('zone_urba').date).toBe('2024-11-06');
    expect(run.layer('zone_urba').paths[0]).toMatch(/\/zone_urba\.geojsonl$/);
  });

  it('leave the columns of former versions out where no row fills them', async () => {
    const recipe = await only(['zone-urba']);
    const extent = BETHUNE.communes[0]?.extent as Extent;
    const run = await runReader(GPU, recipe, BETHUNE, ({ pathname }) =>
      collection(pathname.endsWith('/document') ? [] : [zone(extent)]),
    );
    const [feature] = await run.features('zone_urba');
    expect(feature?.properties).toEqual({
      partition: 'DU_200072460',
      gpu_doc_id: 'a1',
      libelle: 'UB',
      typezone: 'AUc',
      formdomi: '0100',
      lib_idzone: 'Z1',
    });
  });

  it('have lost a field that the layer needs: a fault of the source', async () => {
    const recipe = await only(['zone-urba']);
    const { properties, ...rest } = zone(BETHUNE.communes[0]?.extent as Extent);
    const { typezone: _gone, ...own } = properties ?? {};
    const answers = ({ pathname }: URL) =>
      collection(pathname.endsWith('/document') ? [] : [{ ...rest, properties: own }]);
    await expect(runReader(GPU, recipe, BETHUNE, answers)).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', field: 'typezone', layer: 'zone_urba' },
    });
  });
});

describe('servitudes', () => {
  it('are asked for by category and box, and kept where they meet the communes', async () => {
    const recipe = await projectRecipe('04-servitudes.json');
    const inside = BETHUNE.communes[0]?.extent as Extent;
    const run = await runReader(GPU, recipe, BETHUNE, ({ pathname, searchParams }) => {
      const category = searchParams.get('categorie');
      if (pathname.endsWith('/generateur-sup-s')) return category === 'PM1' ? generators() : null;
      if (category !== 'PM1') return collection([]);
      return collection([inside, [3.5, 50.2, 3.6, 50.3] as Extent].map(servitude));
    });
    expect(run.requests.map(({ key }) => key)).toEqual([
      'assiette-sup-s-PM1',
      'generateur-sup-s-PM1',
      'assiette-sup-s-PM3',
      'generateur-sup-s-PM3',
      'assiette-sup-s-AC1',
    ]);
    expect(run.layer('sup_pm1')).toMatchObject({ read: 2, kept: 1 });
    const [feature] = await run.features('sup_pm1');
    expect(feature?.properties).toMatchObject({
      idass: 'PM1-1-0',
      categorie: 'PM1',
      id_gaspar: '62DDTM20010001',
    });
    expect(run.layer('sup_pm3')).toMatchObject({ paths: [], read: 0, kept: 0 });
  });
});

describe.skipIf(!existsSync(REAL))(
  'the zones of a real PLUi (skipped where ../shared/real-data is absent)',
  () => {
    it('come through as they are, with their surface', async () => {
      const zones = await realZones();
      const recipe = await only(['zone-urba']);
      const run = await runReader(GPU, recipe, BETHUNE, ({ pathname }) =>
        collection(pathname.endsWith('/document') ? [] : zones),
      );
      const features = await run.features('zone_urba');
      expect(features).toHaveLength(countShapes(ZONES));
      const column = geometriesToColumn(features.map(({ geometry }) => geometry));
      const areas = rowAreas(projectColumn(column, 'EPSG:2154'));
      expect(areas.reduce((sum, own) => sum + own) / measureShapes(ZONES)).toBeCloseTo(1, 6);
    });
  },
);

describe('a row of the GPU', () => {
  it('gets back the zeros of its codes and the case of its zone', () => {
    const own = { typepsc: '7', stypepsc: 2, formdomi: '101', typezone: 'AUC', libelle: '' };
    expect(gpuRow(own)).toEqual({
      properties: {
        typepsc: '07',
        stypepsc: '02',
        formdomi: '0101',
        typezone: 'AUc',
        libelle: null,
      },
      mended: 4,
    });
  });

  it('takes from the field of a former version what the present one has not', () => {
    const own = { typeinf: null, typep: '4', stypeinf: '01', stypep: '00', idinfo: 'I1' };
    expect(gpuRow(own).properties).toEqual({ typeinf: '04', stypeinf: '01', lib_idinfo: 'I1' });
  });

  it('keeps a zone of 2014 as it is', () => {
    expect(gpuRow({ typezone: 'Nh', destdomi: '07' })).toEqual({
      properties: { typezone: 'Nh', destdomi: '07' },
      mended: 0,
    });
  });
});

/** What a service with a cap gives of some points, asked by partition and box. */
async function collectPoints(points: Feature[], cap: number, { isSilent = false } = {}) {
  const recipe = await only(POINTS, { options: { caps: [cap] } }, { by: 'all' });
  const run = await runReader(GPU, recipe, BETHUNE, ({ pathname, searchParams }) => {
    if (pathname.endsWith('/document')) return collection([]);
    const geom = searchParams.get('geom');
    const found = geom ? points.filter(isIn(JSON.parse(geom) as Polygon)) : points;
    return collection(found.slice(0, cap), isSilent ? {} : { totalFeatures: found.length });
  });
  const notes = run
    .layer('prescription_pct')
    .notes.filter((note) => !/emprise|sans document/.test(note));
  return { run, notes };
}

async function only(collections: string[], changes: object = {}, keep?: RecipeLayer['keep']) {
  const { layers } = await projectRecipe('03-documents-urbanisme.json');
  const kept = layers
    .filter(({ from }) => collections.includes(from ?? ''))
    .map((layer) => (keep ? { ...layer, keep } : layer));
  return projectRecipe('03-documents-urbanisme.json', { layers: kept, ...changes });
}

/** Rows of the Shapefile as the service has them: degrees, small letters, its own fields beside. */
async function realZones(): Promise<Feature[]> {
  const files = ['.shp', '.shx', '.dbf', '.prj', '.cpg'].map((end) => {
    const path = ZONES.replace('.shp', end);
    return { path: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  });
  const gdal = () => Promise.resolve(openGdal());
  const [source] = await readFiles(files, { gdal });
  if (!source) throw new Error('no table');
  const { geometry } = await toDegrees(source, null, { gdal, territory: null });
  return Array.from({ length: geometry.length }, (_, row) => ({
    type: 'Feature',
    geometry: rowToGeometry(geometry, row) as Polygon,
    properties: {
      gid: row + 1,
      partition: 'DU_200072460',
      gpu_timestamp: '2020-03-04T08:00:00Z',
      destdomi: null,
      ...Object.fromEntries(
        Object.entries(source.table.columns).map(([name, values]) => [
          name.toLowerCase(),
          values[row],
        ]),
      ),
    },
  }));
}

/** Half of them in one hundredth of the box, and some exactly on the lines that quarters are cut along. */
function scatter(count: number): Feature[] {
  const random = createRandom(9);
  return Array.from({ length: count }, (_, index) => {
    const [across, up] = index % 2 ? [random(), random()] : [random() / 10, random() / 10];
    const x = index % 97 ? WEST + across * (EAST - WEST) : (WEST + EAST) / 2;
    const y = index % 89 ? SOUTH + up * (NORTH - SOUTH) : (SOUTH + NORTH) / 2;
    return point(index, x, y);
  });
}

function point(gid: number, x: number, y: number): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [x, y] },
    properties: { gid, partition: 'DU_200072460', libelle: `P${gid}`, typepsc: '07' },
  };
}

function isIn({ coordinates }: Polygon) {
  const xs = coordinates.flat().map(([x]) => x as number);
  const ys = coordinates.flat().map(([, y]) => y as number);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  return ({ geometry }: Feature) => {
    const [x = 0, y = 0] = (geometry as { coordinates: number[] }).coordinates as number[];
    return x >= west && x <= east && y >= south && y <= north;
  };
}

function document(partition: string, extent: Extent = BETHUNE.extent): Feature {
  return { type: 'Feature', geometry: box(extent), properties: { partition, du_type: 'PLU' } };
}

function zone(extent: Extent): Feature {
  const own = { libelle: 'UB', typezone: 'AUC', formdomi: '100', destdomi: null, insee: '' };
  const service = { gid: 4, gpu_status: 'production', gpu_timestamp: '2024-11-06T10:12:45.000Z' };
  const ids = { partition: 'DU_200072460', gpu_doc_id: 'a1', idzone: 'Z1', datappro: null };
  return { type: 'Feature', geometry: box(extent), properties: { ...service, ...ids, ...own } };
}

function servitude(extent: Extent, index: number): Feature {
  const own = { gid: index, suptype: 'pm1', idass: `PM1-1-${index}`, idgen: 'G1', nomass: 'PPRI' };
  return { type: 'Feature', geometry: box(extent), properties: own };
}

function generators(): object {
  const own = { gid: 1, idgen: 'G1', idsup: 'S1', id_gaspar: '62DDTM20010001', code_alea: null };
  return collection([{ type: 'Feature', geometry: box(BETHUNE.extent), properties: own }]);
}

function box([west, south, east, north]: Extent): Polygon {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function collection(features: Feature[], more: object = {}): object {
  return { type: 'FeatureCollection', features, ...more };
}
