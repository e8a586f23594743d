import { join } from 'node:path';
import { readCatalogue } from '../../scripts/ask/open-folder.ts';
import { buildTerritory } from '../../scripts/steps/territory.mjs';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { openOnce } from '../helpers/open-once.ts';

/** The folder that the embedded territory is built into. */
export const PUBLIC = join(import.meta.dirname, '..', '..', 'public');

/** The embedded territory, built when it is stale, with an engine over it. */
export async function openTerritory(): Promise<{ catalogue: Catalogue; engine: Engine }> {
  await buildTerritory();
  const catalogue = await readCatalogue(PUBLIC);
  return { catalogue, engine: await openOnce(PUBLIC, catalogue) };
}
