import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { earlyParts } from './scripts/steps/early-parts.ts';
import { serviceWorker } from './scripts/steps/service-worker.ts';
import { territoryFolders } from './scripts/steps/territory-folders.ts';
import {
  firstPaint,
  gzippedFiles,
  libraryLicences,
  noNodeInGdal,
  securityPolicy,
} from './scripts/steps/vite-plugins.ts';

/** What files made elsewhere ask for by name: path in the built site, without its ending → source. */
const STABLE_ENTRIES = { 'communes/page': 'src/pages/page.ts' };

export default defineConfig({
  /** Relative, so that the site can be put in any folder of any host. */
  base: './',
  plugins: [
    react(),
    gzippedFiles(),
    noNodeInGdal(),
    earlyParts(),
    securityPolicy(),
    firstPaint(),
    libraryLicences(),
    serviceWorker(),
    territoryFolders(),
  ],
  worker: {
    format: 'es',
    plugins: () => [gzippedFiles(), noNodeInGdal()],
    // DuckDB's bindings hold the `eval` of Emscripten, which is never reached (the policy would refuse it).
    rolldownOptions: { checks: { eval: false, bundlerTimings: false } },
  },
  resolve: {
    alias: {
      // In a browser pdfkit needs its own build, with what it takes from Node; tests in Node take the usual one.
      ...(!process.env.VITEST && { pdfkit: 'pdfkit/js/pdfkit.standalone.js' }),
      // DuckDB's blocking bindings for browsers are not in the `exports` of its package.
      'duckdb-blocking': fileURLToPath(
        new URL(
          'node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs',
          import.meta.url,
        ),
      ),
    },
  },
  build: {
    target: 'es2022',
    // Nothing inlined as `data:`, which the content security policy refuses for fonts and scripts.
    assetsInlineLimit: 0,
    // DuckDB's bindings, fetched with the first question.
    chunkSizeWarningLimit: 1300,
    // The worker is bundled inside a plugin: its 5 s are no sign of a slow one.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { index: 'index.html', ...STABLE_ENTRIES },
      output: {
        entryFileNames: ({ name }) => stableName(name, 'js') ?? 'assets/[name]-[hash].js',
        assetFileNames: ({ names }) =>
          names.map((name) => stableName(name.replace(/\.css$/, ''), 'css')).find(Boolean) ??
          'assets/[name]-[hash][extname]',
        // Some twenty small files otherwise, which pack worse apart and are asked for one by one.
        codeSplitting: {
          groups: [
            { name: 'state', test: /[\\/]src[\\/]state[\\/]/, tags: ['$initial'] },
            // The commune pages want it too, and nothing else of these.
            { name: 'preload-helper', test: /preload-helper/, priority: 1 },
          ],
        },
      },
    },
  },
});

function stableName(name: string, extension: string): string | undefined {
  const found = Object.keys(STABLE_ENTRIES).find(
    (path) => path === name || path.endsWith(`/${name}`),
  );
  return found && `${found}.${extension}`;
}
