import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chooseRecipes } from '../../scripts/collect/choose-recipes.ts';
import { type Recipe, readRecipes } from '../../scripts/collect/recipe.ts';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import type { Collection } from '../../src/domain/collection.ts';
import { parseCollection } from '../../src/domain/parse-collection.ts';
import {
  type Collecting,
  type CollectRun,
  createCollecting,
} from '../helpers/create-collecting.ts';
import {
  type Answer,
  type Asked,
  type FaultyServer,
  serveFaulty,
} from '../helpers/faulty-server.ts';
import { layGround } from '../helpers/official-server/ground.ts';
import { answerOfficial } from '../helpers/official-server/official-server.ts';
import { leftovers, siteFaults } from '../helpers/site-on-disk.ts';
import { addressesOf, emptied, faultOf, renamed } from '../helpers/source-faults.ts';
import { watchDisk } from '../helpers/watch-disk.ts';

const SIREN = '200072460';
const ground = layGround(SIREN);

let official: (asked: Asked) => Answer;
let server: FaultyServer;
let collecting: Collecting;
let recipes: Recipe[];
let first: CollectRun;

beforeAll(async () => {
  official = await answerOfficial(ground);
  server = await serveFaulty(official);
  collecting = await createCollecting(server.url);
  recipes = chooseRecipes(await readRecipes(collecting.site.dataDir), null).filter(
    // Of business parks no region has a dataset that is known: nothing is asked.
    ({ id }) => id !== 'zae',
  );
  first = await collecting.run('--epci', SIREN);
}, 240_000);

afterEach(() => {
  server.heal();
  server.forget();
});

afterAll(async () => {
  await server.close();
  await collecting.remove();
});

test('the first run publishes every layer of every recipe for the 100 communes', async () => {
  expect(first.said, first.printed).toContain(' 0 en échec');
  expect(first.code).toBe(0);
  const layers = (await readCatalogue(collecting.site))?.layers ?? [];
  const wanted = recipes.flatMap((recipe) => recipe.layers.map(({ id }) => id));
  expect(layers.map(({ id }) => id).sort()).toEqual(wanted.sort());
  const rows = Object.fromEntries(layers.map(({ id, file }) => [id, file.rows]));
  expect(rows).toMatchObject({ communes: 100, epci: 1, parcelles: 600, zone_urba: 400, iris: 100 });
  // More than one answer of API Carto holds.
  expect(rows.prescription_pct).toBe(6400);
  expect(layers.filter(({ simulated }) => simulated)).toEqual([]);
  expect(await siteFaults(collecting.site)).toEqual([]);
  expect(await leftovers(collecting.site)).toEqual([]);
});

test('what is told of the run for the Données screen names every source with its licence', async () => {
  const { siren, sources } = await readCollected(collecting.site);
  expect(siren).toBe(SIREN);
  expect(sources.map(({ id }) => id).sort()).toEqual(
    [...recipes.map(({ id }) => id), 'zae'].sort(),
  );
  for (const source of sources.filter(({ id }) => id !== 'zae')) {
    expect(source).toMatchObject({
      state: 'published',
      licence: expect.stringMatching(/./),
      attribution: expect.stringMatching(/./),
    });
  }
});

test('the second run asks for nothing that is fresh and writes no layer', async () => {
  const before = await filesOf(collecting.site);
  const { code, printed } = await collecting.run('--epci', SIREN);
  expect(code).toBe(0);
  expect(server.sent()).toEqual({ requests: 0, bodies: 0, bytes: 0 });
  expect(await filesOf(collecting.site)).toEqual(before);
  expect(printed).toContain('rien de nouveau');
  expect(printed).not.toMatch(/ : publié/);
});

test('a run that asks again is sent no file again that has not changed, and writes no layer', async () => {
  const before = await filesOf(collecting.site);
  const { code } = await collecting.run(
    '--epci',
    SIREN,
    '--refresh',
    '--only',
    'cadastre,directive-inondation,iris',
  );
  expect(code).toBe(0);
  expect(server.sent('cadastre.data.gouv.fr/data/etalab-cadastre/2026').requests).toBe(300);
  expect(server.sent(/^(cadastre|files)\./).bytes).toBe(0);
  expect(await filesOf(collecting.site)).toEqual(before);
});

test('with a fault at every source each is told in French and no layer is lost', async () => {
  const before = await filesOf(collecting.site);
  const faulty = recipes.map((recipe, index) => {
    const [name, fault] = faultOf(recipe, index, official);
    server.fault(addressesOf(recipe), fault);
    return { recipe, name };
  });
  const { code, printed, said } = await collecting.run('--epci', SIREN, '--refresh');
  expect(code).toBe(1);
  for (const { recipe, name } of faulty) {
    expect(printed, `${recipe.id}, ${name}`).toMatch(
      new RegExp(`^${recipe.id} : échec, ce qui était servi reste`, 'm'),
    );
    expect(`${printed}${said}`, `${recipe.id}, ${name}`).toContain(recipe.onFailure);
  }
  expect(said).toContain(`${recipes.length} en échec`);
  expect(`${printed}${said}`).not.toMatch(/undefined|\[object|Error:| at .*\.ts/);
  expect(await filesOf(collecting.site)).toEqual(before);
  expect(await siteFaults(collecting.site)).toEqual([]);
  const { sources } = await readCollected(collecting.site);
  const failed = sources.filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(recipes.length);
  expect(failed.every(({ layers }) => layers.every(({ version }) => version !== null))).toBe(true);
});

test('faults that pass are got over, and what had come is not asked for again', async () => {
  server.fault('data.geopf.fr', { kind: 'status', status: 503 }, 1);
  server.fault('geo.api.gouv.fr/communes?', { kind: 'status', status: 429, retryAfter: 1 }, 1);
  server.fault('geo.api.gouv.fr/epcis', { kind: 'cut', framing: 'chunked' }, 1);
  const { code, printed } = await collecting.run(
    '--epci',
    SIREN,
    '--refresh',
    '--only',
    'communes,iris',
  );
  expect(printed).not.toContain('échec');
  expect(code).toBe(0);
});

test('a changed schema, a source that is gone and an empty answer leave what is served, each told as it is', async () => {
  const before = await filesOf(collecting.site);
  server.fault(/contours_iris/, { kind: 'instead', answer: (asked) => renamed(official(asked)) });
  server.fault(/^apicarto.*assiette/, { kind: 'status', status: 410 });
  server.fault(/zaer/, { kind: 'instead', answer: (asked) => emptied(official(asked)) });
  const { code, printed } = await collecting.run(
    '--epci',
    SIREN,
    '--refresh',
    '--only',
    'iris,servitudes,zaer',
  );
  expect(code).toBe(1);
  expect(printed).toMatch(/La source a changé de forme : « code_iris » de la couche « iris »/);
  expect(printed).toMatch(/apicarto\.ign\.fr n’a plus rien à cette adresse \(410\)/);
  expect(printed).toMatch(/zaer : aucune donnée\b/);
  expect(printed).toMatch(/« zaer » : aucune donnée renvoyée pour ce territoire/);
  expect(await filesOf(collecting.site)).toEqual(before);
});

test('a commune that the cadastre has no more is told, and the others are published', async () => {
  server.fault(/cadastre-62119-/, { kind: 'status', status: 404 });
  const { code, printed } = await collecting.run(
    '--epci',
    SIREN,
    '--refresh',
    '--only',
    'parcelles',
  );
  expect(code).toBe(0);
  expect(printed).toMatch(/Béthune/);
  const rows = (await readCatalogue(collecting.site))?.layers.find(({ id }) => id === 'parcelles')
    ?.file.rows;
  expect(rows).toBe(594);
});

test('without network one sentence says so and all that was published is still served', async () => {
  const before = await filesOf(collecting.site);
  const refused = { ...collecting.env, ARPENT_MIRROR: 'http://localhost:9' };
  const own = { ...collecting.env };
  Object.assign(collecting.env, refused);
  const { code, said, printed } = await collecting.run(
    '--epci',
    SIREN,
    '--refresh',
    '--only',
    'communes,iris,zaer',
  );
  Object.assign(collecting.env, own);
  expect(code).toBe(1);
  expect(`${printed}${said}`).toMatch(/réseau/);
  expect(await filesOf(collecting.site)).toEqual(before);
});

test('an intercommunality that is not in the list, or not this site’s, is refused before anything is asked', async () => {
  const unknown = await collecting.run('--epci', '999999999');
  expect(unknown.code).toBe(2);
  expect(unknown.said).toContain('« 999999999 » n’est pas dans la liste officielle');
  const other = await collecting.run('--epci', '200066793');
  expect(other.code).toBe(2);
  expect(other.said).toContain('npm run init');
  expect(server.sent().requests).toBe(0);
});

test('--dry-run has a line for each request, asks for nothing and writes nothing', async () => {
  const fresh = await createCollecting(server.url);
  try {
    const { code, printed } = await fresh.run('--epci', SIREN, '--dry-run');
    const lines = printed.split('\n').filter((line) => line.startsWith('https://'));
    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThan(300);
    expect(
      lines.every((line) =>
        /^https:\/\/\S+ {2}→ {2}[a-z_0-9, ]+ \(.+\), (environ \d|taille inconnue)/.test(line),
      ),
    ).toBe(true);
    expect(server.sent().requests).toBe(0);
    expect(await readdir(fresh.folder)).toEqual(['data']);
  } finally {
    await fresh.remove();
  }
});

test('a full disk is told, and what is served stays whole', async () => {
  const fresh = await createCollecting(server.url);
  try {
    await fresh.run('--epci', SIREN, '--only', 'zaer');
    const before = await filesOf(fresh.site);
    const stop = watchDisk((what) => {
      if (!/layers|catalogue/.test(what)) return;
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', errno: -28 });
    });
    const { code, said } = await fresh.run('--epci', SIREN, '--only', 'iris').finally(stop);
    expect(code).toBe(1);
    expect(said).toContain('Le disque est plein');
    expect(await siteFaults(fresh.site)).toEqual([]);
    expect(await filesOf(fresh.site)).toEqual(before);
  } finally {
    await fresh.remove();
  }
});

test('two runs at once: the second is refused and says which is going on', async () => {
  const results = await Promise.all([
    collecting.run('--epci', SIREN, '--refresh', '--only', 'communes,iris'),
    collecting.run('--epci', SIREN, '--refresh', '--only', 'communes,iris'),
  ]);
  expect(results.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(results.find(({ code }) => code === 1)?.said).toMatch(
    /Une autre collecte de ce territoire est en cours/,
  );
});

test('a run that is killed leaves nothing half published, and the next does not ask again for what had come', async () => {
  const fresh = await createCollecting(server.url);
  try {
    await mkdir(fresh.site.publicDir, { recursive: true });
    server.fault(/cadastre-62[4-9]\d\d-/, { kind: 'silent' });
    const child = spawn(
      'node',
      ['--import', 'tsx', 'scripts/collect/cli.ts', '--epci', SIREN, '--only', 'sections_cadastre'],
      {
        cwd: join(import.meta.dirname, '..', '..'),
        env: { ...process.env, ...fresh.env },
        stdio: 'ignore',
      },
    );
    const ended = once(child, 'exit');
    await expect
      .poll(() => server.sent().bodies, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(20);
    child.kill('SIGKILL');
    await ended;
    expect((await readCatalogue(fresh.site))?.layers ?? []).toEqual([]);
    const came = server.sent('cadastre.data.gouv.fr/data/etalab-cadastre/2026').bodies;
    server.heal();
    server.forget();
    const { code } = await fresh.run('--epci', SIREN, '--only', 'sections_cadastre');
    expect(code).toBe(0);
    // Those that were under way when it was killed are asked for again.
    expect(
      server.sent('cadastre.data.gouv.fr/data/etalab-cadastre/2026').bodies,
    ).toBeLessThanOrEqual(100 - came + 8);
    expect((await readCatalogue(fresh.site))?.layers.map(({ id }) => id)).toEqual([
      'sections_cadastre',
    ]);
  } finally {
    await fresh.remove();
  }
});

/** Name → bytes and time of all that is served, what is told of collections apart. */
async function filesOf({ publicDir }: Site): Promise<Record<string, string>> {
  const names = await readdir(publicDir, { recursive: true });
  const entries = await Promise.all(
    names.sort().map(async (name) => [name, await stat(join(publicDir, name))] as const),
  );
  return Object.fromEntries(
    entries
      .filter(([name, facts]) => facts.isFile() && name !== 'collecte.json')
      .map(([name, { size, mtimeMs }]) => [name, `${size} ${mtimeMs}`]),
  );
}

async function readCollected({ publicDir }: Site): Promise<Collection> {
  const text = await readFile(join(publicDir, 'collecte.json'), 'utf8');
  return parseCollection(JSON.parse(text)) as Collection;
}
