import { join } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import { failureText } from '../library/messages.ts';
import { buildTerritory } from './build-territory.ts';

/**
 * `npm run demo`: builds the embedded territory into `public/`, one line of progress a layer. `ARPENT_PUBLIC` and
 * `ARPENT_DATA` name other folders than `public/` and `data/`.
 */
async function main(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  const site = {
    publicDir: process.env.ARPENT_PUBLIC ?? join(root, 'public'),
    dataDir: process.env.ARPENT_DATA ?? join(root, 'data'),
  };
  try {
    await buildTerritory(site, { log: (line) => console.log(line) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(failureText(error));
    process.exitCode = 1;
  }
}

await main();
