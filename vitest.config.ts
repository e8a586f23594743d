import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './test/helpers/find-chromium.ts';

const browser = ['test/browser/**/*.test.{ts,tsx}'];
const endToEnd = ['test/e2e/**/*.test.ts'];
/** What looks at the built app's times: after all else, on a machine that nothing of ours keeps busy. */
const timed = ['test/timed/**/*.test.ts'];
/** What lays out the embedded territory or asks it everything: apart, so that nothing else runs in a process that it fills. */
const territory = ['test/{demo,library,ask,postgis}/**/*.test.ts'];

const inNode = {
  // One module graph for all files: what the ground of the territory costs is paid once.
  isolate: false,
  // Laying out land makes short-lived arrays by the million: room for them spares the collector a fifth of all.
  execArgv: ['--max-semi-space-size=64'],
  // Generous: the tests share two cores with a browser.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

const onBuiltApp = {
  globalSetup: ['test/helpers/serve-site.mjs'],
  testTimeout: 240_000,
  hookTimeout: 120_000,
  // What the files import of the app is read once for all of them; each page has a context of its own anyway.
  isolate: false,
};

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          ...inNode,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...browser, ...endToEnd, ...timed, ...territory],
        },
      },
      { extends: './vite.config.ts', test: { ...inNode, name: 'territory', include: territory } },
      {
        extends: './vite.config.ts',
        // What workers and lazy parts import, named here so that Vite does not reload a test when it meets it.
        optimizeDeps: { include: LAZY_DEPENDENCIES },
        test: {
          name: 'browser',
          include: browser,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      // Software draws the maps: more at a time would only wait for one another.
      { test: { ...onBuiltApp, name: 'e2e', include: endToEnd, maxWorkers: 2 } },
      { test: { ...onBuiltApp, name: 'timed', include: timed, maxWorkers: 1 } },
    ],
  },
}));

const LAZY_DEPENDENCIES = [
  '@deck.gl/core',
  '@deck.gl/layers',
  '@deck.gl/mapbox',
  '@tanstack/react-virtual',
  'apache-arrow',
  'd3-scale-chromatic',
  'duckdb-blocking',
  'fflate',
  'flatbush',
  'flatqueue',
  'gdal3.js/build/package/gdal3WebAssembly.js',
  'geos-wasm',
  'hyparquet',
  'hyparquet-writer',
  'lucide-react',
  'react',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'simple-statistics',
  'valibot',
  'zustand',
  'zustand/vanilla',
];
