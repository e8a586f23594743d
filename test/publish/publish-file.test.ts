import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterTerritory } from '../../scripts/publish/enter-territory.ts';
import { publish as publishDelivery } from '../../scripts/publish/publish.ts';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import { withSite } from '../../scripts/publish/site-lock.ts';
import { AppError } from '../../src/domain/errors.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import { failureSentence } from '../../src/publish/strings/failure-sentence.ts';
import { createSquare } from '../helpers/create-layer.ts';

const REAL = join(import.meta.dirname, '..', '..', '..', 'shared', 'real-data');
let folder: string;
let site: Site;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-'));
  site = { publicDir: join(folder, 'public'), dataDir: join(folder, 'data') };
  const data = join(import.meta.dirname, '..', '..', 'data');
  for (const name of ['territory.json', 'themes']) {
    await cp(join(data, name), join(site.dataDir, name), { recursive: true });
  }
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const feature = (geometry: object | null, properties: object = {}) => ({
  type: 'Feature',
  geometry,
  properties,
});
const collection = (features: object[], members: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...members });
const publish = async (file: string, id: string, description: object = {}) => {
  const publication = {
    paths: [file],
    from: null,
    crs: null,
    keep: [],
    accept: true,
    dryRun: false,
  };
  const said = { id, ...description };
  const { issues, refusal } = await publishDelivery({ ...publication, description: said }, site);
  const layer = (await readCatalogue(site))?.layers.find((candidate) => candidate.id === id);
  if (!layer || refusal) throw new Error(JSON.stringify(issues));
  return { layer, rules: issues.map(({ rule }) => rule) };
};
const failure = async (content: string, name = 'couche.geojson') => {
  const error = await publish(await write(name, content), 'couche').catch((e: unknown) => e);
  return error instanceof AppError ? failureSentence(error) : (error as Error).message;
};

describe('publishing a file', () => {
  it('enters the layer with its title, key, noun and extent', async () => {
    const features = [0, 1, 2].map((i) =>
      feature(createSquare(2.5 + i / 10, 50.5, 0.05), { code: `00${i}`, nom: `Lot ${i}` }),
    );
    const { layer, rules } = await publish(await write('a.geojson', collection(features)), 'lots', {
      title: 'Zones tampon',
    });
    expect(rules).toEqual([]);
    expect(layer).toMatchObject({
      title: 'Zones tampon',
      noun: ['zone tampon', 'zones tampon'],
      gender: 'f',
      key: 'code',
      titleField: 'nom',
      theme: 'publiees',
      file: { rows: 3 },
    });
    const catalogue = await readCatalogue(site);
    expect(catalogue?.layers).toEqual([layer]);
    expect(catalogue?.territory.extent).toEqual(layer.extent);
  });

  it('adds a number when no field is a key, and renames fields that the file keeps for itself', async () => {
    const features = [1, 1].map((bbox) => feature(createSquare(2.5, 50.5, 0.1), { bbox }));
    const { layer, rules } = await publish(await write('a.json', collection(features)), 'lots');
    expect(layer.key).toBe('fid');
    expect(rules).toContain('source.field-renamed');
    const data = new Uint8Array(await readFile(join(site.publicDir, layer.file.path)));
    const file = await openGeoParquet(memorySource('lots', data));
    expect(await file.readAttributes([0], ['fid', 'bbox_'])).toEqual({
      fid: [1, 2],
      bbox_: [1, 1],
    });
  });

  it('keeps the title and style of a layer that is refreshed, and keeps its old file', async () => {
    const path = await write('a.json', collection([feature(createSquare(2, 50, 1), { id: 'a' })]));
    const first = await publish(path, 'lots', { title: 'Lots', producer: 'SIG' });
    const newer = await write('b.json', collection([feature(createSquare(2, 50, 2), { id: 'b' })]));
    const second = await publish(newer, 'lots', { producer: 'Agglo' });
    expect(second.layer).toMatchObject({
      title: 'Lots',
      producer: 'Agglo',
      style: first.layer.style,
    });
    const files = await readdir(join(site.publicDir, 'layers'));
    for (const { layer } of [first, second]) {
      expect(files).toContain(`lots.${layer.file.version}.parquet`);
    }
  });

  it('survives a rebuild of the territory', async () => {
    const path = await write('a.json', collection([feature(createSquare(2, 50, 1), { id: 'a' })]));
    const { layer } = await publish(path, 'lots');
    const catalogue = await withSite(site, (locked) => enterTerritory(locked, []));
    expect(catalogue.layers).toEqual([layer]);
  });

  it('takes a Lambert-93 GeoJSON that says so, and one that does not', async () => {
    const point = feature({ type: 'Point', coordinates: [682_000, 7_046_000] }, { id: 1 });
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
    const named = await publish(await write('a.json', collection([point], { crs })), 'a');
    const guessed = await publish(await write('b.json', collection([point])), 'b');
    expect(named.layer.extent).toEqual(guessed.layer.extent);
    expect(named.layer.extent[1]).toBeCloseTo(50.51, 1);
    expect(named.rules).not.toContain('source.crs-guessed');
    expect(guessed.rules).toContain('source.crs-guessed');
  });

  it('says in French what is wrong, where, and leaves the site as it was', async () => {
    const polygon = feature(createSquare(2, 50, 1));
    const line = feature({
      type: 'LineString',
      coordinates: [
        [2, 50],
        [3, 51],
      ],
    });
    expect(await failure('{"type": "FeatureCollection",\n "features": [}')).toContain(
      'ligne 2, colonne 15',
    );
    expect(await failure('{"type": "FeatureCollection", "features": [')).toContain('ligne 1');
    expect(await failure(collection([]))).toContain('aucune entité');
    expect(await failure(collection([feature(null)]))).toContain(
      'son unique entité n’a pas de géométrie',
    );
    expect(await failure(collection([polygon, line]))).toContain('couche_lignes, couche_surfaces');
    const ring = [2, 3, 4, 5].map((lng) => [lng, 50 + (lng % 2)]);
    const open = feature({ type: 'Polygon', coordinates: [ring] });
    const circle = feature({ type: 'Circle', coordinates: [] });
    const broken = await failure(collection([polygon, open, polygon, circle, open]));
    expect(broken).toContain('contour non fermé');
    const rows = JSON.parse(broken).map(({ row }: { row: number }) => row);
    expect(rows.slice(0, 3)).toEqual([1, 3, 4]);
    expect(await failure('')).toContain('vide');
    expect(await failure('{"type": "Topology"}')).toContain('Topology');
    expect(await failure('MXD', 'couche.mxd')).toContain('format non reconnu');
    expect(existsSync(site.publicDir)).toBe(false);
    expect(existsSync(join(site.dataDir, 'published'))).toBe(false);
  });
});

describe.skipIf(!existsSync(REAL))(
  'real files (skipped where ../shared/real-data is absent)',
  () => {
    it.each([
      ['bassin-minier-unesco/terrils.geojson', 'polygon'],
      ['bassin-minier-unesco/zone-tampon.geojson', 'polygon'],
      ['cartofriches/cartofriches_cabbalr_2024-03.geojson', 'point'],
    ])('publishes %s whole', async (path, family) => {
      const file = join(REAL, path);
      const { features } = JSON.parse(await readFile(file, 'utf8'));
      const { layer } = await publish(file, 'couche', { title: 'Couche' });
      expect(layer.file.rows).toBe(features.length);
      expect(layer.geometry).toBe(family);
    });

    it('publishes the zones of a PLUi delivered as a Shapefile in Lambert-93', async () => {
      const plu = join(REAL, 'plu-cnig/241800432_PLUi_20200128/Donnees_geographiques');
      const name = '241800432_ZONE_URBA_20200128';
      const files = ['shp', 'dbf', 'prj', 'cpg'].map(
        async (part) =>
          [
            `${name}.${part}`,
            new Uint8Array(await readFile(join(plu, `${name}.${part}`))),
          ] as const,
      );
      const zip = zipSync(Object.fromEntries(await Promise.all(files)));
      const { layer, rules } = await publish(await write('zones.zip', zip), 'zones');
      expect(rules.filter((rule) => rule.startsWith('source.'))).toEqual([]);
      expect(layer.file.rows).toBe(221);
      const [minX, minY, maxX, maxY] = layer.extent;
      expect([minX, minY, maxX, maxY].map((bound) => Math.round(bound * 10) / 10)).toEqual([
        2.7, 46.7, 3.1, 46.9,
      ]);
    });
  },
);
