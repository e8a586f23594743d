import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection } from 'geojson';

/** Real official files, where this machine has them: the folder `real-data` of what is shared beside the project. */
const FOLDER = join(import.meta.dirname, '../../../../shared/real-data');

/** Whether the real files are on this machine. */
export const HAS_REAL_FILES = existsSync(FOLDER);

/** The bytes of one, by its path. */
export function realFile(path: string): Buffer {
  return readFileSync(join(FOLDER, path));
}

/** The features of a GeoJSON one, degrees. */
export function realFeatures(path: string): Feature[] {
  return (JSON.parse(realFile(path).toString()) as FeatureCollection).features;
}
