import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, timed } from './log.mjs';
import { ROOT, runPackage } from './run.mjs';
import { hashInputs, hasStamp, writeStamp } from './stamp.mjs';
import { writeTerritoryPages } from './territory-pages.mjs';

/** Builds the app into `dist/` when it is missing or when its sources have changed. */
export async function buildApp() {
  const hash = await hashInputs(INPUTS);
  if (existsSync(join(ROOT, 'dist/index.html')) && (await hasStamp(STAMP, hash))) {
    await writeTerritoryPages({ publicDir: join(ROOT, 'public'), distDir: join(ROOT, 'dist') });
    return;
  }
  const code = await timed('Construction de l’application', () =>
    // A test runner's NODE_ENV would bundle React's development build, and its VITEST the pdfkit of Node.
    runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
      env: { NODE_ENV: 'production', VITEST: '' },
    }),
  );
  if (code !== 0) {
    throw new Stop('L’application n’a pas pu être construite : le message ci-dessus dit pourquoi.');
  }
  await writeStamp(STAMP, hash);
}

const STAMP = '.cache/app.stamp';

const INPUTS = [
  'src',
  'data/examples',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/steps',
  'package-lock.json',
];
