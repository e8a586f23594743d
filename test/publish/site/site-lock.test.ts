import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readCatalogue, type Site } from '../../../scripts/publish/site.ts';
import { withSite } from '../../../scripts/publish/site-lock.ts';
import { commandSentence } from '../../../scripts/publish/site-sentences.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { createEmptySite, leftovers, siteFaults } from '../../helpers/site-on-disk.ts';
import { createVersion, serveVersions } from '../../helpers/small-versions.ts';

const lockPath = (site: Site) => join(site.publicDir, '.publish.lock');
const writeLock = async (site: Site, holder: object | string) => {
  await mkdir(site.publicDir, { recursive: true });
  await writeFile(lockPath(site), typeof holder === 'string' ? holder : JSON.stringify(holder));
};
const holder = (changes: object) => ({
  pid: process.pid,
  host: hostname(),
  since: '2026-01-01T00:00:00.000Z',
  token: 'autre',
  ...changes,
});
const attempt = (site: Site) => withSite(site, async () => 'fait', { patience: 100 });
const refusal = async (site: Site) => {
  const error = await attempt(site).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('no AppError');
  return commandSentence(error);
};

describe('the lock of a site', () => {
  it('lets eight publications at once through one after the other, and none is lost', async () => {
    const site = await createEmptySite();
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const versions = await Promise.all(ids.map((id) => createVersion(id, 'un')));
    await Promise.all(versions.map((version) => serveVersions(site, version)));
    const served = (await readCatalogue(site))?.layers.map(({ id }) => id);
    expect(served?.sort()).toEqual(ids);
    expect(await siteFaults(site)).toEqual([]);
    expect(await leftovers(site)).toEqual([]);
  });

  it('tells who publishes when that one is not done in time', async () => {
    const site = await createEmptySite();
    const other = spawn('sleep', ['60']);
    await writeLock(site, holder({ pid: other.pid }));
    expect(await refusal(site)).toContain(`(processus ${other.pid} sur ${hostname()}`);
    other.kill();
    await writeLock(site, holder({ pid: 1, host: 'autre-machine' }));
    expect(await refusal(site)).toContain('supprimez');
  });

  it('is taken over from a process that no longer runs, and from one that never wrote its name', async () => {
    const site = await createEmptySite();
    const gone = spawn('true');
    await new Promise((resolve) => gone.on('exit', resolve));
    for (const content of [holder({ pid: gone.pid }), holder({}), '', '{"pid":']) {
      await writeLock(site, content);
      const old = new Date(Date.now() - 60_000);
      await utimes(lockPath(site), old, old);
      expect(await attempt(site)).toBe('fait');
    }
    await writeLock(site, '');
    expect(await refusal(site)).toContain('Une autre publication est en cours');
  });

  it('of nobody, from a clock that ran ahead, is taken over after a while', async () => {
    const site = await createEmptySite();
    await writeLock(site, '');
    const tomorrow = new Date(Date.now() + 86_400_000);
    await utimes(lockPath(site), tomorrow, tomorrow);
    const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(6000);
    expect(await attempt(site)).toBe('fait');
    clock.mockRestore();
  });

  it('notices when it was taken away', async () => {
    const site = await createEmptySite();
    const work = withSite(site, async (locked) => {
      await writeLock(site, holder({}));
      await locked.assertHeld();
    });
    await expect(work).rejects.toMatchObject({ context: { reason: 'lock-lost' } });
    expect(JSON.parse(await readFile(lockPath(site), 'utf8')).token).toBe('autre');
  });

  it('leaves no folder behind where nothing was published', async () => {
    const site = await createEmptySite();
    await expect(withSite(site, () => Promise.reject(new Error('non')))).rejects.toThrow('non');
    expect(existsSync(site.publicDir)).toBe(false);
  });
});

describe('a folder that cannot be written', () => {
  it('is refused in French: a file in its place, a name too long', async () => {
    const site = await createEmptySite();
    await writeFile(site.publicDir, '');
    expect(await refusal(site)).toContain('un fichier porte le nom');
    const long = { ...site, publicDir: join(site.dataDir, 'x'.repeat(300)) };
    expect(await refusal(long)).toContain('trop long');
  });

  it.skipIf(process.getuid?.() === 0)('is refused in French: no right to write', async () => {
    const site = await createEmptySite();
    await mkdir(site.publicDir);
    await chmod(site.publicDir, 0o500);
    expect(await refusal(site)).toContain('pas le droit');
    expect((await stat(site.publicDir)).isDirectory()).toBe(true);
  });
});
