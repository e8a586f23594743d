import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import type { Scene, Seance } from '../../src/domain/seance.ts';
import { chromiumLaunchOptions } from '../helpers/find-chromium.ts';
import { FEW_LAYERS } from '../helpers/open-page.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What the app of a first visit may take on the reader's disk, unpacked. */
const SHELL_BYTES = 6_500_000;

/** Ground of three kilometres around the middle of Béthune. */
const TOWN: Scene['extent'] = [2.62, 50.52, 2.66, 50.54];

const SESSION: Seance = {
  version: 1,
  id: 'bureau-essai',
  territory: '200072460',
  title: 'Bureau d’essai',
  assembly: 'Bureau',
  date: null,
  items: [
    createItem('1', 'Les zones d’activité', { layers: [{ id: 'zae' }] }),
    createItem('2', 'Les gares', { layers: [{ id: 'gares' }, { id: 'voies_ferrees' }] }),
    createItem('3', 'Les friches près d’une gare', {
      layers: [{ id: 'friches' }],
      question: {
        target: 'friches',
        where: { kind: 'distance', metres: 2000, layer: 'gares' },
      },
    }),
  ],
};

it('a session that was prepared is presented without host, its question too, in a browser that was closed since', {
  timeout: 180_000,
}, async () => {
  const site = await serveSite({ publicDir: join(ROOT, 'public'), distDir: join(ROOT, 'dist') });
  const profile = await mkdtemp(join(tmpdir(), 'arpent-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true }));
  const list = `${site.url}#/seance?${FEW_LAYERS}`;

  const online = await openBrowser(profile);
  await online.page.goto(list);
  await prepare(online.page);
  expect(await keptBytes(online.page, 'arpent-shell')).toBeLessThan(SHELL_BYTES);
  const expected = await present(online.page);
  expect(Number(expected.at(-1))).toBeGreaterThan(3);
  expect(online.errors).toEqual([]);
  await online.context.close();
  await site.close();

  const offline = await openBrowser(profile);
  await offline.page.goto(list);
  await offline.page.getByRole('link', { name: `Ouvrir « ${SESSION.title} » hors ligne` }).click();
  expect(await present(offline.page)).toEqual(expected);
  expect(new URL(offline.page.url()).pathname).toBe('/hors-ligne/bureau-essai/index.html');
  expect(offline.errors.filter((text) => !/ERR_(CONNECTION_REFUSED|FAILED)/.test(text))).toEqual(
    [],
  );
  await offline.context.close();
});

interface OpenBrowser {
  context: BrowserContext;
  page: Page;
  errors: string[];
}

/** A browser that keeps what it is given from one opening to the next. */
async function openBrowser(profile: string): Promise<OpenBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(await chromiumLaunchOptions()),
    viewport: { width: 1024, height: 600 },
    reducedMotion: 'reduce',
  });
  onTestFinished(() => context.close());
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { context, page, errors };
}

/** Opens the session from its file and prepares it. */
async function prepare(page: Page): Promise<void> {
  await page.getByLabel('Ouvrir un fichier de séance').setInputFiles({
    name: 'bureau.seance.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(SESSION)),
  });
  await page.getByRole('button', { name: 'Préparer hors ligne' }).click();
  await page.getByRole('button', { name: 'Préparer', exact: true }).click({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Ouvrir hors ligne' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Fermer' }).click();
}

/** Goes through every item; gives their titles, then the count of the question. */
async function present(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Présenter', exact: true }).click({ timeout: 60_000 });
  const shown: string[] = [];
  for (const { title } of SESSION.items) {
    await page.getByRole('heading', { name: title }).waitFor();
    shown.push(title);
    if (shown.length < SESSION.items.length) await page.keyboard.press('ArrowRight');
  }
  const count = page.locator('.show-answer strong');
  await count.waitFor({ timeout: 60_000 });
  return [...shown, (await count.textContent()) ?? ''];
}

/** Bytes of what the browser keeps in the caches whose names begin so. */
function keptBytes(page: Page, prefix: string): Promise<number> {
  return page.evaluate(async (start) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(start));
    const sizes = names.map(async (name) => {
      const cache = await caches.open(name);
      const files = (await cache.keys()).map(async (key) => (await cache.match(key))?.blob());
      return (await Promise.all(files)).reduce((sum, file) => sum + (file?.size ?? 0), 0);
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }, prefix);
}

function createItem(number: string, title: string, scene: Partial<Scene>): Seance['items'][number] {
  const text = 'Texte du point.';
  return {
    number,
    title,
    text,
    scene: { extent: TOWN, layers: [], ...scene },
    figures: [],
    source: 'Essai',
  };
}
