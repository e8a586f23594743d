import { AppError } from '../domain/errors.ts';
import type { EngineFile } from './shell.ts';

/**
 * Keeps the files of the engine, unless they are kept already; `onBytes` is told of what is there then. Paths are from `root`.
 * @throws {AppError} `layer-missing` when the host has one no more. A full disk rejects as the browser says it.
 */
export async function keepEngine(
  root: string,
  files: readonly EngineFile[],
  onBytes: (count: number) => void = () => undefined,
): Promise<void> {
  const cache = await caches.open(engineCache(root));
  for (const { path, bytes } of files) {
    const url = new URL(path, root).href;
    if (!(await cache.match(url))) await fetchInto(cache, url);
    onBytes(bytes);
  }
}

/** A kept file of the engine, by its path from `root`; null when it is not kept. */
export async function findEngineFile(root: string, path: string): Promise<Response | null> {
  const cache = await caches.open(engineCache(root));
  return (await cache.match(new URL(path, root))) ?? null;
}

/** Forgets the files of the engine but for those named. */
export async function keepEngineOnly(root: string, files: readonly EngineFile[]): Promise<void> {
  const cache = await caches.open(engineCache(root));
  const wanted = new Set(files.map(({ path }) => new URL(path, root).href));
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => !wanted.has(url)).map((key) => cache.delete(key)));
}

async function fetchInto(cache: Cache, url: string): Promise<void> {
  const response = await fetch(url);
  const { ok, status } = response;
  if (!ok) throw new AppError('layer-missing', `${url} answered ${status}`, { url, status });
  await cache.put(url, response);
}

const engineCache = (root: string) => `arpent-engine ${root}`;
