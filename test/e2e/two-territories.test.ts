import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runInit } from '../../scripts/init/run-init.ts';
import { runPublish } from '../../scripts/publish/run-publish.ts';
import { serveSite } from '../../scripts/serve.mjs';
import { writeTerritoryPages } from '../../scripts/steps/territory-pages.mjs';
import { forbidWebGl, openPage } from '../helpers/open-page.ts';
import { runCommand } from '../helpers/run-command.ts';

/** What a service worker installs takes seconds on busy cores. */
const PATIENCE = { timeout: 60_000 };

const DIST = join(import.meta.dirname, '../../dist');

it('two territories of one site have each their place, their layers, their storage and their service worker', async () => {
  const site = await serveTwo();
  const { page, errors } = await openPage(`${site.url}#/carte?couches=fosses`, {
    serviceWorkers: 'allow',
    before: (opened) => opened.addInitScript(forbidWebGl),
  });
  await expectTerritory(page, 'Lens-Liévin', 'EPSG:3950', 'Fosses de Lens');
  await expect.poll(() => scopeOf(page), PATIENCE).toBe(site.url);
  await page.evaluate(() => sessionStorage.setItem('arpent.sql', 'SELECT 62'));

  await page.getByRole('button', { name: 'Autres territoires' }).click();
  await page.getByRole('link', { name: /CINOR/ }).click();
  await page.waitForURL(/\/reunion\//);
  await page.locator('.top-bar-territory', { hasText: 'CINOR' }).waitFor();
  await page.goto(`${site.url}reunion/#/carte?couches=ravines`);
  await expectTerritory(page, 'CINOR', 'EPSG:2975', 'Ravines de Saint-Denis');
  expect(await page.getByText('Fosses de Lens').count()).toBe(0);
  await expect.poll(() => scopeOf(page), PATIENCE).toBe(`${site.url}reunion/`);
  await page.goto(`${site.url}reunion/#/sql`);
  await page.getByRole('textbox').first().waitFor();
  expect(await page.getByText('SELECT 62').count()).toBe(0);
  const names = [site.url, `${site.url}reunion/`].flatMap((root) => [
    `arpent-shell ${root}`,
    `arpent-data ${root}`,
  ]);
  const kept = () => page.evaluate(() => window.caches.keys());
  await expect.poll(kept, PATIENCE).toEqual(expect.arrayContaining(names));
  expect(errors).toEqual([]);

  await site.close();
  await page.goto(`${site.url}reunion/#/donnees`);
  await page.getByText('CINOR').first().waitFor();
  await page.goto(`${site.url}#/donnees`);
  await page.getByText('Lens-Liévin').first().waitFor();
});

/** Waits for a territory to be there: its name, its system, its layer. */
async function expectTerritory(
  page: Page,
  name: string,
  crs: string,
  layer: string,
): Promise<void> {
  await page.locator('.top-bar-territory', { hasText: name }).waitFor();
  await page.getByText(crs).first().waitFor({ state: 'attached' });
  await page.getByText(layer).first().waitFor({ state: 'attached' });
}

/** The folder whose service worker serves a page: its own, once it is installed (the site's does before). */
async function scopeOf(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active ? registration.scope : undefined;
  });
}

/** Two small territories, entered and published by the commands, over the built app. */
async function serveTwo() {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-two-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [publicDir, dataDir, distDir] = ['public', 'data', 'dist'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  vi.stubEnv('ARPENT_PUBLIC', publicDir);
  vi.stubEnv('ARPENT_DATA', dataDir);
  try {
    await runCommand(runInit, ['--epci', '246200364']);
    await runCommand(runInit, ['--epci', '249740119', '--into', 'reunion']);
    await publishPoint(folder, 'fosses', 'Fosses de Lens', [2.83, 50.43]);
    await publishPoint(
      folder,
      'ravines',
      'Ravines de Saint-Denis',
      [55.45, -20.9],
      '--territoire',
      'reunion',
    );
  } finally {
    vi.unstubAllEnvs();
  }
  for (const name of ['index.html', 'sw.js', 'manifest.webmanifest', 'premiere-carte.svg']) {
    await cp(join(DIST, name), join(distDir, name));
  }
  for (const name of ['assets', 'icones']) await symlink(join(DIST, name), join(distDir, name));
  await writeTerritoryPages({ publicDir, distDir });
  const site = await serveSite({ publicDir, distDir });
  onTestFinished(() => site.close());
  return site;
}

async function publishPoint(
  folder: string,
  id: string,
  title: string,
  coordinates: number[],
  ...more: string[]
) {
  const file = join(folder, `${id}.geojson`);
  const feature = {
    type: 'Feature',
    properties: { id: 'a', nom: title },
    geometry: { type: 'Point', coordinates },
  };
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  await runCommand(runPublish, [file, '--layer', id, '--title', title, '--accept', ...more]);
}
