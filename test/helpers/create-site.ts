import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * A deployment of its own in a temporary folder, with the app that was built, to publish into; it is gone when the test ends.
 * `publish` is the command, with its arguments.
 */
export async function createSite() {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-'));
  const [publicDir, dataDir] = [join(folder, 'public'), join(folder, 'data')];
  for (const file of ['themes', 'territory.json']) {
    await cp(join(ROOT, 'data', file), join(dataDir, file), { recursive: true });
  }
  const served = await serveSite({ publicDir, distDir: join(ROOT, 'dist') });
  onTestFinished(async () => {
    await served.close();
    await rm(folder, { recursive: true });
  });
  const env = { ...process.env, ARPENT_PUBLIC: publicDir, ARPENT_DATA: dataDir };
  return {
    url: served.url,
    folder,
    publicDir,
    publish: (...words: string[]) =>
      promisify(execFile)('npm', ['run', '--silent', 'publish', '--', ...words], {
        cwd: ROOT,
        env,
      }),
  };
}
