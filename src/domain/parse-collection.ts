import * as v from 'valibot';
import type { Collection } from './collection.ts';

/** The collection that a parsed `collecte.json` holds; null for anything else, or for one of another version of the form. */
export function parseCollection(json: unknown): Collection | null {
  const parsed = v.safeParse(collectionSchema, json);
  return parsed.success ? parsed.output : null;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const sourceSchema = v.object({
  id: v.string(),
  title: v.string(),
  producer: v.string(),
  licence: v.string(),
  attribution: v.string(),
  page: v.string(),
  caution: v.nullable(v.string()),
  state: v.picklist(['published', 'same', 'empty', 'failed']),
  answeredAt: v.nullable(v.string()),
  notes: v.array(v.string()),
  layers: v.array(
    v.object({
      id: v.string(),
      version: v.nullable(v.string()),
      read: count,
      kept: count,
      warnings: count,
      bytes: count,
    }),
  ),
});

const collectionSchema = v.object({
  version: v.literal(1),
  siren: v.string(),
  at: v.string(),
  sources: v.array(sourceSchema),
});
