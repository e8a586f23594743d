import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import { withSite } from '../../scripts/publish/site-lock.ts';
import { parseCollection } from '../../src/domain/parse-collection.ts';
import {
  createAnswer,
  createCollection,
  createFeatures,
  createRecipe,
} from '../helpers/create-collection.ts';
import { leftovers, siteFaults } from '../helpers/site-on-disk.ts';

const servedBy = async (site: Site) => {
  const layers = (await readCatalogue(site))?.layers ?? [];
  return Object.fromEntries(layers.map(({ id, file }) => [id, file.rows]));
};
const sourcesOf = async ({ publicDir }: Site) => {
  const text = await readFile(join(publicDir, 'collecte.json'), 'utf8');
  return parseCollection(JSON.parse(text))?.sources ?? [];
};

/** Two sources of one layer each. */
async function createTwo() {
  const collection = await createCollection([
    createRecipe('bornes', [{ id: 'bornes' }]),
    createRecipe('haies', [{ id: 'haies' }]),
  ]);
  collection.answers['essais.test/bornes.geojson'] = createAnswer(createFeatures(3));
  collection.answers['essais.test/haies.geojson'] = createAnswer(createFeatures(4));
  return collection;
}

test('a source that fails leaves what is served, says what to do, and stops no other', async () => {
  const { site, server, answers, run } = await createTwo();
  await run();
  answers['essais.test/bornes.geojson'] = createAnswer(createFeatures(5));
  server.fault('essais.test/haies', { kind: 'status', status: 502 });
  const { code, lines } = await run('--refresh');
  const said = lines.join('\n');
  expect(code, said).toBe(1);
  expect(said).toContain('essais.test est en panne (502)');
  expect(said).toContain('Demandez haies à l’office.');
  expect(await servedBy(site)).toEqual({ bornes: 5, haies: 4 });
  expect(await siteFaults(site)).toEqual([]);
  const [bornes, haies] = await sourcesOf(site);
  expect(bornes?.state).toBe('published');
  expect(haies).toMatchObject({ state: 'failed', layers: [{ id: 'haies', read: 4, kept: 4 }] });
  expect(haies?.answeredAt).not.toBeNull();
  server.heal();
  expect((await run('--refresh')).code).toBe(0);
});

test('every way in which a source can fail has a sentence, and costs no layer', async () => {
  const { site, server, run } = await createTwo();
  await run();
  const faults = [
    [{ kind: 'status', status: 429 }, 'refuse tant de demandes'],
    [{ kind: 'status', status: 404 }, 'plus rien à cette adresse'],
    [{ kind: 'status', status: 403 }, 'refuse l’accès'],
    [{ kind: 'html' }, 'autre chose que des données'],
    [{ kind: 'cut' }, 'est coupée'],
    [{ kind: 'redirect-loop' }, 'd’adresse en adresse'],
    [{ kind: 'instead', answer: () => ({ body: '{"erreur":"champ inconnu"}' }) }, 'haies : échec'],
  ] as const;
  for (const [fault, words] of faults) {
    const end = server.fault('essais.test/haies', fault);
    const { code, lines } = await run('--refresh', '--only', 'haies');
    expect(lines.join('\n')).toContain(words);
    expect(code).toBe(1);
    end();
  }
  expect(await servedBy(site)).toEqual({ bornes: 3, haies: 4 });
});

test('without a network it is said once', async () => {
  const { site, server, run } = await createTwo();
  await server.close();
  const { code, lines } = await run();
  expect(code).toBe(1);
  expect(lines.filter((line) => /joint/.test(line))).toHaveLength(1);
  expect(await readCatalogue(site)).toBeNull();
});

test('an empty answer is no data, never an empty layer', async () => {
  const { site, answers, run } = await createTwo();
  await run();
  answers['essais.test/haies.geojson'] = createAnswer([]);
  const { code, lines } = await run('--refresh');
  expect(code, lines.join('\n')).toBe(0);
  expect(lines.join('\n')).toContain('« haies » : aucune donnée renvoyée pour ce territoire');
  expect(await servedBy(site)).toEqual({ bornes: 3, haies: 4 });
  expect((await sourcesOf(site)).map(({ state }) => state)).toEqual(['same', 'empty']);
});

/** Two triangles that meet in the middle: a ring that crosses itself. */
function bowTie(west: number): Polygon {
  const [east, south, north] = [west + 0.003, 50.5, 50.503];
  const ring = [
    [west, south],
    [east, north],
    [east, south],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

test('invalid outlines stop all layers of a source, or are repaired where its recipe says so', async () => {
  const layers = (repair: boolean) => [
    { id: 'haies', from: 'haies' },
    { id: 'mares', from: 'mares', repair },
  ];
  const urls = { haies: 'https://eau.test/haies.geojson', mares: 'https://eau.test/mares.geojson' };
  const { site, answers, writeRecipe, run } = await createCollection([
    createRecipe('eau', layers(false), { urls }),
  ]);
  answers['eau.test/haies.geojson'] = createAnswer(createFeatures(2));
  answers['eau.test/mares.geojson'] = createAnswer([
    ...createFeatures(2),
    ...createFeatures(1, () => bowTie(2.7)).map((one) => ({
      ...one,
      properties: { code: 'X', nom: 'Mare' },
    })),
  ]);
  const { code, lines } = await run();
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain('1 erreur empêche leur publication');
  expect(await servedBy(site)).toEqual({});
  await writeRecipe(createRecipe('eau', layers(true), { urls }));
  expect((await run()).code).toBe(0);
  expect(await servedBy(site)).toEqual({ haies: 2, mares: 3 });
  const mares = (await readCatalogue(site))?.layers.find(({ id }) => id === 'mares');
  expect(mares?.lineage).toContain('3 objets lus, 3 gardés');
  expect(mares?.lineage).toContain('1 contour invalide réparé.');
});

test('warnings wait until the recipe knows them or somebody accepts them', async () => {
  const twice = createFeatures(2).map((one) => ({
    ...one,
    geometry: { type: 'Point' as const, coordinates: [2.6, 50.5] },
    properties: { code: 'même', nom: 'Deux fois' },
  }));
  const { site, answers, writeRecipe, run } = await createCollection([
    createRecipe('bornes', [{ id: 'bornes' }]),
  ]);
  answers['essais.test/bornes.geojson'] = createAnswer(twice);
  const { code, lines } = await run();
  const rules =
    lines
      .join('\n')
      .match(/\(\w+\.[\w-]+\)/g)
      ?.map((rule) => rule.slice(1, -1)) ?? [];
  expect(code).toBe(1);
  expect(rules.length).toBeGreaterThan(0);
  expect(lines.join('\n')).toContain('--accept');
  expect(await servedBy(site)).toEqual({});
  expect((await run('--accept')).code).toBe(0);
  expect(await servedBy(site)).toEqual({ bornes: 2 });
  await writeRecipe(createRecipe('bornes', [{ id: 'bornes', accept: rules }]));
  expect((await run()).code).toBe(0);
});

test('Ctrl-C stops cleanly, and the next run fetches only what was not there', async () => {
  const { site, cache, server, run, stop } = await createTwo();
  const end = server.fault('essais.test/haies', {
    kind: 'instead',
    answer: () => {
      stop();
      return createAnswer(createFeatures(4));
    },
  });
  const stopped = await run();
  expect(stopped.code).toBe(130);
  expect(stopped.lines.at(-1)).toContain('reprendra où celle-ci en était');
  end();
  expect(await leftovers(site)).toEqual([]);
  expect(
    await readFile(join(cache, 'collect', '200072460', '.publish.lock')).catch(() => null),
  ).toBeNull();
  server.forget();
  expect((await run()).code).toBe(0);
  expect(server.sent('essais.test/bornes').requests).toBeLessThanOrEqual(1);
  expect(await servedBy(site)).toEqual({ bornes: 3, haies: 4 });
});

test('a second run for the territory waits for nobody: it says who is at work', async () => {
  const { site, cache, server, run } = await createTwo();
  const folder = join(cache, 'collect', '200072460');
  const { code, lines } = await withSite({ publicDir: folder, dataDir: site.dataDir }, () => run());
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain(
    `Une autre collecte de ce territoire est en cours (processus ${process.pid}`,
  );
  expect(server.asked).toEqual([]);
});

test('a cache that cannot be written stops all with a sentence, and what is served stays', async () => {
  const { site, cache, run } = await createTwo();
  await run();
  const served = await readFile(join(site.publicDir, 'catalogue.json'), 'utf8');
  await mkdir(dirname(cache), { recursive: true });
  await writeFile(`${cache}-plein`, '');
  process.env.ARPENT_CACHE = `${cache}-plein`;
  const { code, lines } = await run();
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain('ne peut pas être écrit');
  expect(await readFile(join(site.publicDir, 'catalogue.json'), 'utf8')).toBe(served);
});

test('an unknown code, another territory, an unknown source or a broken recipe is told before anything is asked', async () => {
  const { server, writeRecipe, run } = await createTwo();
  const cases = [
    [['--epci', '200000000'], 'n’est pas dans la liste officielle'],
    [['--epci', '243500139'], 'npm run init -- --epci 243500139'],
    [['--territoire', 'officiel'], 'pas de territoire « officiel »'],
    [['--only', 'haie'], 'Aucune source ni couche « haie » ; peut-être haies.'],
  ] as const;
  for (const [words, sentence] of cases) {
    const { code, lines } = await run(...words);
    expect(lines.join('\n')).toContain(sentence);
    expect(code).toBe(2);
  }
  await writeRecipe(createRecipe('autres', [{ id: 'haies' }]));
  expect(await run()).toMatchObject({
    code: 2,
    lines: [expect.stringContaining('donnent toutes deux')],
  });
  await writeRecipe({ id: 'autres' });
  expect(await run()).toMatchObject({
    code: 2,
    lines: [expect.stringContaining('sources/autres.json')],
  });
  expect(server.asked).toEqual([]);
});
