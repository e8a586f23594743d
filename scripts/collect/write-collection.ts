import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectedSource, Collection } from '../../src/domain/collection.ts';
import { parseCollection } from '../../src/domain/parse-collection.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { sourceNotes } from './source-notes.ts';
import type { SourceOutcome } from './source-outcome.ts';

/**
 * Writes what became of a collection to `collecte.json` of a public folder, whole or not at all. Sources and layers of the same territory
 * that were not asked for this time stay as they were told.
 * @throws {AppError} as `writeWhole`.
 */
export async function writeCollection(
  publicDir: string,
  siren: string,
  outcomes: readonly SourceOutcome[],
): Promise<Collection> {
  const path = join(publicDir, 'collecte.json');
  const before = await readCollection(path);
  const known = before?.siren === siren ? before.sources : [];
  const news = outcomes.map((outcome) => {
    const earlier = known.find(({ id }) => id === outcome.recipe.id);
    return toCollectedSource(outcome, earlier);
  });
  const ids = new Set(news.map(({ id }) => id));
  const sources = [...news, ...known.filter(({ id }) => !ids.has(id))];
  sources.sort((a, b) => (a.title < b.title ? -1 : 1));
  const collection: Collection = { version: 1, siren, at: new Date().toISOString(), sources };
  await writeWhole(path, `${JSON.stringify(collection)}\n`);
  return collection;
}

function toCollectedSource(
  outcome: SourceOutcome,
  earlier: CollectedSource | undefined,
): CollectedSource {
  const { recipe, state, answeredAt, layers } = outcome;
  const { id, title, producer, licence, attribution, page, caution = null } = recipe;
  const asked = new Set(layers.map((layer) => layer.id));
  const others = earlier?.layers.filter((layer) => !asked.has(layer.id)) ?? [];
  const facts = { id, title, producer, licence, attribution, page, caution };
  const notes = sourceNotes(outcome);
  return { ...facts, state, answeredAt, notes, layers: [...layers, ...others] };
}

/** What was told of the last collection; null for nothing that can be read. */
async function readCollection(path: string): Promise<Collection | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  try {
    return text === null ? null : parseCollection(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
