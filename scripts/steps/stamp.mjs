import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './run.mjs';

/** Hash of the names and contents of files and folders of the project, given from its root; `except` are left out. */
export async function hashInputs(paths, except = []) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of (await listFiles(join(ROOT, path))).sort()) {
      const name = relative(ROOT, file).replaceAll('\\', '/');
      if (except.some((path) => name === path || name.startsWith(`${path}/`))) continue;
      hash
        .update(name)
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Whether a stamp file holds that hash. */
export async function hasStamp(path, hash) {
  const file = join(ROOT, path);
  return existsSync(file) && (await readFile(file, 'utf8')).trim() === hash;
}

/** Keeps a hash in a stamp file, once the work that it stands for is done. */
export async function writeStamp(path, hash) {
  const file = join(ROOT, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${hash}\n`);
}

async function listFiles(path) {
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
