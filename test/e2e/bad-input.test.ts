import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import question from '../../data/examples/1-terrains-au-pres-des-zones-inondables.json' with {
  type: 'json',
};
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import { BREAKS, createFaultyFile } from '../helpers/create-faulty-file.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';
import { showLayer } from '../helpers/show-layer.ts';

/** Opens the site with its catalogue changed on the way. */
function openWithCatalogue(change: (catalogue: Catalogue) => unknown) {
  return openPage(inject('siteUrl'), {
    before: (page) =>
      page.route('**/catalogue.json', async (route) => {
        // Whether the site is there is asked without wanting the catalogue.
        if (route.request().method() === 'HEAD') return route.continue();
        const response = await route.fetch();
        const catalogue = await response.json();
        await route.fulfill({ json: change(catalogue) ?? catalogue });
      }),
  });
}

const notices = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function isMapUsable(page: Page): Promise<void> {
  const search = page.getByRole('combobox', { name: 'Rechercher un lieu' });
  await search.fill('Béthune');
  await page
    .getByRole('option', { name: /Béthune/ })
    .first()
    .waitFor();
}

describe('the reader is told in French, and the rest goes on', () => {
  it('when the catalogue is of another version', async () => {
    const { page } = await openWithCatalogue((catalogue) => ({ ...catalogue, version: 99 }));
    await notices(page)
      .getByText(/version/)
      .first()
      .waitFor();
  });

  it('when the catalogue is not there', async () => {
    const { page } = await openPage(inject('siteUrl'), {
      before: (opened) =>
        opened.route('**/catalogue.json', (route) => route.fulfill({ status: 404 })),
    });
    await notices(page)
      .getByText(/catalogue/i)
      .first()
      .waitFor();
  });

  it('when a layer file is missing', async () => {
    const { page } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
      before: (opened) =>
        opened.context().route('**/layers/zae.*', (route) => route.fulfill({ status: 404 })),
    });
    await showLayer(page, 'Zones d’activité économique');
    await page.locator('.layer-failed').first().waitFor();
    await showLayer(page, 'Friches');
    await isMapUsable(page);
  });

  it('when a layer file is truncated', async () => {
    const { page } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
      before: (opened) =>
        opened.context().route('**/layers/friches.*', async (route) => {
          const response = await route.fetch({ headers: {} });
          const body = (await response.body()).subarray(0, 1000);
          await route.fulfill({ status: 200, body });
        }),
    });
    await showLayer(page, 'Friches');
    await page.locator('.layer-failed').first().waitFor();
    await isMapUsable(page);
  });

  it('when a link names a layer that is gone', async () => {
    const { page } = await openPage(`${inject('siteUrl')}#/carte?couches=couche_disparue,communes`);
    await notices(page)
      .getByText(/couche_disparue/)
      .first()
      .waitFor();
    await isMapUsable(page);
  });

  it('when the question of a link is cut, is no question, asks an unknown layer or an unknown field', async () => {
    const questions = [
      ['{"target":"parc', /question/],
      ['{"target":"licornes","where":{"kind":"and","conditions":[]}}', /licornes/],
      ['{"target":"zae","where":{"kind":"empty","field":"licorne"}}', /licorne\b/],
      ['[1,2]', /question/],
    ] as const;
    const linkTo = (question: string) =>
      `#/question?${FEW_LAYERS}&question=${encodeURIComponent(question)}`;
    const { page } = await openPage(inject('siteUrl') + linkTo(questions[0][0]));
    for (const [question, sentence] of questions) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, linkTo(question));
      await page.locator('.error-text', { hasText: sentence }).first().waitFor();
    }
    await isMapUsable(page);
  });

  it('when the browser has no WebGL 2', async () => {
    const { page } = await openPage(inject('siteUrl'), {
      withoutMap: true,
    });
    await page.getByRole('alert').getByText(/WebGL/).first().waitFor();
    await isMapUsable(page);
  });

  it('when the browser has no WebAssembly', async () => {
    const { page } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
      before: async (opened) => {
        const forbid = 'delete globalThis.WebAssembly;';
        await opened.addInitScript(forbid);
        await opened.context().route(/\/worker-[^/]*\.js$/, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: forbid + (await response.text()) });
        });
      },
    });
    await isMapUsable(page);
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await page.getByRole('button', { name: question.title }).click();
    await page.getByRole('button', { name: 'Poser la question' }).click();
    await page
      .getByText(/WebAssembly/)
      .first()
      .waitFor();
  });
});

describe('a layer with three geometries that cannot be read', () => {
  const QUESTION = {
    target: 'zae',
    where: { kind: 'intersects', layer: 'communes' },
  };

  /** The business parks as they are published, but for the geometry of the rows 2, 3 and 10, by a tool that checks nothing. */
  async function createBrokenParks(): Promise<{ body: Buffer; keys: unknown[]; rows: number }> {
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

  it('answers for the others, says how many were left out, and which', async () => {
    const { body, keys, rows } = await createBrokenParks();
    const hash = `#/question?${FEW_LAYERS}&question=${encodeURIComponent(JSON.stringify(QUESTION))}`;
    const { page, requests, errors } = await openPage(`${inject('siteUrl')}${hash}`, {
      before: async (opened) => {
        await opened.route('**/catalogue.json', async (route) => {
          if (route.request().method() === 'HEAD') return route.continue();
          const catalogue: Catalogue = await (await route.fetch()).json();
          for (const layer of catalogue.layers) {
            if (layer.id === 'zae') layer.file.bytes = body.length;
          }
          await route.fulfill({ json: catalogue });
        });
        await opened.context().route('**/layers/zae.*', (route) => route.fulfill({ body }));
      },
    });
    const answer = page.getByRole('region', { name: 'Réponse' });
    await answer.getByText(`sur ${rows}`).waitFor();
    expect(await answer.locator('.answer-count strong').textContent()).toBe(String(rows - 3));
    await answer.getByText(/^Sans géométrie lisible.* 3 /).waitFor();

    await page.getByRole('button', { name: 'Carte', exact: true }).click();
    await showLayer(page, 'Zones d’activité économique');
    await page.getByRole('button', { name: /À propos de la couche Zones d.activité/ }).click();
    await page.getByText(/^3 .* sans géométrie lisible/).waitFor();
    const list = page.getByRole('list', { name: 'Objets à corriger' });
    for (const key of keys) await list.getByText(String(key)).waitFor();
    const isGeos = (url: string) => url.includes('/geos.esm-');
    expect(requests.some(isGeos)).toBe(false);
    await page.getByRole('button', { name: 'Vérifier la géométrie' }).click();
    await page.getByText(/géométries vérifiées/).waitFor();
    expect(requests.filter(isGeos)).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});

it('HTML in data is shown as text', async () => {
  const trap = '<img src=x onerror="window.trapped=true"> ZAE';
  const { page } = await openWithCatalogue((catalogue) => {
    for (const layer of catalogue.layers) {
      if (layer.id === 'zae') layer.title = trap;
    }
  });
  await page.getByRole('textbox', { name: /^Filtrer les couches/ }).fill('onerror');
  await page.getByText(trap).first().waitFor();
  expect(await page.evaluate(() => 'trapped' in window)).toBe(false);
});
