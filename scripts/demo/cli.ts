import { join } from 'node:path';
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
  await buildTerritory(site, { log: (line) => console.log(line) });
}

await main();
