import type { Value } from '../../domain/feature.ts';
import type { Criterion, Impact, Measured, TouchedFeature } from '../../domain/impact.ts';
import type { Shape } from '../../domain/shape.ts';
import { distance } from '../../geo/distance.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowArea, rowLength } from '../../geo/row-measures.ts';
import { type Geos, loadGeos } from '../../geos/geos.ts';
import type { LayerStore } from '../layer-store.ts';
import { runInSlices, untilAborted, type Work } from '../work.ts';
import { type Footprint, footprintOf } from './footprint.ts';
import { countsRow, type MetRow, rowsMet } from './rows-met.ts';
import { soundWkb } from './sound-wkb.ts';

/** What is to be measured. */
export interface ImpactRequest {
  shapes: Shape[];
  /** Metres. */
  halfWidth: number;
  criteria: Criterion[];
}

/**
 * What one variant touches, by criterion, exact: predicates by the kernel, intersections and unions by GEOS, planar in the metric CRS of
 * the territory. Cost: the row groups around the variant, once, then some 20 µs a feature met.
 * @throws {AppError} `geometry-invalid` (see `footprintOf`), `layer-unknown`.
 */
export async function measureImpact(
  store: LayerStore,
  { shapes, halfWidth, criteria }: ImpactRequest,
  work: Work,
): Promise<Impact> {
  const geos = await untilAborted(loadGeos(), work.signal);
  const footprint = footprintOf(shapes, halfWidth, store.catalogue.territory.metricCrs, geos);
  const measured: Measured[] = [];
  const versions: Record<string, string> = {};
  for (const criterion of criteria) {
    work.signal.throwIfAborted();
    const { layer } = criterion;
    if (layer) versions[layer] = store.layer(layer).file.version;
    measured.push(await measureCriterion(store, criterion, footprint, geos, work));
  }
  return { area: footprint.area, measured, versions };
}

async function measureCriterion(
  store: LayerStore,
  criterion: Criterion,
  footprint: Footprint,
  geos: Geos,
  work: Work,
): Promise<Measured> {
  const { layer, measure } = criterion;
  if (!layer) return { ...nothing(criterion), value: footprint.area };
  if (measure === 'nearest') return nearest(store, { ...criterion, layer }, footprint, work);
  const met = await rowsMet(store, { ...criterion, layer }, footprint, work);
  const progress = { phase: 'test', layer, total: met.length } as const;
  return runInSlices(measureRows(criterion, met, footprint, geos), work, progress);
}

const nothing = ({ id }: Criterion): Measured => {
  return { criterion: id, value: 0, classes: [], features: [], missing: 0 };
};

function* measureRows(
  criterion: Criterion,
  met: readonly MetRow[],
  footprint: Footprint,
  geos: Geos,
): Generator<number, Measured> {
  const { measure, field, by } = criterion;
  const features: TouchedFeature[] = [];
  const groups = new Map<Value, { piece: Uint8Array | null; value: Value; amount: number }[]>();
  let missing = 0;
  for (const [index, { loaded, row }] of met.entries()) {
    yield index;
    const value = field ? (loaded.table.columns[field]?.[row] ?? null) : null;
    if (field && value === null) {
      missing++;
      continue;
    }
    const { amount, piece } = touch(criterion, { loaded, row }, footprint, geos);
    if (amount === null) continue;
    const amountOf = measure === 'sum' ? Number(value) : amount;
    features.push({ ...nameOf(loaded, row), amount: amountOf });
    const key = by ? (loaded.table.columns[by]?.[row] ?? null) : null;
    groups.set(key, [...(groups.get(key) ?? []), { piece, value, amount: amountOf }]);
  }
  const all = [...groups.values()].flat();
  const total = (items: typeof all) => {
    if (measure === 'area' || measure === 'length') {
      return unitedSize(
        items.flatMap(({ piece }) => piece ?? []),
        measure,
        geos,
      );
    }
    if (measure === 'count' || measure === 'cut') return items.length;
    if (measure === 'distinct') return new Set(items.map(({ value }) => value)).size;
    return items.reduce((sum, { amount }) => sum + amount, 0);
  };
  const classes = [...groups].map(([value, items]) => ({ value, amount: total(items) }));
  return {
    criterion: criterion.id,
    value: total(all),
    classes: by ? classes.sort((a, b) => b.amount - a.amount) : [],
    features,
    missing,
  };
}

/** What one feature has inside a footprint; an amount of null for one that does not count after all. */
function touch(
  { measure, within }: Criterion,
  { loaded, row }: MetRow,
  footprint: Footprint,
  geos: Geos,
): { amount: number | null; piece: Uint8Array | null } {
  const { column } = loaded.metric();
  const wkb = soundWkb(column, row, geos);
  const isSurface = column.kinds[row] === GEOMETRY_KIND.polygon;
  if (measure === 'count' && isSurface && within === undefined) {
    const piece = geos.extract(geos.intersection(footprint.wkb, wkb), 'polygon');
    return { amount: sizeOf(piece, 'area'), piece: null };
  }
  if (measure === 'area' || measure === 'length') {
    const kind = measure === 'area' ? 'polygon' : 'line';
    const piece = geos.extract(geos.intersection(footprint.wkb, wkb), kind);
    const amount = sizeOf(piece, measure);
    return amount > 0 ? { amount, piece } : { amount: null, piece: null };
  }
  if (measure === 'cut') {
    const rest = geos.extract(geos.difference(wkb, footprint.wkb), 'polygon');
    const isCut = partCount(rest) > partCount(wkb);
    return { amount: isCut ? 1 : null, piece: null };
  }
  return { amount: 1, piece: null };
}

function unitedSize(pieces: Uint8Array[], measure: 'area' | 'length', geos: Geos): number {
  if (pieces.length === 0) return 0;
  const kind = measure === 'area' ? 'polygon' : 'line';
  return sizeOf(geos.extract(geos.union(pieces), kind), measure);
}

function sizeOf(wkb: Uint8Array, measure: 'area' | 'length'): number {
  const column = readWkb([wkb]);
  return measure === 'area' ? rowArea(column, 0) : rowLength(column, 0);
}

function partCount(wkb: Uint8Array): number {
  const { partOffsets } = readWkb([wkb]);
  return (partOffsets[1] ?? 0) - (partOffsets[0] ?? 0);
}

async function nearest(
  store: LayerStore,
  criterion: Criterion & { layer: string },
  { side }: Footprint,
  work: Work,
): Promise<Measured> {
  const loaded = await store.whole(criterion.layer, work);
  const other = loaded.metric();
  let best: { row: number; metres: number } | null = null;
  for (let row = 0; row < other.column.length; row++) {
    if (!countsRow(loaded, row, criterion)) continue;
    const metres = distance(side, 0, other, row);
    if (metres < (best?.metres ?? Number.POSITIVE_INFINITY)) best = { row, metres };
  }
  if (!best) return { ...nothing(criterion), value: null };
  const feature = { ...nameOf(loaded, best.row), amount: best.metres };
  return { ...nothing(criterion), value: best.metres, features: [feature] };
}

function nameOf({ layer, table }: MetRow['loaded'], row: number): Omit<TouchedFeature, 'amount'> {
  const text = (field: string) => String(table.columns[field]?.[row] ?? '');
  const key = text(layer.key);
  return { key, title: text(layer.titleField) || key };
}
