import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM_CLOCK } from '../../scripts/collect/fetch/clock.ts';
import { runCollect } from '../../scripts/collect/run-collect.ts';
import type { Site } from '../../scripts/publish/site.ts';

/** The folders of a deployment that collects from a local server. */
export interface Collecting {
  folder: string;
  site: Site;
  /** What the environment of a command on it says. */
  env: Record<string, string>;
  /** `npm run collect` with these words, in this process; waiting before a request is tried again takes no time, silence counts as such after two seconds. */
  run(...words: string[]): Promise<CollectRun>;
  /** Removes the folders, and takes the environment back. */
  remove(): Promise<void>;
}

/** What a run said and how it ended. */
export interface CollectRun {
  code: number;
  /** The answer. */
  printed: string;
  /** Everything else. */
  said: string;
}

/**
 * A deployment of the project's recipes, descriptions and themes, without a layer, and without the limits that spare official hosts. `mirror`
 * is the address of the server that stands for them.
 */
export async function createCollecting(mirror: string): Promise<Collecting> {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-collect-'));
  const site = { publicDir: join(folder, 'public'), dataDir: join(folder, 'data') };
  for (const name of ['territory.json', 'themes', 'layers', 'sources']) {
    await cp(join(PROJECT_DATA, name), join(site.dataDir, name), { recursive: true });
  }
  await writeFile(join(site.dataDir, 'services.json'), await unlimited());
  const env = {
    ARPENT_PUBLIC: site.publicDir,
    ARPENT_DATA: site.dataDir,
    ARPENT_CACHE: join(folder, 'cache'),
    ARPENT_MIRROR: mirror,
  };
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  return {
    folder,
    site,
    env,
    run: async (...words) => {
      Object.assign(process.env, env);
      return runHere(words);
    },
    remove: async () => {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runHere(words: string[]): Promise<CollectRun> {
  const [printed, said]: [string[], string[]] = [[], []];
  const io = {
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    progress: { say: () => {}, clear: () => {} },
    signal: new AbortController().signal,
  };
  const code = await runCollect(words, io, {
    clock: { ...SYSTEM_CLOCK, sleep: async () => {} },
    patience: { connectMs: 2000, headersMs: 2000, bodyMs: 2000 },
    maxAttempts: 2,
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

/** The services of the project, as fast as they can be asked. */
async function unlimited(): Promise<string> {
  const services = JSON.parse(await readFile(join(PROJECT_DATA, 'services.json'), 'utf8'));
  const fast = Object.entries(services).map(([name, limit]) => {
    return [name, { ...(limit as object), perSecond: 10_000, atOnce: 8 }];
  });
  return JSON.stringify(Object.fromEntries(fast));
}

const PROJECT_DATA = join(import.meta.dirname, '..', '..', 'data');
