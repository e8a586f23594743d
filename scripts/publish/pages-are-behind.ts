import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInseeCode } from '../../src/domain/commune.ts';

/**
 * Whether the pages of the communes of a site were read from another version of one of these layers; no where there are no pages.
 * What is not to be read as a page counts as behind: it is to be made again.
 */
export async function pagesAreBehind(
  publicDir: string,
  published: readonly { id: string; version: string }[],
): Promise<boolean> {
  const folder = join(publicDir, 'communes');
  const names = await readdir(folder).catch(() => []);
  const name = names.find((file) => file.endsWith('.json') && isInseeCode(file.slice(0, -5)));
  if (name === undefined) return false;
  const versions = await readVersions(join(folder, name));
  if (versions === null) return true;
  return published.some(({ id, version }) => id in versions && versions[id] !== version);
}

async function readVersions(path: string): Promise<Record<string, string> | null> {
  try {
    return (
      (JSON.parse(await readFile(path, 'utf8')) as { versions?: Record<string, string> })
        .versions ?? null
    );
  } catch {
    // Cut short or removed meanwhile: the pages are to be made again either way.
    return null;
  }
}
