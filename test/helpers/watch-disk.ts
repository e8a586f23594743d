import type { FileHandle } from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';

/** Functions of `node:fs/promises` that change the disk. */
const CHANGING = ['open', 'rename', 'rm', 'mkdir', 'rmdir', 'link'] as const;

/**
 * Calls `before` ahead of each call that changes the disk, writes to open files and their flushes included, in the whole
 * process: it may throw in place of the call. Gives a function that ends it.
 */
export function watchDisk(before: (what: string) => void): () => void {
  const fs = createRequire(import.meta.url)('node:fs/promises');
  const originals = Object.fromEntries(CHANGING.map((name) => [name, fs[name]]));
  for (const name of CHANGING) {
    fs[name] = async (...args: unknown[]) => {
      const reads = name === 'open' && !/[wa+]/.test(String(args[1] ?? 'r'));
      if (!reads) before(`${name} ${args[0]}`);
      const result = await originals[name](...args);
      return name === 'open' ? watchHandle(result, String(args[0]), before) : result;
    };
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, originals);
    syncBuiltinESMExports();
  };
}

function watchHandle(handle: FileHandle, path: string, before: (what: string) => void): FileHandle {
  for (const name of ['writeFile', 'sync'] as const) {
    const original = handle[name].bind(handle) as (...args: unknown[]) => Promise<void>;
    handle[name] = async (...args: unknown[]) => {
      before(`${name} ${path}`);
      await original(...args);
    };
  }
  return handle;
}
