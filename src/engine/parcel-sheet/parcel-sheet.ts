import { AppError, errorToData } from '../../domain/errors.ts';
import {
  layersInRole,
  type ParcelSheet,
  type SheetEntry,
  type SheetLine,
} from '../../domain/parcel-sheet.ts';
import { createSide } from '../../geo/layer-index.ts';
import { projectColumn } from '../../geo/project.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowArea } from '../../geo/row-measures.ts';
import { selectRows } from '../../geo/select-rows.ts';
import { type Geos, loadGeos } from '../../geos/geos.ts';
import { findFeature } from '../find-feature.ts';
import type { LayerStore } from '../layer-store.ts';
import type { Footprint } from '../scenario/footprint.ts';
import { soundWkb } from '../scenario/sound-wkb.ts';
import { untilAborted, type Work } from '../work.ts';
import { partsAround, partsInside } from './sheet-parts.ts';

/** Which object the sheet is of, and its lines. */
export interface ParcelSheetRequest {
  layer: string;
  key: string;
  lines: SheetLine[];
}

/**
 * What lies on and around a feature with a surface, line by line: distances by the kernel, intersections and unions by GEOS. A layer
 * that cannot be read is told in its line, the others stand. Cost: the row groups around the feature, once, then some 20 µs a
 * feature met.
 * @throws {AppError} `feature-unknown`; `geometry-invalid` for a feature that covers no ground.
 */
export async function parcelSheet(
  store: LayerStore,
  { layer, key, lines }: ParcelSheetRequest,
  work: Work,
): Promise<ParcelSheet> {
  const geos = await untilAborted(loadGeos(), work.signal);
  const ground = await groundOf(store, layer, key, geos, work);
  const entries: SheetEntry[] = [];
  for (const line of lines) entries.push(await readLine(store, line, ground, geos, work));
  return { area: ground.area, entries };
}

/** The ground of a feature, its outline repaired where it touches itself. */
async function groundOf(
  store: LayerStore,
  layer: string,
  key: string,
  geos: Geos,
  work: Work,
): Promise<Footprint> {
  const feature = await findFeature(store, layer, key, work);
  if (!feature) throw new AppError('feature-unknown', `no ${layer} ${key}`, { layer, key });
  const flat = new AppError('geometry-invalid', `${layer} ${key} covers no ground`, {
    reason: 'flat',
    shape: key,
  });
  if (!feature.extent || store.layer(layer).geometry !== 'polygon') throw flat;
  const loaded = await store.holdingRow(layer, feature.row, work);
  const row = Uint32Array.of(feature.row - loaded.firstRow);
  const column = projectColumn(selectRows(loaded.table.geometry, row), loaded.crs);
  const wkb = geos.extract(soundWkb(column, 0, geos), 'polygon');
  const side = createSide(readWkb([wkb]));
  const area = rowArea(side.column, 0);
  if (!(area > 0)) throw flat;
  return { wkb, side, area };
}

async function readLine(
  store: LayerStore,
  line: SheetLine,
  ground: Footprint,
  geos: Geos,
  work: Work,
): Promise<SheetEntry> {
  const layers = layersInRole(line.role, store.catalogue.layers).map(({ id }) => id);
  const entry: SheetEntry = { line: line.id, layers, failures: [], parts: [], covered: null };
  const surfaces: Uint8Array[] = [];
  for (const layer of layers) {
    work.signal.throwIfAborted();
    try {
      const found =
        line.measure === 'touch'
          ? await partsInside(store, { ...line, layer }, ground, geos, work)
          : { parts: await partsAround(store, { ...line, layer }, ground, work), surfaces: [] };
      entry.parts.push(...found.parts);
      surfaces.push(...found.surfaces);
    } catch (error) {
      work.signal.throwIfAborted();
      entry.failures.push({ layer, error: errorToData(error) });
    }
  }
  const isTouch = line.measure === 'touch';
  entry.parts.sort((a, b) => (isTouch ? b.amount - a.amount : a.amount - b.amount));
  if (line.measure === 'nearest') entry.parts.splice(1);
  if (isTouch && layers.some((id) => store.layer(id).geometry === 'polygon')) {
    entry.covered = surfaces.length > 0 ? rowArea(readWkb([geos.union(surfaces)]), 0) : 0;
  }
  return entry;
}
