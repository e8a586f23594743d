import { AppError } from '../../domain/errors.ts';
import type { Gdal } from '../../gdal/gdal.ts';
import { readGeoJson } from '../../loaders/geojson.ts';
import type { PrepareStep } from '../prepare.ts';
import type { SourceFile } from '../source-file.ts';
import { readZippedShapefile } from './shapefile.ts';
import type { SourceTable } from './source.ts';

/** What readers may use. */
export interface ReadContext {
  gdal(): Promise<Gdal>;
  onStep?: (step: PrepareStep) => void;
  signal?: AbortSignal;
}

/**
 * Every table of the files handed over, in the order of their paths.
 * @throws {AppError} `source-unreadable` when a file is empty or broken; `format-unknown` when none can be read.
 */
export async function readFiles(
  files: readonly SourceFile[],
  _context: ReadContext,
): Promise<SourceTable[]> {
  return files.map((file) => {
    const { path, bytes } = file;
    if (bytes.length === 0) {
      throw new AppError('source-unreadable', `${path} is empty`, {
        source: path,
        reason: 'empty',
      });
    }
    const name =
      path
        .split('/')
        .at(-1)
        ?.replace(/\.[^.]*$/, '') ?? path;
    if (/\.(geo)?json$/i.test(path))
      return { name, path, findings: [], ...readGeoJson(bytes, path) };
    if (/\.zip$/i.test(path))
      return { name, path, findings: [], ...readZippedShapefile(bytes, path) };
    throw new AppError('format-unknown', `no reader for ${path}`, { source: path });
  });
}
