import { join } from 'node:path';
import { chromium } from 'playwright';
import { serveSite } from '../../scripts/serve.mjs';
import { buildApp } from '../../scripts/steps/app.mjs';
import { ROOT } from '../../scripts/steps/run.mjs';
import { buildTerritory } from '../../scripts/steps/territory.mjs';
import { chromiumLaunchOptions } from './find-chromium.ts';

/**
 * Serves the built app and the embedded territory while the end-to-end tests run, building what is stale, and keeps one
 * Chromium open for them: each test has a context of its own in it.
 */
export async function setup(project) {
  await buildTerritory();
  await buildApp();
  const folders = { publicDir: join(ROOT, 'public'), distDir: join(ROOT, 'dist') };
  const site = await serveSite(folders);
  const browser = await chromium.launchServer(await chromiumLaunchOptions());
  project.provide('siteUrl', site.url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
