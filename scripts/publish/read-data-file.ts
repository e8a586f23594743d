import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import { findJsonFault } from '../../src/loaders/json-fault.ts';

const OWN_DATA = join(import.meta.dirname, '..', '..', 'data');

/**
 * A JSON file of a deployment's data folder (`territory.json`), or the project's own where it has none.
 * @throws {AppError} `source-unreadable` with its line and column when it is no JSON.
 */
export async function readDataFile<T>(dataDir: string, name: string): Promise<T> {
  const text = await readFile(join(dataDir, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return readFile(join(OWN_DATA, name), 'utf8');
  });
  return parseJson(text, name) as T;
}

/**
 * Every JSON file of a folder of a deployment's data (`themes`), in the order of their names, or of the project's own
 * folder where it has none; each with its path from `dataDir`.
 * @throws {AppError} as `readDataFile`.
 */
export async function readDataFolder<T>(
  dataDir: string,
  name: string,
): Promise<{ path: string; content: T }[]> {
  const names = await readdir(join(dataDir, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  if (names === null) return dataDir === OWN_DATA ? [] : readDataFolder(OWN_DATA, name);
  const files = names.filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => ({
      path: `${name}/${file}`,
      content: parseJson(await readFile(join(dataDir, name, file), 'utf8'), `${name}/${file}`) as T,
    })),
  );
}

function parseJson(json: string, source: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const context = { source, reason: 'data-json', ...findJsonFault(json) };
    throw new AppError('source-unreadable', `${source} is no JSON`, context, cause);
  }
}
