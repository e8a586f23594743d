import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { sheetFiles } from '../pages/sheet-files.ts';

/**
 * Whether the pages of the communes of a site, or the picture of its first map, were read from another version of one of these layers; no
 * where there are none. A page that is not to be read counts as behind: it is to be made again.
 */
export async function pagesAreBehind(
  publicDir: string,
  published: readonly { id: string; version: string }[],
): Promise<boolean> {
  const [sheet] = await sheetFiles(publicDir);
  const versions = sheet === undefined ? {} : await readVersions(sheet);
  if (versions === null) return true;
  const drawn = await pictureVersions(join(publicDir, 'premiere-carte.svg'));
  return published.some(({ id, version }) =>
    [versions, drawn].some((read) => id in read && read[id] !== version),
  );
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

/** The versions that a picture says it was drawn from; none where it says nothing, or where there is no picture. */
async function pictureVersions(path: string): Promise<Record<string, string>> {
  const svg = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const [, said = ''] = /<desc>([^<]*)<\/desc>/.exec(svg.slice(0, HEAD)) ?? [];
  return Object.fromEntries(said.split(' ').flatMap((one) => (one ? [one.split('@')] : [])));
}

/** Characters within which a picture says what it is drawn from. */
const HEAD = 4000;
