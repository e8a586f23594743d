import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import question from '../../data/examples/5-communes-avec-gare.json' with { type: 'json' };
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import { BREAKS, createFaultyFile } from '../helpers/create-faulty-file.ts';
import { FEW_LAYERS, openPage, sharePage } from '../helpers/open-page.ts';
import { showLayer } from '../helpers/show-layer.ts';

/** A connection that the server closed while nobody spoke is opened anew. */
const AGAIN = { maxRetries: 3 };

/** Has the site's catalogue changed on its way to a page. */
function changeCatalogue(page: Page, change: (catalogue: Catalogue) => unknown) {
  return page.route('**/catalogue.json', async (route) => {
    // Whether the site is there is asked without wanting the catalogue.
    if (route.request().method() === 'HEAD') return route.continue();
    const catalogue: Catalogue = await (await route.fetch(AGAIN)).json();
    await route.fulfill({ json: change(catalogue) ?? catalogue });
  });
}

const notices = (page: Page) => page.getByRole('region', { name: 'Messages' });

/** Another search is begun and finds. */
async function isPageUsable(page: Page): Promise<void> {
  const search = page.getByRole('combobox', { name: 'Rechercher un lieu' });
  await search.fill('');
  await search.fill('Béthune');
  await page
    .getByRole('option', { name: /Béthune/ })
    .first()
    .waitFor();
  await search.press('Escape');
}

describe('the reader is told in French, and the rest goes on', () => {
  it('when the catalogue is of another version', async () => {
    const { page } = await openPage(inject('siteUrl'), {
      withoutMap: true,
      before: (opened) => changeCatalogue(opened, (catalogue) => ({ ...catalogue, version: 99 })),
    });
    await notices(page)
      .getByText(/version/)
      .first()
      .waitFor();
  });

  it('when the catalogue is not there', async () => {
    const { page } = await openPage(inject('siteUrl'), {
      withoutMap: true,
      before: (opened) =>
        opened.route('**/catalogue.json', (route) => route.fulfill({ status: 404 })),
    });
    await notices(page)
      .getByText(/catalogue/i)
      .first()
      .waitFor();
  });

  it('when the browser has no WebGL 2', async () => {
    const { page } = await openPage(inject('siteUrl'), { withoutMap: true });
    await page.getByRole('alert').getByText(/WebGL/).first().waitFor();
    await isPageUsable(page);
  });

  it('when the browser has no WebAssembly', async () => {
    const { page } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
      withoutMap: true,
      before: async (opened) => {
        const forbid = 'delete globalThis.WebAssembly;';
        await opened.addInitScript(forbid);
        await opened.context().route(/\/worker-[^/]*\.js$/, async (route) => {
          const response = await route.fetch(AGAIN);
          await route.fulfill({ response, body: forbid + (await response.text()) });
        });
      },
    });
    await isPageUsable(page);
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await page.getByRole('button', { name: question.title }).click();
    await page.getByRole('button', { name: 'Poser la question' }).click();
    await page
      .getByText(/WebAssembly/)
      .first()
      .waitFor();
  });
});

describe('on one page, of a link and files that are at fault, the reader is told in French, and the rest goes on', () => {
  const TRAP = '<img src=x onerror="window.trapped=true"> Pôles';
  const QUESTION = {
    target: 'zae',
    where: { kind: 'intersects', layer: 'communes' },
  };
  let parks: BrokenParks;
  beforeAll(async () => {
    parks = await createBrokenParks();
  });
  const shared = sharePage(() => `${inject('siteUrl')}#/carte?couches=couche_disparue,communes`, {
    before: async (opened) => {
      await changeCatalogue(opened, ({ layers }) => {
        for (const layer of layers) {
          if (layer.id === 'poles_gare') layer.title = TRAP;
          if (layer.id === 'zae') layer.file.bytes = parks.body.length;
        }
      });
      const context = opened.context();
      await context.route('**/layers/gares.*', (route) => route.fulfill({ status: 404 }));
      await context.route('**/layers/friches.*', async (route) => {
        const response = await route.fetch({ ...AGAIN, headers: {} });
        const body = (await response.body()).subarray(0, 1000);
        await route.fulfill({ status: 200, body });
      });
      await context.route('**/layers/zae.*', (route) => route.fulfill({ body: parks.body }));
    },
  });
  /** What the tree says of a layer that could not be drawn. */
  const failureOf = (title: string) =>
    shared.page.locator('.layer-row', { hasText: title }).locator('.layer-failed').first();

  it('when the link names a layer that is gone', async () => {
    const { page } = shared;
    await notices(page)
      .getByText(/couche_disparue/)
      .first()
      .waitFor();
    await isPageUsable(page);
  });

  it('when HTML is in data, which is shown as text', async () => {
    const { page } = shared;
    await page.getByRole('textbox', { name: /^Filtrer les couches/ }).fill('onerror');
    await page.getByText(TRAP).first().waitFor();
    expect(await page.evaluate(() => 'trapped' in window)).toBe(false);
  });

  it('when a layer file is missing', async () => {
    const { page } = shared;
    await showLayer(page, 'Gares');
    await failureOf('Gares').waitFor();
    await showLayer(page, 'Haltes et quais fluviaux');
    await isPageUsable(page);
  });

  it('when a layer file is truncated', async () => {
    const { page } = shared;
    await showLayer(page, 'Friches');
    await failureOf('Friches').waitFor();
    await isPageUsable(page);
  });

  it('when the question of a link is cut, is no question, asks an unknown layer or an unknown field', async () => {
    const { page } = shared;
    const questions = [
      ['{"target":"parc', /question/],
      ['{"target":"licornes","where":{"kind":"and","conditions":[]}}', /licornes/],
      ['{"target":"zae","where":{"kind":"empty","field":"licorne"}}', /licorne\b/],
      ['[1,2]', /question/],
    ] as const;
    for (const [asked, sentence] of questions) {
      await follow(page, asked);
      await page.locator('.error-text', { hasText: sentence }).first().waitFor();
    }
    await isPageUsable(page);
  });

  it('when three geometries of a layer cannot be read: it answers for the others, says how many were left out, and which', async () => {
    const { page, requests, errors } = shared;
    const before = errors.length;
    await follow(page, JSON.stringify(QUESTION));
    const answer = page.getByRole('region', { name: 'Réponse' });
    await answer.getByText(`sur ${parks.rows}`).waitFor();
    expect(await answer.locator('.answer-count strong').textContent()).toBe(String(parks.rows - 3));
    await answer.getByText(/^Sans géométrie lisible.* 3 /).waitFor();

    await page.getByRole('button', { name: 'Carte', exact: true }).click();
    await showLayer(page, 'Zones d’activité économique');
    await page.getByRole('button', { name: /À propos de la couche Zones d.activité/ }).click();
    await page.getByText(/^3 .* sans géométrie lisible/).waitFor();
    const list = page.getByRole('list', { name: 'Objets à corriger' });
    for (const key of parks.keys) await list.getByText(String(key)).waitFor();
    const isGeos = (url: string) => url.includes('/geos.esm-');
    expect(requests.some(isGeos)).toBe(false);
    await page.getByRole('button', { name: 'Vérifier la géométrie' }).click();
    await page.getByText(/géométries vérifiées/).waitFor();
    expect(requests.filter(isGeos)).toHaveLength(1);
    expect(errors.slice(before)).toEqual([]);
  });
});

/** Has a page that is open follow the link of a question, as it is written there. */
async function follow(page: Page, question: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/question?${FEW_LAYERS}&question=${encodeURIComponent(question)}`,
  );
}

interface BrokenParks {
  body: Buffer;
  /** The identifiers of the three rows. */
  keys: unknown[];
  rows: number;
}

/** The business parks as they are published, but for the geometry of the rows 2, 3 and 10, by a tool that checks nothing. */
async function createBrokenParks(): Promise<BrokenParks> {
  const publicDir = join(import.meta.dirname, '..', '..', 'public');
  const catalogue: Catalogue = JSON.parse(
    await readFile(join(publicDir, 'catalogue.json'), 'utf8'),
  );
  const layer = catalogue.layers.find(({ id }) => id === 'zae');
  if (!layer) throw new Error('the territory has no zae');
  const data = new Uint8Array(await readFile(join(publicDir, layer.file.path)));
  const file = await openGeoParquet(memorySource('zae', data));
  const groups = file.rowGroups.map(({ index }) => index);
  const table = await file.readRowGroups(groups, file.columns);
  const [first, second, third] = Object.values(BREAKS);
  const body = createFaultyFile(table, { 2: first!, 3: second!, 10: third! });
  const keys = [2, 3, 10].map((row) => table.columns[layer.key]?.[row]);
  return { body: Buffer.from(body), keys, rows: file.rows };
}
