import { openEngine } from '../../scripts/ask/open-folder.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Engine } from '../../src/engine/protocol.ts';

let last: { folder: string; catalogue: string; engine: Promise<Engine> } | null = null;

/**
 * The engine over the layers of a folder, the same for as long as no other is opened: what it has read is not read again by the
 * next test. Only the last is kept, for the functions of DuckDB belong to the engine that was opened last in a process.
 */
export function openOnce(folder: string, catalogue: Catalogue): Promise<Engine> {
  const text = JSON.stringify(catalogue);
  if (last?.folder !== folder || last.catalogue !== text) {
    last = { folder, catalogue: text, engine: openEngine(folder, catalogue) };
  }
  return last.engine;
}
