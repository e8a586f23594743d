import { AppError } from '../../domain/errors.ts';
import type { LeastParcels, LeastParcelsRequest } from '../../domain/least-parcels.ts';
import type { ShapeGeometry } from '../../domain/shape.ts';
import { createSide } from '../../geo/layer-index.ts';
import { unprojectColumn } from '../../geo/project.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowArea, rowLength } from '../../geo/row-measures.ts';
import { rowsInReach } from '../../geo/rows-in-reach.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import { within } from '../../geo/within.ts';
import { type Geos, loadGeos } from '../../geos/geos.ts';
import type { LayerStore } from '../layer-store.ts';
import { runInSlices, untilAborted, type Work } from '../work.ts';
import { chooseParcels } from './choose-parcels.ts';
import { type Footprint, footprintOf } from './footprint.ts';
import { rowsMet } from './rows-met.ts';
import { soundWkb } from './sound-wkb.ts';

/** Parcels of a sector beyond which a choice among them is no more a matter of a click. */
const MOST_PARCELS = 600;

/** Metres of border that two parcels must share to be adjacent: less is a corner. */
const LEAST_BORDER = 0.1;

/**
 * The whole parcels of a sector, adjacent to one another, that reach an area for the least of what is to be spared. Areas in m²,
 * planar, in the metric CRS of the territory. Null when no adjacent parcels reach it.
 * @throws {AppError} `geometry-invalid` (see `footprintOf`); `too-large` with the `count` and the `limit` of parcels.
 */
export async function leastParcels(
  store: LayerStore,
  { shape, layer, area, spare, farmland }: LeastParcelsRequest,
  work: Work,
): Promise<LeastParcels | null> {
  const geos = await untilAborted(loadGeos(), work.signal);
  const { metricCrs } = store.catalogue.territory;
  const sector = footprintOf([shape], 0, metricCrs, geos);
  const criterion = { id: layer, label: '', measure: 'count', sense: 0, unit: '', layer } as const;
  const met = await rowsMet(store, criterion, sector, work);
  const own = met.filter(({ loaded, row }) => within(loaded.metric(), row, sector.side, 0));
  if (own.length > MOST_PARCELS) {
    const context = { count: own.length, limit: MOST_PARCELS };
    throw new AppError('too-large', `${own.length} parcels in the sector`, context);
  }
  const wkbs = own.map(({ loaded, row }) => soundWkb(loaded.metric().column, row, geos));
  const gives = own.map(({ loaded, row }) => rowArea(loaded.metric().column, row));
  const farmed = await farmedAreas(store, farmland, sector, wkbs, geos, work);
  const costs = { parcels: gives.map(() => 1), area: gives, farmland: farmed }[spare];
  const neighbours = adjacency(wkbs, geos);
  const progress = { phase: 'test', layer, total: own.length } as const;
  const steps = chooseParcels({ gives, costs, neighbours }, area);
  const chosen = await runInSlices(steps, work, progress);
  if (!chosen) return null;
  const united = geos.extract(
    geos.union(chosen.parcels.map((parcel) => wkbs[parcel] as Uint8Array)),
    'polygon',
  );
  return {
    keys: chosen.parcels.map((parcel) => {
      const { loaded, row } = own[parcel] as (typeof own)[number];
      return String(loaded.table.columns[loaded.layer.key]?.[row]);
    }),
    geometry: rowToGeometry(unprojectColumn(readWkb([united]), metricCrs), 0) as ShapeGeometry,
    area: chosen.gives,
    farmland: chosen.parcels.reduce((sum, parcel) => sum + (farmed[parcel] as number), 0),
    candidates: own.length,
    isExact: chosen.isExact,
    cost: chosen.cost,
    bound: chosen.bound,
  };
}

/** m² of farmland in each parcel, what overlaps counted once; zeros where no layer says. */
async function farmedAreas(
  store: LayerStore,
  layer: string | null,
  sector: Footprint,
  wkbs: Uint8Array[],
  geos: Geos,
  work: Work,
): Promise<number[]> {
  if (!layer) return wkbs.map(() => 0);
  const criterion = { id: layer, label: '', measure: 'area', sense: 0, unit: '', layer } as const;
  const met = await rowsMet(store, criterion, sector, work);
  if (met.length === 0) return wkbs.map(() => 0);
  const fields = geos.union(
    met.map(({ loaded, row }) => soundWkb(loaded.metric().column, row, geos)),
  );
  return wkbs.map((wkb) =>
    rowArea(readWkb([geos.extract(geos.intersection(wkb, fields), 'polygon')]), 0),
  );
}

/** For each polygon, those that it shares a border with, corners left out. */
function adjacency(wkbs: Uint8Array[], geos: Geos): number[][] {
  const side = createSide(readWkb(wkbs));
  const neighbours: number[][] = wkbs.map(() => []);
  for (let one = 0; one < wkbs.length; one++) {
    for (const other of rowsInReach(side, one, side, 0)) {
      if (other <= one) continue;
      const shared = geos.intersection(wkbs[one] as Uint8Array, wkbs[other] as Uint8Array);
      const border = rowLength(readWkb([geos.extract(shared, 'line')]), 0);
      const common = rowArea(readWkb([geos.extract(shared, 'polygon')]), 0);
      if (border < LEAST_BORDER && common === 0) continue;
      neighbours[one]?.push(other);
      neighbours[other]?.push(one);
    }
  }
  return neighbours;
}
