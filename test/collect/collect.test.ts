import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import type { Collection as Collected } from '../../src/domain/collection.ts';
import { parseCollection } from '../../src/domain/parse-collection.ts';
import {
  createAnswer,
  createCollection,
  createFeatures,
  createRecipe,
} from '../helpers/create-collection.ts';
import { siteFaults } from '../helpers/site-on-disk.ts';

const layersOf = async (site: Site) => (await readCatalogue(site))?.layers ?? [];
const layerOf = async (site: Site, id: string) =>
  (await layersOf(site)).find((one) => one.id === id);
const collectionOf = async (site: Site) =>
  parseCollection(
    JSON.parse(await readFile(join(site.publicDir, 'collecte.json'), 'utf8')),
  ) as Collected;

/** Two sources: one of a layer that the project describes, one of two layers that it does not. */
async function createTwoSources() {
  const collection = await createCollection([
    createRecipe('quartiers', [{ id: 'qpv', fields: { code: 'code_qp', nom: 'lib_qp' } }]),
    createRecipe(
      'reseau',
      [
        { id: 'lots', from: 'lots', description: { title: 'Lots du réseau' } },
        { id: 'postes', from: 'postes', description: { title: 'Postes' } },
      ],
      {
        urls: {
          lots: 'https://reseau.test/lots.geojson',
          postes: 'https://reseau.test/postes.geojson',
        },
        caution: 'Une réponse vide n’est pas une absence.',
      },
    ),
  ]);
  collection.answers['essais.test/quartiers.geojson'] = createAnswer(createFeatures(3), {
    etag: '"1"',
  });
  collection.answers['reseau.test/lots.geojson'] = createAnswer(createFeatures(5));
  collection.answers['reseau.test/postes.geojson'] = createAnswer(createFeatures(2));
  return collection;
}

test('sources are fetched, published with what their recipes say, and reported', async () => {
  const { site, run } = await createTwoSources();
  const report = join(dirname(site.dataDir), 'rapport.md');
  const { code, lines } = await run('--report', report);
  expect(code, lines.join('\n')).toBe(0);
  expect((await layersOf(site)).map(({ id }) => id).sort()).toEqual(['lots', 'postes', 'qpv']);
  expect(await siteFaults(site)).toEqual([]);
  const qpv = await layerOf(site, 'qpv');
  expect(qpv).toMatchObject({
    title: 'Quartiers prioritaires (QPV)',
    theme: 'habitat',
    noun: ['quartier prioritaire', 'quartiers prioritaires'],
    key: 'code_qp',
    titleField: 'lib_qp',
    producer: 'Office des essais',
    licence: 'Licence Ouverte 2.0',
    attribution: '© Office des essais',
    maintenance: 'monthly',
    abstract: '',
    simulated: false,
    file: { rows: 3 },
  });
  expect(JSON.stringify(qpv)).not.toContain('imulé');
  expect(qpv?.lineage).toMatch(
    /^Source : Source quartiers, Office des essais ; réponse du .* 20\d\d : 3 objets lus, 3 gardés pour le territoire\. Coordonnées : degrés \(WGS 84\)\.$/,
  );
  expect(await layerOf(site, 'lots')).toMatchObject({
    title: 'Lots du réseau',
    quality: 'Une réponse vide n’est pas une absence.',
  });
  const { siren, sources } = await collectionOf(site);
  expect(siren).toBe('200072460');
  expect(sources.map(({ id, state }) => [id, state])).toEqual([
    ['quartiers', 'published'],
    ['reseau', 'published'],
  ]);
  expect(sources[0]?.layers).toEqual([
    {
      id: 'qpv',
      version: qpv?.file.version,
      read: 3,
      kept: 3,
      warnings: 0,
      bytes: qpv?.file.bytes,
    },
  ]);
  const text = await readFile(report, 'utf8');
  expect(text).toContain(`| qpv | ${qpv?.file.version} | 3 | 3 | 0 |`);
  expect(lines.at(-1)).toContain('2 sources : 2 publiées');
});

test('a second run asks for nothing, makes nothing and tells the same', async () => {
  const { site, server, run } = await createTwoSources();
  await run();
  const catalogue = await readFile(join(site.publicDir, 'catalogue.json'), 'utf8');
  server.forget();
  const { code, lines } = await run();
  expect(code).toBe(0);
  expect(server.asked).toEqual([]);
  expect(await readFile(join(site.publicDir, 'catalogue.json'), 'utf8')).toBe(catalogue);
  expect(lines.join('\n')).toContain('2 sources : 0 publiée, 2 sans rien de nouveau');
  expect(
    (await collectionOf(site)).sources.map(({ state, layers }) => [state, layers.length]),
  ).toEqual([
    ['same', 1],
    ['same', 2],
  ]);
});

test('--refresh asks with what is known of the answer, and what changed is published with its difference', async () => {
  const { site, server, answers, run } = await createTwoSources();
  await run();
  server.forget();
  expect((await run('--refresh', '--only', 'quartiers')).code).toBe(0);
  expect(server.sent()).toMatchObject({ requests: 1, bytes: 0 });
  answers['essais.test/quartiers.geojson'] = createAnswer(createFeatures(4), { etag: '"2"' });
  const { lines, printed } = await run('--refresh', '--only', 'qpv', '--json');
  expect(lines.join('\n')).toMatch(/qpv, par rapport à la version \w+ : 1 ajoutée, 0 supprimée/);
  const report = JSON.parse(printed.join('\n'));
  expect(report.sources[0].layers[0]).toMatchObject({ kept: 4, diff: { added: 1, unchanged: 3 } });
  expect((await layerOf(site, 'qpv'))?.file.rows).toBe(4);
  expect((await collectionOf(site)).sources.map(({ id }) => id)).toEqual(['quartiers', 'reseau']);
});

test('a layer that was rolled back or lost is made again from what is in the cache', async () => {
  const { site, server, run } = await createTwoSources();
  await run();
  const catalogue = JSON.parse(await readFile(join(site.publicDir, 'catalogue.json'), 'utf8'));
  catalogue.layers = catalogue.layers.filter(({ id }: { id: string }) => id !== 'lots');
  await writeFile(join(site.publicDir, 'catalogue.json'), JSON.stringify(catalogue));
  server.forget();
  expect((await run()).code).toBe(0);
  expect(server.asked).toEqual([]);
  expect((await layerOf(site, 'lots'))?.file.rows).toBe(5);
});

test('a recipe that changed is made again', async () => {
  const { site, server, writeRecipe, run } = await createTwoSources();
  await run();
  server.forget();
  const description = { title: 'Quartiers de l’État' };
  const layers = [{ id: 'qpv', fields: { code: 'code_qp', nom: 'lib_qp' }, description }];
  await writeRecipe(createRecipe('quartiers', layers));
  expect((await run()).code).toBe(0);
  expect(server.asked).toEqual([]);
  expect((await layerOf(site, 'qpv'))?.title).toBe('Quartiers de l’État');
});

test('a simulated layer is replaced in its place, and is no measure of what replaces it', async () => {
  const collection = await createTwoSources();
  const { site, answers, run } = collection;
  answers['essais.test/quartiers.geojson'] = createAnswer(createFeatures(30));
  await run();
  const path = join(site.publicDir, 'catalogue.json');
  const catalogue = JSON.parse(await readFile(path, 'utf8'));
  for (const layer of catalogue.layers) Object.assign(layer, { simulated: true, theme: 'habitat' });
  const order = catalogue.layers.map(({ id }: { id: string }) => id);
  await writeFile(path, JSON.stringify(catalogue));
  for (const name of await readdir(join(site.dataDir, 'published'))) {
    const file = join(site.dataDir, 'published', name);
    const meta = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...meta, simulated: true, theme: 'habitat' }));
  }
  answers['essais.test/quartiers.geojson'] = createAnswer(createFeatures(3), { etag: '"3"' });
  const { code, lines } = await run('--refresh', '--only', 'qpv');
  expect(code, lines.join('\n')).toBe(0);
  expect(lines.join('\n')).not.toContain('par rapport à');
  expect((await layersOf(site)).map(({ id }) => id)).toEqual(order);
  expect(await layerOf(site, 'qpv')).toMatchObject({ simulated: false, file: { rows: 3 } });
});

test('--dry-run tells every request and does nothing', async () => {
  const { site, cache, server, run } = await createTwoSources();
  const { code, printed } = await run('--dry-run');
  expect(code).toBe(0);
  expect(printed[0]).toContain('https://essais.test/quartiers.geojson  →  qpv');
  expect(printed.at(-1)).toContain('2 sources, 3 demandes');
  expect(server.asked).toEqual([]);
  expect([existsSync(site.publicDir), existsSync(cache)]).toEqual([false, false]);
});
