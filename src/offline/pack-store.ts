import type { PackRecord } from './pack-record.ts';
import { packFolder } from './site-address.ts';

/** The sessions that are prepared in the site at `root`, by title. Empty where the browser keeps nothing (no HTTPS). */
export async function listPacks(root: string): Promise<PackRecord[]> {
  if (!('caches' in globalThis)) return [];
  const records = await openRecords(root);
  const kept = await Promise.all((await records.keys()).map((key) => records.match(key)));
  const read = await Promise.all(kept.flatMap((response) => response?.json() ?? []));
  return (read as PackRecord[]).sort((a, b) => a.title.localeCompare(b.title, 'fr'));
}

/** The prepared session of that id; null when there is none. */
export async function findPack(root: string, id: string): Promise<PackRecord | null> {
  const records = await openRecords(root);
  const response = await records.match(recordAddress(root, id));
  return response ? response.json() : null;
}

/** A file of a prepared session, by its path in the session's folder; null when it has none of that path. */
export async function findPackFile(
  root: string,
  id: string,
  path: string,
): Promise<Response | null> {
  const record = await findPack(root, id);
  if (!record) return null;
  const files = await caches.open(record.cache);
  return (await files.match(packFolder(root, id) + path)) ?? null;
}

/** Name of a cache for the files of a session that is about to be prepared; `stamp` tells it from those of before. */
export function packCacheName(root: string, id: string, stamp: string): string {
  return `${cachePrefix(root)}${id} ${stamp}`;
}

/** Makes a session prepared: one write decides, then the files of the preparation before it go. */
export async function commitPack(root: string, record: PackRecord): Promise<void> {
  const before = await findPack(root, record.id);
  const records = await openRecords(root);
  await records.put(recordAddress(root, record.id), Response.json(record));
  if (before) await caches.delete(before.cache);
}

/** Removes a prepared session and its files. */
export async function removePack(root: string, id: string): Promise<void> {
  const record = await findPack(root, id);
  const records = await openRecords(root);
  await records.delete(recordAddress(root, id));
  if (record) await caches.delete(record.cache);
}

/** Removes the files of preparations that did not come to their end. To be called while none is under way. */
export async function sweepPacks(root: string): Promise<void> {
  const kept = new Set((await listPacks(root)).map(({ cache }) => cache));
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(root)));
  await Promise.all(names.filter((name) => !kept.has(name)).map((name) => caches.delete(name)));
}

const openRecords = (root: string) => caches.open(`arpent-packs ${root}`);
const recordAddress = (root: string, id: string) => `${packFolder(root, id)}pack.json`;
const cachePrefix = (root: string) => `arpent-pack ${root} `;
