import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, timed } from './log.mjs';
import { ROOT, runPackage } from './run.mjs';
import { hashInputs, hasStamp, writeStamp } from './stamp.mjs';

/**
 * Builds the embedded territory when it is missing or when its inputs have changed. With `keepLayers`, gives the folder in which its
 * layers are kept as they were laid out too, for tests to look at: empty when the territory was there already.
 */
export async function buildTerritory({ keepLayers = false } = {}) {
  if (!(await isDemonstrated())) {
    await followLayers();
    return KEPT;
  }
  const hash = await hashInputs(INPUTS, NOT_INPUTS);
  const folder = join(KEPT, hash.slice(0, 16));
  const isThere = OUTPUTS.every((path) => existsSync(join(ROOT, path)));
  if (isThere && (await hasStamp(STAMP, hash))) return folder;
  await rm(KEPT, { recursive: true, force: true });
  const code = await timed('Construction du territoire de démonstration', () =>
    runPackage('tsx/dist/cli.mjs', [YOUNG_SPACE, 'scripts/demo/cli.ts'], {
      env: keepLayers ? { ARPENT_KEPT_LAYERS: folder } : {},
    }),
  );
  if (code !== 0) {
    throw new Stop(
      'Le territoire de démonstration n’a pas pu être construit : le message ci-dessus dit pourquoi.',
    );
  }
  await writeStamp(STAMP, hash);
  return folder;
}

/** Laying out a territory makes short-lived arrays by the million: with more room for them, a fifth less time. */
const YOUNG_SPACE = '--max-semi-space-size=64';

/** Whether the territory is the one that the project's facts, sessions and demonstration are of. */
export async function isDemonstrated() {
  const sirenIn = async (path) => JSON.parse(await readFile(join(ROOT, path), 'utf8')).siren;
  return (await sirenIn('data/territory.json')) === (await sirenIn('data/facts/territory.json'));
}

/** Of another territory nothing is made up: what is served of it stays, and its library follows. */
async function followLayers() {
  const hash = await hashInputs(FOLLOWED);
  if (
    OUTPUTS.every((path) => existsSync(join(ROOT, path))) &&
    (await hasStamp(FOLLOWED_STAMP, hash))
  )
    return;
  const code = await timed('Bibliothèque du territoire', () =>
    runPackage('tsx/dist/cli.mjs', ['scripts/library/cli.ts']),
  );
  if (code !== 0) {
    throw new Stop('Le territoire n’a pas pu être préparé : le message ci-dessus dit pourquoi.');
  }
  await writeStamp(FOLLOWED_STAMP, await hashInputs(FOLLOWED));
}

const FOLLOWED_STAMP = '.cache/library.stamp';

const FOLLOWED = [
  'public/catalogue.json',
  'data/territory.json',
  'data/communes',
  'data/questions',
  'data/themes',
  'data/impacts.json',
  'data/parcel-sheet.json',
  'data/systems.json',
  'scripts/library',
];

const STAMP = '.cache/territory.stamp';

const KEPT = join(ROOT, 'node_modules/.cache/arpent/layers');

const OUTPUTS = ['public/catalogue.json', 'public/library.json'];

const INPUTS = [
  'data',
  'scripts/demo',
  'scripts/library',
  'scripts/publish/commit-site.ts',
  'scripts/publish/enter-territory.ts',
  'scripts/publish/read-data-file.ts',
  'scripts/publish/site-metadata.ts',
  'scripts/publish/site.ts',
  'scripts/publish/write-layer.ts',
  'src/domain',
  'src/geo',
  'src/loaders',
  'src/publish/metadata',
  'src/publish/write',
  'package-lock.json',
];

/** What of `data` the territory is not built of: other commands write or read it. */
const NOT_INPUTS = ['data/published', 'data/seances', 'data/commune-pages.json', 'data/README.md'];
