import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timed } from './log.mjs';
import { ROOT, runPackage } from './run.mjs';
import { hashInputs, hasStamp, writeStamp } from './stamp.mjs';

/**
 * Draws the first map and makes the pages of the communes when they are missing or when what they are made of has changed. The atlas works without them:
 * a failure is told, and the step is run again the next time.
 */
export async function buildPages() {
  const hash = await hashInputs(INPUTS);
  const isThere = OUTPUTS.every((path) => existsSync(join(ROOT, path)));
  if (isThere && (await hasStamp(STAMP, hash))) return;
  if (!(await hasCommunes())) return;
  const code = await timed('Pages des communes', () =>
    runPackage('tsx/dist/cli.mjs', ['scripts/pages/cli.ts']),
  );
  if (code === 0) await writeStamp(STAMP, hash);
  else
    console.error('Les pages des communes sont incomplètes : le message ci-dessus dit pourquoi.');
}

/** A territory of which no commune is published yet has no pages of them. */
async function hasCommunes() {
  const { layers } = JSON.parse(await readFile(join(ROOT, 'public/catalogue.json'), 'utf8'));
  return layers.some(({ id }) => id === 'communes');
}

const STAMP = '.cache/pages.stamp';

const OUTPUTS = ['public/communes/index.html', 'public/premiere-carte.svg'];

const INPUTS = [
  'public/catalogue.json',
  'public/library.json',
  'data/commune-pages.json',
  'scripts/pages',
  'scripts/steps/content-security-policy.json',
  'src/domain',
  'src/engine',
  'src/geo',
  'src/geos',
  'src/loaders',
  'src/pages',
  'src/plan',
  'src/sql',
  'src/state/actions.ts',
  'src/ui/strings',
  'package-lock.json',
];
