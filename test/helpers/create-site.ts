import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { runPublish } from '../../scripts/publish/run-publish.ts';
import { serveSite } from '../../scripts/serve.mjs';
import { runCommand } from './run-command.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A deployment of its own in a temporary folder, with the app that was built, to publish into. */
export interface TemporarySite {
  url: string;
  folder: string;
  publicDir: string;
  /** What the command does with these arguments, without the second that another process takes to start. */
  publish(...words: string[]): Promise<void>;
  /** The command itself, with its arguments. */
  npmPublish(...words: string[]): Promise<unknown>;
}

/** A deployment that is gone when the test ends. */
export async function createSite(): Promise<TemporarySite> {
  const { close, ...site } = await openSite();
  onTestFinished(close);
  return site;
}

/** A deployment, and how it is closed and removed. */
export async function openSite(): Promise<TemporarySite & { close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-'));
  const [publicDir, dataDir] = [join(folder, 'public'), join(folder, 'data')];
  for (const file of ['themes', 'territory.json']) {
    await cp(join(ROOT, 'data', file), join(dataDir, file), { recursive: true });
  }
  const served = await serveSite({ publicDir, distDir: join(ROOT, 'dist') });
  const places = { ARPENT_PUBLIC: publicDir, ARPENT_DATA: dataDir };
  return {
    url: served.url,
    folder,
    publicDir,
    async publish(...words) {
      for (const [name, place] of Object.entries(places)) vi.stubEnv(name, place);
      await runCommand(runPublish, words).finally(vi.unstubAllEnvs);
    },
    npmPublish: (...words) =>
      promisify(execFile)('npm', ['run', '--silent', 'publish', '--', ...words], {
        cwd: ROOT,
        env: { ...process.env, ...places },
      }),
    async close() {
      await served.close();
      await rm(folder, { recursive: true });
    },
  };
}
