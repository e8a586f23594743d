import { join } from 'node:path';
import { chromium } from 'playwright';
import { serveSite } from '../../scripts/serve.mjs';
import { buildApp } from '../../scripts/steps/app.mjs';
import { buildPages } from '../../scripts/steps/pages.mjs';
import { ROOT } from '../../scripts/steps/run.mjs';
import { publishSeances } from '../../scripts/steps/seances.mjs';
import { buildTerritory } from '../../scripts/steps/territory.mjs';
import { chromiumLaunchOptions } from './find-chromium.ts';

/**
 * Serves the built app and the embedded territory while the end-to-end tests run, building what is stale, and keeps a
 * Chromium open for each of the two files that run at a time: each test has a context of its own in it, but a clipboard is a browser's.
 */
export async function setup(project) {
  await buildTerritory();
  await publishSeances();
  await buildPages();
  await buildApp();
  const folders = { publicDir: join(ROOT, 'public'), distDir: join(ROOT, 'dist') };
  const site = await serveSite(folders);
  const options = await chromiumLaunchOptions();
  const browsers = [await chromium.launchServer(options), await chromium.launchServer(options)];
  project.provide('siteUrl', site.url);
  const endpoints = browsers.map((browser) => browser.wsEndpoint());
  project.provide('browserEndpoints', endpoints);
  return async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await site.close();
  };
}
