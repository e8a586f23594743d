import * as v from 'valibot';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { MapChoice, PageChoice } from '../../src/pages/page-choice.ts';
import { readDataFile } from '../publish/read-data-file.ts';

/**
 * What the pages of the communes show first, of a deployment's data folder or the project's own: of their map, the layers that are served.
 * @throws {AppError} `library-invalid` with the `path` of the fault; as `readDataFile`.
 */
export async function readPageChoice(dataDir: string, catalogue: Catalogue): Promise<PageChoice> {
  const parsed = v.safeParse(schema, await readDataFile<unknown>(dataDir, FILE));
  if (parsed.success) {
    const { first, map } = parsed.output as PageChoice;
    return { first, map: map.flatMap((choice) => asServed(choice, catalogue)) };
  }
  const [issue] = parsed.issues;
  const context = { file: FILE, path: v.getDotPath(issue) ?? '' };
  throw new AppError('library-invalid', `${FILE}: ${issue.message}`, context);
}

/** A layer of the map as it is served: told in words by the field that it has, in its capitals or not; none where it is not there. */
function asServed({ words, ...choice }: MapChoice, { layers }: Catalogue): MapChoice[] {
  const layer = layers.find(({ id }) => id === choice.layer);
  if (!layer) return [];
  const told = layer.fields.find(({ name }) => name.toLowerCase() === words?.toLowerCase());
  return [told ? { ...choice, words: told.name } : choice];
}

const FILE = 'commune-pages.json';

const ids = v.array(v.string());
const schema = v.object({
  first: v.array(v.object({ theme: v.string(), figures: ids, lists: v.optional(ids) })),
  map: v.array(
    v.object({
      layer: v.string(),
      opacity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      words: v.optional(v.string()),
      only: v.optional(ids),
    }),
  ),
});
