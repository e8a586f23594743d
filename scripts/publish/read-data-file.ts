import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const OWN_DATA = join(import.meta.dirname, '..', '..', 'data');

/** A JSON file of a deployment's data folder (`themes.json`, `territory.json`), or the project's own where it has none. */
export async function readDataFile<T>(dataDir: string, name: string): Promise<T> {
  const text = await readFile(join(dataDir, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return readFile(join(OWN_DATA, name), 'utf8');
  });
  return JSON.parse(text);
}
