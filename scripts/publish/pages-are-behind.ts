import { readFile } from 'node:fs/promises';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { sheetFiles } from '../pages/sheet-files.ts';

/**
 * Whether the pages of the communes of a site were read from another version of one of these layers; no where there are no pages.
 * What is not to be read as a page counts as behind: it is to be made again.
 */
export async function pagesAreBehind(
  publicDir: string,
  published: readonly { id: string; version: string }[],
): Promise<boolean> {
  const [sheet] = await sheetFiles(publicDir);
  if (sheet === undefined) return false;
  const versions = await readVersions(sheet);
  if (versions === null) return true;
  return published.some(({ id, version }) => id in versions && versions[id] !== version);
}

async function readVersions(path: string): Promise<Record<string, string> | null> {
  try {
    const { versions }: Partial<CommuneSheet> = JSON.parse(await readFile(path, 'utf8'));
    return versions ?? null;
  } catch {
    // Cut short or removed meanwhile: the pages are to be made again either way.
    return null;
  }
}
