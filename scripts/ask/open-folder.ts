import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Catalogue, parseCatalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import { createLocalEngine } from '../../src/engine/local-engine.ts';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import type { Engine } from '../../src/engine/protocol.ts';

/**
 * The catalogue of a folder that is served or could be: `catalogue.json` and the files that it names.
 * @throws {AppError} `catalogue-missing` with the folder, and what `parseCatalogue` throws.
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const path = join(folder, 'catalogue.json');
  try {
    return parseCatalogue(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isBroken = cause instanceof SyntaxError;
    const code = isBroken ? 'catalogue-invalid' : 'catalogue-missing';
    throw new AppError(code, `cannot read ${path}`, { folder, path: isBroken ? '' : path }, cause);
  }
}

/** The engine, over the layers of a folder. */
export async function openEngine(folder: string, catalogue: Catalogue): Promise<Engine> {
  const engine = createLocalEngine(nodePlatform);
  const baseUrl = pathToFileURL(`${resolve(folder)}/`).href;
  await engine.call('open', { catalogue, baseUrl });
  return engine;
}
