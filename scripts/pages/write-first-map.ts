import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { drawFirstMap } from './draw-first-map.ts';

/**
 * Draws the picture of a site's first map, `premiere-carte.svg`. Some seconds.
 * @throws {AppError} as `drawFirstMap`, `writeWhole`.
 */
export async function writeFirstMap(folder: string, catalogue: Catalogue): Promise<void> {
  await writeWhole(join(folder, 'premiere-carte.svg'), await drawFirstMap(folder, catalogue));
}
