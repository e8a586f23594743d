import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isInseeCode } from '../../src/domain/commune.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { putAllInPlace, remove, stage } from '../publish/write-whole.ts';
import { PAGES_FOLDER } from './sheet-files.ts';

/** Writes `communes/<code>.json` into a site, all or none; gives their bytes. @throws {AppError} as `onDisk`. */
export async function writeSheets(
  folder: string,
  sheets: readonly CommuneSheet[],
): Promise<number> {
  const files = sheets.map((sheet) => ({
    path: join(folder, PAGES_FOLDER, `${sheet.code}.json`),
    text: `${JSON.stringify(sheet)}\n`,
  }));
  for (const { path, text } of files) await stage(path, text);
  await putAllInPlace(files.map(({ path }) => path));
  return files.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0);
}

/**
 * Removes the files of communes that have no sheet any more; whatever is not named by an INSEE code stays. Gives their names.
 * @throws {AppError} as `onDisk`.
 */
export async function removeGone(
  folder: string,
  sheets: readonly CommuneSheet[],
): Promise<string[]> {
  const kept = new Set(sheets.map(({ code }) => code));
  const names = await readdir(join(folder, PAGES_FOLDER));
  const gone = names.filter((name) => {
    const [code = ''] = name.split('.');
    return isInseeCode(code) && !kept.has(code);
  });
  for (const name of gone) await remove(join(folder, PAGES_FOLDER, name));
  return gone;
}
