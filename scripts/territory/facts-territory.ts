import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * SIREN of the territory that the project's own facts, sessions and demonstration are of (`data/facts/territory.json`): nothing of
 * them is shown for another.
 */
export async function factsSiren(): Promise<string> {
  const path = join(import.meta.dirname, '..', '..', 'data', 'facts', 'territory.json');
  return (JSON.parse(await readFile(path, 'utf8')) as { siren: string }).siren;
}
