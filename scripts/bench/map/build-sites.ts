import { join } from 'node:path';
import { build, mergeConfig } from 'vite';
import appConfig from '../../../vite.config.ts';

/** Folders of the app, built as it is served but with its source maps, and of the page of MapLibre alone. */
export interface Sites {
  app: string;
  plain: string;
}

/** Builds both sites of the bench. */
export async function buildSites(cacheDir: string): Promise<Sites> {
  const sites = { app: join(cacheDir, 'map-app'), plain: join(cacheDir, 'map-plain') };
  const shared = { configFile: false, publicDir: false, logLevel: 'error' } as const;
  const output = (outDir: string) => ({ outDir, emptyOutDir: true, sourcemap: true });
  await build(mergeConfig(appConfig, { ...shared, root: ROOT, build: output(sites.app) }));
  const page = join(import.meta.dirname, 'page');
  await build({ ...shared, root: page, base: './', build: output(sites.plain) });
  return sites;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
