import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import type { SourceFile } from '../../src/publish/source-file.ts';

/** The files of a delivery on disk. */
export interface Sources {
  files: SourceFile[];
  /** Links that lead out of the folder that was named: not followed. */
  skipped: string[];
}

/**
 * Reads what a command line names: files, each with those that belong to it (`.dbf` of a `.shp`), and folders with all that
 * they hold but hidden files. A path begins with the name of what was named, as `plu/Donnees/zones.shp` of the folder `plu`.
 * Of PDF files and pictures, which are never published, only the first kilobyte is read.
 * @throws {AppError} `source-unreadable` with the `source` and a `reason`: `absent`, `denied`, `not-a-file`, `folder-empty`,
 * `too-big` beyond 2 GiB, `too-many-files` beyond 20 000.
 */
export async function readSources(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Sources> {
  const found = new Set<string>();
  const skipped: string[] = [];
  for (const path of paths) {
    const full = resolve(path);
    const { isFolder } = await lookAt(path);
    const files = isFolder
      ? await listFolder(full, await realpath(full), skipped)
      : [full, ...(await listCompanions(full))];
    if (files.length === 0) throw unreadable(path, 'folder-empty');
    for (const file of files) found.add(file);
    if (found.size > MAX_FILES) throw unreadable(path, 'too-many-files', { limit: MAX_FILES });
  }
  const root = commonFolder(paths.map((path) => dirname(resolve(path))));
  const files: SourceFile[] = [];
  for (const file of [...found].sort()) {
    signal?.throwIfAborted();
    files.push(await readSource(file, relative(root, file).split(sep).join('/')));
  }
  return { files, skipped };
}

async function readSource(file: string, path: string): Promise<SourceFile> {
  const modified = (await guarded(path, () => stat(file))).mtime.toISOString().slice(0, 10);
  const isPicture = PICTURES.includes(extname(file).toLowerCase());
  const data = await guarded(path, () => (isPicture ? readHead(file) : readFile(file)));
  const bytes = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.length);
  return { path, bytes, modified };
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function lookAt(path: string): Promise<{ isFolder: boolean }> {
  const found = await guarded(path, () => stat(path));
  if (!found.isFile() && !found.isDirectory()) throw unreadable(path, 'not-a-file');
  return { isFolder: found.isDirectory() };
}

/** Files in a folder and those in it. Links to files are followed within `root`; those to folders hold nothing new there. */
async function listFolder(folder: string, root: string, skipped: string[]): Promise<string[]> {
  const entries = await guarded(folder, () => readdir(folder, { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await listFolder(path, root, skipped)));
    else if (entry.isFile()) files.push(path);
    else if (entry.isSymbolicLink()) {
      const target = await realpath(path).catch(() => null);
      const isInside = target?.startsWith(root + sep);
      if (!target || !isInside) skipped.push(path);
      else if ((await lookAt(target)).isFolder === false) files.push(path);
    }
  }
  return files;
}

/** The files beside `file` without which it is not whole. */
async function listCompanions(file: string): Promise<string[]> {
  const extension = extname(file).toLowerCase();
  const wanted = COMPANIONS[extension];
  if (!wanted) return [];
  const stem = basename(file).slice(0, -extension.length).toLowerCase();
  const names = await guarded(file, () => readdir(dirname(file)));
  const belongs = (name: string) =>
    extension === '.thf'
      ? wanted.includes(extname(name).toLowerCase())
      : wanted.some((end) => name.toLowerCase() === stem + end);
  return names.filter(belongs).map((name) => join(dirname(file), name));
}

function commonFolder(folders: string[]): string {
  const [first = '', ...others] = folders;
  let common = first;
  while (others.some((folder) => relative(common, folder).split(sep)[0] === '..')) {
    common = dirname(common);
  }
  return common;
}

async function guarded<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (!code) throw cause;
    throw unreadable(source, REASONS[code] ?? 'denied', {}, cause);
  }
}

function unreadable(source: string, reason: string, context = {}, cause?: unknown): AppError {
  const facts = { source, reason, ...context };
  return new AppError('source-unreadable', `${source}: ${reason}`, facts, cause);
}

const REASONS: Record<string, string> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ENAMETOOLONG: 'absent',
  ERR_FS_FILE_TOO_LARGE: 'too-big',
};

/** Main file of a format → the others of it: ends of their names, or for EDIGEO the extensions of its lot. */
const COMPANIONS: Record<string, string[]> = {
  '.shp': ['.shx', '.dbf', '.prj', '.cpg', '.shp.xml', '.xml'],
  '.tab': ['.dat', '.map', '.id', '.ind'],
  '.mif': ['.mid'],
  '.gml': ['.xsd', '.gfs'],
  '.thf': ['.gen', '.geo', '.qal', '.scd', '.dic', '.vec'],
  '.csv': ['.csvt', '.prj'],
};

const PICTURES = ['.pdf', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.ecw', '.jp2'];
const HEAD_BYTES = 1024;
const MAX_FILES = 20_000;
