import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../src/domain/errors.ts';
import type { Site } from './site.ts';
import { afterwards, onDisk, remove } from './write-whole.ts';

/** A site that this process alone may write. */
export interface LockedSite extends Site {
  /** @throws {AppError} `site-unwritable`, reason `lock-lost`, when somebody took the lock away meanwhile. */
  assertHeld(): Promise<void>;
}

/** Who writes a site: content of `.publish.lock`. */
export interface LockHolder {
  pid: number;
  host: string;
  /** ISO 8601 in UTC. */
  since: string;
  token: string;
}

/** How to wait for another publication. */
export interface LockOptions {
  /** Milliseconds to wait at most; two minutes unless told. */
  patience?: number;
  /** Hears once whom it waits for. */
  onWait?: (holder: LockHolder | null) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Does some work on a site while nobody else writes it. The lock of a process that no longer runs on this machine, or one
 * that was never finished, is taken over. A public folder that was made for the lock and stayed empty is removed.
 * @throws {AppError} `site-unwritable`: reason `busy` with the holder's `pid`, `host` and `since` when the other is not done
 * in time; else as `onDisk`.
 */
export async function withSite<T>(
  site: Site,
  work: (site: LockedSite) => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const path = join(site.publicDir, '.publish.lock');
  const made = await onDisk(site.publicDir, () => mkdir(site.publicDir, { recursive: true }));
  const token = await acquire(path, options);
  const assertHeld = async () => {
    if ((await readHolder(path))?.token === token) return;
    throw new AppError('site-unwritable', 'lock was taken away', { path, reason: 'lock-lost' });
  };
  const [done] = await Promise.allSettled([work({ ...site, assertHeld })]);
  const folder = made ? site.publicDir : null;
  const [released] = await Promise.allSettled([release(path, token, folder)]);
  if (done.status === 'rejected') throw done.reason;
  if (released.status === 'rejected') throw afterwards(released.reason);
  return done.value;
}

/** Lets others in; `folder`, when it was left empty, goes too. */
async function release(path: string, token: string, folder: string | null): Promise<void> {
  try {
    if ((await readHolder(path))?.token === token) await remove(path);
  } finally {
    HELD.delete(token);
  }
  if (folder !== null) await removeIfEmpty(folder);
}

async function acquire(path: string, options: LockOptions): Promise<string> {
  const start = performance.now();
  const waited = () => performance.now() - start;
  let hasTold = false;
  for (;;) {
    options.signal?.throwIfAborted();
    const token = await tryLock(path);
    if (token) {
      await removeAbandoned(path);
      return token;
    }
    const holder = await readHolder(path);
    const isNameless = holder === null && waited() > UNFINISHED_MS;
    if (isNameless || (await isStale(path, holder))) {
      await takeAway(path, holder);
      continue;
    }
    if (!hasTold) options.onWait?.(holder);
    hasTold = true;
    if (waited() > (options.patience ?? PATIENCE_MS)) throw busy(path, holder);
    await pause(POLL_MS);
  }
}

async function tryLock(path: string): Promise<string | null> {
  const token = randomUUID();
  const since = new Date().toISOString();
  const holder: LockHolder = { pid: process.pid, host: hostname(), since, token };
  return onDisk(path, async () => {
    const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (!file) return null;
    HELD.add(token);
    try {
      await file.writeFile(`${JSON.stringify(holder)}\n`);
    } catch (error) {
      HELD.delete(token);
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return token;
  });
}

/** The holder; null when there is none, or when it has not written its name. */
async function readHolder(path: string): Promise<LockHolder | null> {
  const text = await readFile(path, 'utf8').catch(absent);
  try {
    return text ? (JSON.parse(text) as LockHolder) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function isStale(path: string, holder: LockHolder | null): Promise<boolean> {
  if (holder?.host === hostname() && holder.pid === process.pid) return !HELD.has(holder.token);
  if (holder) return holder.host === hostname() && !isRunning(holder.pid);
  const age = Date.now() - ((await stat(path).catch(absent))?.mtimeMs ?? Date.now());
  return age > UNFINISHED_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Moves a stale lock away; if another process was quicker and it is that one's new lock that went, puts it back. */
async function takeAway(path: string, seen: LockHolder | null): Promise<void> {
  const away = `${path}.${randomUUID()}`;
  const moved = await rename(path, away).then(() => true, absent);
  if (!moved) return;
  const taken = await readHolder(away);
  if (taken && taken.token !== seen?.token) await rename(away, path);
  else await rm(away, { force: true });
}

/** Stale locks that a process had moved away when it died itself. */
async function removeAbandoned(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const file = join(dirname(path), name);
    if (!file.startsWith(`${path}.`)) continue;
    const holder = await readHolder(file);
    if (!holder || (await isStale(file, holder))) await remove(file);
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error;
  });
}

function busy(path: string, holder: LockHolder | null): AppError {
  const { pid, host, since } = holder ?? { pid: null, host: null, since: null };
  const context = { path, reason: 'busy', pid, host, since };
  return new AppError('site-unwritable', `${path} is held by ${pid} on ${host}`, context);
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Locks whose file this process made and did not remove: another one of its number is that of a process before it. */
const HELD = new Set<string>();

const PATIENCE_MS = 120_000;
const POLL_MS = 50;
/** A lock without a name is that of a process that died in between. */
const UNFINISHED_MS = 5_000;
