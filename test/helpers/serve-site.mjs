import { join } from 'node:path';
import { serveSite } from '../../scripts/serve.mjs';
import { buildApp } from '../../scripts/steps/app.mjs';
import { ROOT } from '../../scripts/steps/run.mjs';
import { buildTerritory } from '../../scripts/steps/territory.mjs';

/** Serves the built app and the embedded territory while the end-to-end tests run, building what is stale. */
export async function setup(project) {
  await buildTerritory();
  await buildApp();
  const folders = { publicDir: join(ROOT, 'public'), distDir: join(ROOT, 'dist') };
  const site = await serveSite(folders);
  project.provide('siteUrl', site.url);
  return site.close;
}
