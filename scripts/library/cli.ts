import { AppError } from '../../src/domain/errors.ts';
import { enterServed } from '../publish/enter-territory.ts';
import { readDataFile } from '../publish/read-data-file.ts';
import { readCatalogue, siteOf } from '../publish/site.ts';
import { withSite } from '../publish/site-lock.ts';
import { commandSentence } from '../publish/site-sentences.ts';
import { followLayers } from './follow-layers.ts';
import { otherServedText } from './messages.ts';

/**
 * Brings the catalogue and the library of the main site in line with its `territory.json`, as `npm start` wants them for a territory
 * that no demonstration is built of. `ARPENT_PUBLIC` and `ARPENT_DATA` name other folders.
 */
async function main(): Promise<void> {
  const site = siteOf(undefined);
  try {
    const { siren } = await readDataFile<{ siren: string }>(site.dataDir, 'territory.json');
    const served = (await readCatalogue(site))?.territory;
    if (served && served.siren !== siren) {
      console.error(otherServedText(served, siren));
      process.exitCode = 1;
      return;
    }
    const catalogue = await withSite(site, enterServed);
    console.log(await followLayers(site, catalogue));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(commandSentence(error));
    process.exitCode = 1;
  }
}

await main();
