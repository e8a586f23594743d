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
  const plain = join(cacheDir, 'map-plain');
  const app = await buildApp(cacheDir);
  const page = join(import.meta.dirname, 'page');
  await build({ ...SHARED, root: page, base: './', build: outputTo(plain) });
  return { app, plain };
}

/** Builds the app as it is served but with its source maps, and gives the folder that it is in. */
export async function buildApp(cacheDir: string): Promise<string> {
  const app = join(cacheDir, 'map-app');
  await build(mergeConfig(appConfig, { ...SHARED, root: ROOT, build: outputTo(app) }));
  return app;
}

const SHARED = { configFile: false, publicDir: false, logLevel: 'error' } as const;

const outputTo = (outDir: string) => ({ outDir, emptyOutDir: true, sourcemap: true });

const ROOT = join(import.meta.dirname, '..', '..', '..');
