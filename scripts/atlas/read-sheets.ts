import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { isInseeCode } from '../../src/domain/commune.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { PAGES_FOLDER } from '../pages/write-sheets.ts';

/** The sheets of a site as its pages have them; null where there are none, or where a layer has another version since. */
export async function readSheets(
  folder: string,
  { layers }: Catalogue,
): Promise<CommuneSheet[] | null> {
  const place = join(folder, PAGES_FOLDER);
  const names = await readdir(place).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json') && isInseeCode(name.slice(0, -5)));
  const texts = await Promise.all(files.map((name) => readFile(join(place, name), 'utf8')));
  const sheets = texts.map((text) => JSON.parse(text) as CommuneSheet);
  const current = new Map(layers.map(({ id, file }) => [id, file.version]));
  const isCurrent = ({ versions, territory }: CommuneSheet) =>
    territory.communes === sheets.length &&
    Object.entries(versions).every(([id, version]) => current.get(id) === version);
  return sheets.length > 0 && sheets.every(isCurrent) ? sheets : null;
}
