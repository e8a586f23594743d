import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { CollectedLayer } from '../../src/domain/collection.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { writeWhole } from '../publish/write-whole.ts';
import type { CollectTerritory } from './collect-territory.ts';
import type { Part } from './part.ts';
import type { Recipe } from './recipe.ts';

/** What became of a source when it was last made: a file of the cache. */
export interface SourceState {
  version: 1;
  /** Of all that it was made of: see `fingerprintOf`. */
  fingerprint: string;
  /** When it last answered whole, ISO 8601 in UTC. */
  answeredAt: string;
  notes: string[];
  layers: CollectedLayer[];
}

/** What a source is made of. */
export interface SourceInputs {
  recipe: Recipe;
  territory: CollectTerritory;
  parts: readonly Part[];
  /** Words and style that its layers begin with. */
  bases: readonly (LayerMeta | null)[];
  /** Version of the communes that rows are kept by; null where none is served. */
  communes: string | null;
}

/** Tells whether anything that a source is made of has changed: hexadecimal SHA-256. The layer of the communes counts where rows are kept by place. */
export function fingerprintOf(inputs: SourceInputs): string {
  const { recipe, territory, parts, bases, communes } = inputs;
  const isByPlace = recipe.layers.some(({ keep }) => keep.by === 'place');
  const codes = territory.communes.map(({ code }) => code);
  const bodies = parts.map(({ key, sha256 }) => [key, sha256]);
  const all = [MAKING, recipe, territory.siren, codes, bodies, bases, isByPlace ? communes : null];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** How layers are made of parts: another number makes all of them again. */
const MAKING = 1;

/** The state at a path; null where there is none, or one that says something else. */
export async function readState(path: string): Promise<SourceState | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = v.safeParse(stateSchema, parseJson(text));
  return parsed.success ? parsed.output : null;
}

/** @throws {AppError} as `writeWhole`. */
export async function writeState(path: string, state: SourceState): Promise<void> {
  await writeWhole(path, `${JSON.stringify(state, null, 1)}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const stateSchema = v.object({
  version: v.literal(1),
  fingerprint: v.string(),
  answeredAt: v.string(),
  notes: v.array(v.string()),
  layers: v.array(
    v.object({
      id: v.string(),
      version: v.nullable(v.string()),
      read: v.number(),
      kept: v.number(),
      warnings: v.number(),
      bytes: v.number(),
    }),
  ),
});
