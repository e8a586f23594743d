import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isInseeCode } from '../../src/domain/commune.ts';

/** Folder of the pages in a site. */
export const PAGES_FOLDER = 'communes';

/** Paths of the sheets of a site, `communes/<code>.json`; none where it has no pages. */
export async function sheetFiles(publicDir: string): Promise<string[]> {
  const folder = join(publicDir, PAGES_FOLDER);
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter((name) => name.endsWith('.json') && isInseeCode(name.slice(0, -'.json'.length)))
    .map((name) => join(folder, name));
}
