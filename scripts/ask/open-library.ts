import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Library } from '../../src/domain/library.ts';
import { parseLibrary } from '../../src/domain/parse-library.ts';
import { readLibrary } from '../library/build-library.ts';
import type { LibraryFault } from '../library/library-fault.ts';

const OWN_DATA = join(import.meta.dirname, '..', '..', 'data');

/**
 * The library that a folder serves; or, where it has none, that of the project's `data/` over the layers of the folder, with
 * what is wrong with it.
 * @throws {AppError} `library-invalid` for a served file that is broken; what `readLibrary` throws.
 */
export async function openLibrary(
  folder: string,
  { layers, territory }: Catalogue,
): Promise<{ library: Library; faults: LibraryFault[] }> {
  const text = await readFile(join(folder, 'library.json'), 'utf8').catch(() => null);
  if (text === null) {
    return readLibrary({ dataDir: OWN_DATA, layers, crs: territory.metricCrs });
  }
  try {
    return { library: parseLibrary(JSON.parse(text)), faults: [] };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('library-invalid', `library.json of ${folder}`, { path: '' }, cause);
  }
}
