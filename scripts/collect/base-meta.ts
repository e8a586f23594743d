import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { layerMetaSchema } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';

/**
 * The words and style that an official layer begins with: `layers/<id>.json` of a deployment's data, else of the project's; null where neither
 * has it. Which service answers for it is not among them: another territory has others.
 * @throws {AppError} `source-unreadable`, reason `description`, for one that is no description.
 */
export async function readBaseMeta(dataDir: string, id: string): Promise<LayerMeta | null> {
  const source = `layers/${id}.json`;
  const text = (await read(join(dataDir, source))) ?? (await read(join(OWN_DATA, source)));
  if (text === null) return null;
  const parsed = v.safeParse(layerMetaSchema, JSON.parse(text));
  if (parsed.success) {
    const { service: _service, ...meta } = parsed.output as LayerMeta;
    return meta;
  }
  const field = v.getDotPath(parsed.issues[0]) ?? '';
  const context = { source, reason: 'description', field };
  throw new AppError('source-unreadable', `${source} at ${field}`, context);
}

function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

const OWN_DATA = join(import.meta.dirname, '..', '..', 'data');
