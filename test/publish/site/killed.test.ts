import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { descriptionPath, readCatalogue, type Site } from '../../../scripts/publish/site.ts';
import { createRandom } from '../../geo/create-random.ts';
import { createEmptySite, leftovers, siteFaults } from '../../helpers/site-on-disk.ts';
import { createVersion, serveVersions } from '../../helpers/small-versions.ts';

/** `ARPENT_KILLS=500` for a long run. */
const KILLS = Number(process.env.ARPENT_KILLS ?? 30);
/** Publishers that are killed on one site. */
const ROUNDS = 10;
const TIMEOUT_MS = 20_000 + KILLS * 4_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-'));
  const entry = join(import.meta.dirname, '..', '..', 'helpers', 'publish-forever.ts');
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: folder, target: 'node20', minify: false },
  });
});
afterAll(() => rm(folder, { recursive: true }));

it(`${KILLS} publications killed, half at a step and half at a moment, leave a whole version served`, {
  timeout: TIMEOUT_MS,
}, async () => {
  const random = createRandom(20);
  for (let killed = 0; killed < KILLS; killed += ROUNDS) await killRepeatedly(random);
});

/** Kills one publisher after the other on one site, then publishes in peace; gives how often something was served. */
async function killRepeatedly(random: () => number): Promise<number> {
  const site = await createEmptySite();
  const seen: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const steps = round % 2 === 0 ? 1 + Math.floor(random() * 160) : 0;
    await killedChild(site, round, steps, random() * 120);
    const titles = await servedTitles(site);
    const where = `round ${round}, ${steps} steps, at ${titles}`;
    expect(await siteFaults(site), where).toEqual([]);
    expect(new Set(titles).size, where).toBeLessThanOrEqual(1);
    expect(isNotOlder(titles[0], seen), where).toBe(true);
  }
  await serveVersions(site, await createVersion('a', 'fin'), await createVersion('b', 'fin'));
  expect(await siteFaults(site)).toEqual([]);
  expect(await leftovers(site)).toEqual([]);
  const kept = JSON.parse(await readFile(descriptionPath(site, 'a'), 'utf8'));
  expect(kept.title).toBe('Essai');
  return seen.length;
}

/** Publishes in a process of its own until it dies, by its own hand after that many steps or by ours after a while. */
async function killedChild(site: Site, round: number, steps: number, wait: number): Promise<void> {
  const script = join(folder, 'publish-forever.js');
  const args = [script, site.publicDir, site.dataDir, String(round), String(steps)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const died = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal));
  });
  await begun(child);
  if (steps === 0) {
    await pause(wait);
    child.kill('SIGKILL');
  }
  expect(await died).toBe('SIGKILL');
}

function begun(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => resolve());
  });
}

async function servedTitles(site: Site): Promise<string[]> {
  return ((await readCatalogue(site))?.layers ?? []).map(({ title }) => title);
}

/** Whether what is served is what was served before, or came later; remembers it. */
function isNotOlder(title: string | undefined, seen: number[]): boolean {
  if (title === undefined) return seen.length === 0;
  const [round, number] = title.split('.').map(Number) as [number, number];
  const moment = round * 10_000 + number;
  const last = seen.at(-1) ?? 0;
  seen.push(moment);
  return moment >= last;
}
