import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { createGround } from './create-ground.ts';
import type { Ground } from './ground.ts';

/**
 * The ground of the embedded territory: made once (about ten seconds, `log` hears how far it is), then kept in
 * `node_modules/.cache/` under a name that changes with the code and the data that it is made of. All of a process share
 * it, and what is computed once a ground with it: nobody changes it.
 */
export function keptGround(log?: (what: string) => void): Ground {
  shared ??= readOrCreate(log);
  return shared;
}

let shared: Ground | null = null;

function readOrCreate(log?: (what: string) => void): Ground {
  const file = join(CACHE, `ground-${hashSources()}.bin`);
  if (!existsSync(file)) keep(file, createGround(log));
  return deserialize(readFileSync(file));
}

const ROOT = join(import.meta.dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/arpent');
const SOURCE_FOLDERS = ['scripts/demo/ground', 'data/ground'];
const SOURCE_FILES = [
  'scripts/demo/random.ts',
  'data/territory.json',
  'src/domain/crs.ts',
  'node_modules/@etalab/decoupage-administratif/package.json',
  'node_modules/@etalab/fr-bounding-boxes/package.json',
];

function hashSources(): string {
  const listed = SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const files = [...listed.sort(), ...SOURCE_FILES.map((file) => join(ROOT, file))];
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Written aside, then put in place in one stroke: the build and tests run in several processes. */
function keep(file: string, ground: Ground): void {
  mkdirSync(CACHE, { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, serialize(ground));
  renameSync(aside, file);
}
