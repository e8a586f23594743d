import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { readGeoJson } from '../../loaders/geojson.ts';
import { readZippedShapefile } from './shapefile.ts';
import type { Reader, Source } from './source.ts';

/** Extension → reader. A format is one file and one line here. */
const READERS: Record<string, Reader> = {
  '.geojson': readGeoJson,
  '.json': readGeoJson,
  '.zip': readZippedShapefile,
};

/** The extensions that can be published. */
export const EXTENSIONS = Object.keys(READERS);

/**
 * A source file, read by the reader of its extension.
 * @throws {AppError} `source-unreadable` when it is absent, empty or broken; `format-unknown` for another extension.
 */
export async function readSource(path: string): Promise<Source> {
  const name = basename(path);
  const reader = READERS[extname(path).toLowerCase()];
  const data = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'absent' : 'denied';
    throw new AppError(
      'source-unreadable',
      `${path}: ${cause.code}`,
      { source: path, reason },
      cause,
    );
  });
  if (!reader) throw new AppError('format-unknown', `no reader for ${name}`, { source: name });
  if (data.length === 0) {
    throw new AppError('source-unreadable', `${name} is empty`, { source: name, reason: 'empty' });
  }
  return reader(data, name);
}
