import * as v from 'valibot';
import { AppError } from '../../src/domain/errors.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { readDataFile } from '../publish/read-data-file.ts';

/**
 * What the pages of the communes show first, of a deployment's data folder or the project's own.
 * @throws {AppError} `library-invalid` with the `path` of the fault; as `readDataFile`.
 */
export async function readPageChoice(dataDir: string): Promise<PageChoice> {
  const parsed = v.safeParse(schema, await readDataFile<unknown>(dataDir, FILE));
  if (parsed.success) return parsed.output as PageChoice;
  const [issue] = parsed.issues;
  const context = { file: FILE, path: v.getDotPath(issue) ?? '' };
  throw new AppError('library-invalid', `${FILE}: ${issue.message}`, context);
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
