import { join } from 'node:path';
import { openEngine, readCatalogue } from '../../scripts/ask/open-folder.ts';
import { buildTerritory } from '../../scripts/steps/territory.mjs';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Engine } from '../../src/engine/protocol.ts';

/** The folder that the embedded territory is built into. */
export const PUBLIC = join(import.meta.dirname, '..', '..', 'public');

let opened: Promise<{ catalogue: Catalogue; engine: Engine }> | null = null;

/** The embedded territory, built when it is stale, with one engine for all files of a run: what one reads, the next has. */
export function openTerritory(): Promise<{ catalogue: Catalogue; engine: Engine }> {
  opened ??= open();
  return opened;
}

async function open() {
  await buildTerritory();
  const catalogue = await readCatalogue(PUBLIC);
  return { catalogue, engine: await openEngine(PUBLIC, catalogue) };
}
