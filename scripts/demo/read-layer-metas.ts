import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { layerMetaSchema } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { findJsonFault } from '../../src/loaders/json-fault.ts';
import type { LibraryFault } from '../library/library-fault.ts';
import { faultsText } from '../library/messages.ts';
import { shapeFault } from '../library/shape-fault.ts';
import type { Site } from '../publish/site.ts';

/**
 * What `layers/<id>.json` of the data folder says of each of these layers.
 * @throws {AppError} `layer-invalid`, whose message is French and lists every fault of every file with its place;
 * `source-unreadable` for a file that is missing, or that is no JSON.
 */
export async function readLayerMetas(
  { dataDir }: Pick<Site, 'dataDir'>,
  ids: readonly string[],
): Promise<LayerMeta[]> {
  const faults: LibraryFault[] = [];
  const metas: LayerMeta[] = [];
  for (const id of ids) {
    const file = `layers/${id}.json`;
    const parsed = v.safeParse(layerMetaSchema, await readJson(dataDir, file));
    if (parsed.success) metas.push(parsed.output as LayerMeta);
    else faults.push(...parsed.issues.map((issue) => shapeFault(file, '', issue, layerMetaSchema)));
  }
  const [first] = faults;
  if (!first) return metas;
  const context = { path: first.path, file: first.file, faults: faults.length };
  throw new AppError('layer-invalid', faultsText(faults), context);
}

async function readJson(dataDir: string, source: string): Promise<unknown> {
  const text = await readFile(join(dataDir, source), 'utf8').catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
      const context = { source, reason: 'absent' };
      throw new AppError('source-unreadable', `no ${source}`, context, cause);
    },
  );
  try {
    return JSON.parse(text);
  } catch (cause) {
    const context = { source, reason: 'json', ...findJsonFault(text) };
    throw new AppError('source-unreadable', `${source} is no JSON`, context, cause);
  }
}
