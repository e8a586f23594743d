import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';

/** What a file is called until it is whole. */
export const PART = '.part';

/**
 * Writes a file beside its place, brings it to the disk, then gives it its name: the name always stands for a whole file,
 * the one before or this one.
 * @throws {AppError} as `onDisk`.
 */
export async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  await stage(path, data);
  await putInPlace(path);
}

/** The first half of `writeWhole`: the bytes are on the disk, under another name. @throws {AppError} as `onDisk`. */
export async function stage(path: string, data: Uint8Array | string): Promise<void> {
  await onDisk(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path + PART, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** The second half of `writeWhole`: one rename, brought to the disk. @throws {AppError} as `onDisk`. */
export async function putInPlace(path: string): Promise<void> {
  await onDisk(path, () => rename(path + PART, path));
  await syncFolder(dirname(path));
}

/** `putInPlace` of several files, each folder brought to the disk once. @throws {AppError} as `onDisk`. */
export async function putAllInPlace(paths: readonly string[]): Promise<void> {
  for (const path of paths) await onDisk(path, () => rename(path + PART, path));
  for (const folder of new Set(paths.map((path) => dirname(path)))) await syncFolder(folder);
}

/** Removes a file that may be there. @throws {AppError} as `onDisk`. */
export async function remove(path: string): Promise<void> {
  await onDisk(path, () => rm(path, { force: true }));
}

/**
 * Work on a file of the site.
 * @throws {AppError} `site-unwritable` with the `path` and a `reason`: `no-space`, `read-only`, `denied`,
 * `name-too-long`, `not-a-folder`, else the disk's own code.
 */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (!code) throw cause;
    const context = { path, reason: REASONS[code] ?? code };
    throw new AppError('site-unwritable', `${path}: ${code}`, context, cause);
  }
}

/** A failure of what follows the point that decides: its context says `isPublished`. */
export function afterwards(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const context = { ...error.context, isPublished: true };
  return new AppError(error.code, error.message, context, error);
}

/** Brings the names of a folder to the disk; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await onDisk(path, async () => {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  });
}

const REASONS: Record<string, string> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EROFS: 'read-only',
  EACCES: 'denied',
  EPERM: 'denied',
  ENAMETOOLONG: 'name-too-long',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
};
