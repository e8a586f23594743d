import type { LayerFault, LayerFaults } from '../domain/geometry-fault.ts';
import { writeWkb } from '../geo/write-wkb.ts';
import { type Geos, loadGeos } from '../geos/geos.ts';
import type { LayerStore } from './layer-store.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { runInSlices, untilAborted, type Work } from './work.ts';

/**
 * The features of a layer whose geometry could not be read and, with `check`, those whose geometry breaks a rule of OGC
 * Simple Features, each with the first fault that GEOS finds. Checked as published, in degrees. Reads the layer whole;
 * a check costs about 20 µs a parcel.
 */
export async function layerFaults(
  store: LayerStore,
  request: { layer: string; check: boolean },
  work: Work,
): Promise<LayerFaults> {
  const loaded = await store.whole(request.layer, work);
  const unread = loaded.table.faults.map(({ row, reason }) =>
    ofRow(loaded, row, { reason, isRead: false, at: null }),
  );
  if (!request.check) return { faults: unread, checked: 0 };
  const geos = await untilAborted(loadGeos(), work.signal);
  const total = loaded.table.geometry.length;
  const progress = { phase: 'test', layer: request.layer, total } as const;
  const { faults, checked } = await runInSlices(checkRows(loaded, geos), work, progress);
  return { faults: [...unread, ...faults].sort((a, b) => a.row - b.row), checked };
}

function* checkRows(loaded: LoadedRows, geos: Geos): Generator<number, LayerFaults> {
  const { geometry } = loaded.table;
  const faults: LayerFault[] = [];
  let checked = 0;
  for (let row = 0; row < geometry.length; row++) {
    yield row;
    const wkb = writeWkb(geometry, row);
    if (!wkb) continue;
    checked++;
    const found = geos.validReason(wkb);
    if (!found) continue;
    const at = Number.isNaN(found.x) ? null : ([found.x, found.y] as const);
    faults.push(ofRow(loaded, row, { reason: found.code, isRead: true, at }));
  }
  return { faults, checked };
}

function ofRow(
  { layer, table, firstRow }: LoadedRows,
  row: number,
  fault: Omit<LayerFault, 'row' | 'key'>,
): LayerFault {
  return { row: firstRow + row, key: String(table.columns[layer.key]?.[row]), ...fault };
}
