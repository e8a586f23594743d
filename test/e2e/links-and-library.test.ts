import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { createSquare } from '../helpers/create-layer.ts';
import { createSite } from '../helpers/create-site.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

/** Name of each zone → its place, degrees east of the first, and its surface: what a version has. */
type Zones = Record<string, [place: number, surface: number]>;

const BEFORE: Zones = { Alpha: [0, 1], Bravo: [0.02, 2], Charlie: [0.04, 3], Delta: [0.06, 4] };
const AFTER: Zones = {
  Alpha: [0, 1],
  Charlie: [0.04, 33],
  Delta: [0.06, 2],
  Echo: [0.08, 5],
  Foxtrot: [0.1, 7],
};

/** Charlie and Delta of the first version; Charlie, Echo and Foxtrot of the second. */
const LARGE = { target: 'zones', where: { kind: 'compare', field: 'surface', op: '>=', value: 3 } };

const linkTo = (question: object, layers = FEW_LAYERS) =>
  `#/question?${layers}&question=${encodeURIComponent(JSON.stringify(question))}`;

it('a link gives the answer of its data after others were published, and tells how the present one differs', async () => {
  const site = await createSite();
  const publish = async (zones: Zones) => {
    const file = join(site.folder, 'zones.geojson');
    await writeFile(file, JSON.stringify(toGeoJson(zones)));
    await site.publish(file, '--layer', 'zones', '--title', 'Zones', '--accept');
  };
  await publish(BEFORE);
  const { page, errors } = await openPage(site.url + linkTo(LARGE, 'couches=zones'), {
    withoutMap: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await expectCount(page, 2);
  await page.locator('.answer').getByRole('button', { name: 'Copier le lien' }).click();
  await page.getByText('Si elles changent, le lien redonnera quand même').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/&versions=zones:[0-9a-f]{8}$/);

  await publish(AFTER);
  await comeBackLater(page);
  await page.getByText('De nouvelles données ont été publiées : Zones.').waitFor();
  await expectCount(page, 2);
  await page.getByRole('button', { name: 'Prendre les nouvelles données' }).click();
  await expectCount(page, 3);

  await page.goto('about:blank');
  await page.goto(link);
  await expectCount(page, 2);
  const notice = page.getByRole('status', { name: 'Les données ont changé depuis ce lien' });
  await notice.locator('.moved-table').waitFor();
  expect(await cellsOf(page)).toEqual(['2', '3', '+1']);
  expect(await titlesOf(page, '2 entrées')).toEqual(['Echo', 'Foxtrot']);
  expect(await titlesOf(page, '1 sortie')).toEqual(['Delta']);
  await notice.getByRole('button', { name: 'Passer aux données actuelles' }).click();
  await expectCount(page, 3);
  expect(await cellsOf(page)).toEqual(['2', '3', '+1']);
  await notice.getByRole('button', { name: /^Revenir à la réponse du/ }).click();
  await expectCount(page, 2);
  await notice.getByRole('button', { name: /^Garder la réponse du/ }).click();
  expect(await notice.locator('.moved-table').count()).toBe(0);
  expect(errors).toEqual([]);
});

it('questions that two pages keep are in both, and the file of another territory is opened to be mended', async () => {
  const near = { target: 'zae', where: { kind: 'distance', layer: 'gares', metres: 3000 } };
  const far = { target: 'friches', where: { kind: 'distance', layer: 'gares', metres: 500 } };
  const { page, errors } = await openPage(inject('siteUrl') + linkTo(near), { withoutMap: true });
  const other = await page.context().newPage();
  await other.goto(inject('siteUrl') + linkTo(far));
  await keep(page, 'ZAE près des gares');
  await keep(other, 'Friches près des gares');
  for (const one of [other, page]) {
    await one.bringToFront();
    await one.getByRole('button', { name: 'Bibliothèque (2)' }).click();
    const names = one.locator('.kept h3');
    expect((await names.allTextContents()).sort()).toEqual([
      'Friches près des gares',
      'ZAE près des gares',
    ]);
  }
  await page.getByRole('button', { name: 'Supprimer : Friches près des gares' }).click();
  await page.getByRole('button', { name: 'Annuler la suppression' }).click();
  await expect.poll(() => other.locator('.kept h3').count()).toBe(2);

  const file = {
    arpent: 1,
    kind: 'question',
    territory: { code: '245900410', name: 'Lille' },
    name: 'Autour des gares',
    question: { target: 'zae', where: { kind: 'inside', layer: 'zones_lilloises' } },
  };
  await page.getByLabel('Ouvrir un fichier de question').setInputFiles({
    name: 'autour-des-gares.arpent.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const notice = page.locator('.file-notice');
  await notice.getByText(/faite pour un autre territoire \(Lille\)/).waitFor();
  await notice.getByText(/zones_lilloises.*n’existe plus/).waitFor();
  expect(errors).toEqual([]);
});

it('an engine that is killed in the middle of a question says so, keeps the question, and answers it again', async () => {
  const near = { target: 'zae', where: { kind: 'distance', layer: 'gares', metres: 3000 } };
  let isHeld = true;
  const { page } = await openPage(inject('siteUrl') + linkTo(near), {
    withoutMap: true,
    before: async (fresh) => {
      await fresh.addInitScript(rememberWorkers);
      await fresh.route('**/layers/gares*', (route) => (isHeld ? null : route.continue()));
    },
  });
  await page.locator('.progress-line').waitFor();
  await page.evaluate(() => (window as unknown as { kill(): void }).kill());
  await page.locator('.answer').getByText('Le moteur de calcul s’est arrêté.').waitFor();
  isHeld = false;
  await page.getByRole('button', { name: 'Poser de nouveau la question' }).click();
  await page.locator('.answer-count').waitFor({ timeout: 60_000 });
  expect(page.url()).toContain('question=');
  isHeld = true;
  await page.reload();
  await page.locator('.progress-line').waitFor();
});

/** In the page: makes `kill` end the engine's worker, as the browser would, without a word. */
function rememberWorkers(): void {
  const started: Worker[] = [];
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name?.startsWith('engine')) started.push(this);
    }
  };
  Object.assign(window, { kill: () => started.at(-1)?.terminate() });
}

async function keep(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByLabel('Nom', { exact: true }).fill(name);
  await page.getByLabel('Nom', { exact: true }).press('Enter');
  await page.getByText(`Question enregistrée : ${name}`).waitFor();
}

/** Lets the page believe that its reader has been away for half an hour. */
async function comeBackLater(page: Page): Promise<void> {
  await page.evaluate(() => {
    const later = performance.now() + 1_800_000;
    performance.now = () => later;
    window.dispatchEvent(new Event('focus'));
  });
}

async function expectCount(page: Page, count: number): Promise<void> {
  const shown = page.locator('.answer-count strong');
  await expect.poll(() => shown.textContent(), { timeout: 60_000 }).toBe(String(count));
}

/** What the first row of the table of both answers says. */
async function cellsOf(page: Page): Promise<string[]> {
  const row = page.locator('.moved-table tbody tr').first();
  await row.waitFor();
  return row.locator('td').allTextContents();
}

/** The features of a list of the notice, once it is opened. */
async function titlesOf(page: Page, summary: string): Promise<string[]> {
  const list = page.locator('.moved-rows', { hasText: summary });
  await list.locator('summary').click();
  return (await list.locator('li button').allTextContents()).sort();
}

function toGeoJson(zones: Zones): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: Object.entries(zones).map(([nom, [place, surface]]) => ({
      type: 'Feature',
      geometry: createSquare(2.6 + place, 50.5, 0.01),
      properties: { id: `Z-${nom}`, nom, surface },
    })),
  };
}
