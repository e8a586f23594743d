import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../../src/domain/library.ts';

/** Writes `library.json` into a folder that is served, in one stroke. */
export async function writeLibrary(publicDir: string, library: Library): Promise<void> {
  const path = join(publicDir, 'library.json');
  await mkdir(publicDir, { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(library)}\n`);
  await rename(`${path}.part`, path);
}
