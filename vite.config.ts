import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import {
  gzippedFiles,
  libraryLicences,
  noNodeInGdal,
  securityPolicy,
} from './scripts/steps/vite-plugins.ts';

export default defineConfig({
  /** Relative, so that the site can be put in any folder of any host. */
  base: './',
  plugins: [react(), gzippedFiles(), noNodeInGdal(), securityPolicy(), libraryLicences()],
  worker: {
    format: 'es',
    plugins: () => [gzippedFiles(), noNodeInGdal()],
    // DuckDB's bindings hold the `eval` of Emscripten, which is never reached (the policy would refuse it).
    rolldownOptions: { checks: { eval: false, bundlerTimings: false } },
  },
  resolve: {
    alias: {
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
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
