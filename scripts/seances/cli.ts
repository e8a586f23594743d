import { AppError } from '../../src/domain/errors.ts';
import { siteOf } from '../publish/site.ts';
import { failureText, messages } from './messages.ts';
import { writeSeances } from './write-seances.ts';

/**
 * `npm run seances`: checks the sessions of `data/seances/` and publishes them into `public/seances/`. `ARPENT_PUBLIC` and
 * `ARPENT_DATA` name other folders.
 */
async function main(): Promise<void> {
  try {
    const seances = await writeSeances(siteOf(undefined));
    console.log(messages.done(seances.length));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(failureText(error));
    process.exitCode = 1;
  }
}

await main();
