import { join } from 'node:path';
import { build, mergeConfig } from 'vite';
import appConfig from '../../../vite.config.ts';

/** Builds the page of the bench with the settings of the app, and gives the folder that it is in. */
export async function buildPage(cacheDir: string): Promise<string> {
  const outDir = join(cacheDir, 'page');
  const settings = {
    configFile: false,
    root: join(import.meta.dirname, '..', 'page'),
    publicDir: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  } as const;
  await build(mergeConfig(appConfig, settings));
  return outDir;
}
