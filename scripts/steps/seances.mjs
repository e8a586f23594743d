import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, timed } from './log.mjs';
import { ROOT, runPackage } from './run.mjs';
import { hashInputs, hasStamp, writeStamp } from './stamp.mjs';

/** Publishes the sessions of `data/seances` when they, or the catalogue that they are checked against, have changed. */
export async function publishSeances() {
  const hash = await hashInputs(INPUTS);
  if (existsSync(join(ROOT, 'public/seances/index.json')) && (await hasStamp(STAMP, hash))) return;
  const code = await timed('Publication des séances', () =>
    runPackage('tsx/dist/cli.mjs', ['scripts/seances/cli.ts']),
  );
  if (code !== 0) {
    throw new Stop('Les séances n’ont pas pu être publiées : le message ci-dessus dit pourquoi.');
  }
  await writeStamp(STAMP, hash);
}

const STAMP = '.cache/seances.stamp';

const INPUTS = [
  'data/seances',
  'scripts/seances',
  'src/domain/parse-seance.ts',
  'src/domain/hold-seance.ts',
  'public/catalogue.json',
  'public/library.json',
];
