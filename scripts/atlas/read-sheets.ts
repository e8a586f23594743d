import { readFile } from 'node:fs/promises';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { sheetFiles } from '../pages/sheet-files.ts';

/** The sheets of a site as its pages have them; null where there are none, or where a layer has another version since. */
export async function readSheets(
  folder: string,
  { layers }: Catalogue,
): Promise<CommuneSheet[] | null> {
  const files = await sheetFiles(folder);
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  const sheets = texts.map((text) => JSON.parse(text) as CommuneSheet);
  const current = new Map(layers.map(({ id, file }) => [id, file.version]));
  const isCurrent = ({ versions, territory }: CommuneSheet) =>
    territory.communes === sheets.length &&
    Object.entries(versions).every(([id, version]) => current.get(id) === version);
  return sheets.length > 0 && sheets.every(isCurrent) ? sheets : null;
}
