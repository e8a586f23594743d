import { AppError } from '../../src/domain/errors.ts';
import { failureText } from '../library/messages.ts';
import { siteOf } from '../publish/site.ts';
import { buildTerritory } from './build-territory.ts';

/**
 * `npm run demo`: builds the embedded territory into `public/`, one line of progress a layer. `ARPENT_PUBLIC` and
 * `ARPENT_DATA` name other folders than `public/` and `data/`.
 */
async function main(): Promise<void> {
  try {
    await buildTerritory(siteOf(undefined), { log: (line) => console.log(line) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(failureText(error));
    process.exitCode = 1;
  }
}

await main();
