import type { SheetLine, SheetPart } from '../../domain/parcel-sheet.ts';
import { MAX_DISTANCE_M } from '../../domain/question.ts';
import { distance } from '../../geo/distance.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowArea, rowLength } from '../../geo/row-measures.ts';
import type { Geos } from '../../geos/geos.ts';
import { featureAt } from '../find-feature.ts';
import type { LayerStore } from '../layer-store.ts';
import type { Footprint } from '../scenario/footprint.ts';
import { type MetRow, rowsMet } from '../scenario/rows-met.ts';
import { soundWkb } from '../scenario/sound-wkb.ts';
import { runInSlices, type Work } from '../work.ts';

/** A line of the sheet on one of its layers. */
export type LayerLine = SheetLine & { layer: string };

/** What of a layer lies inside a ground, parted by the values of the line's fields, and its surfaces there as WKB. */
export async function partsInside(
  store: LayerStore,
  line: LayerLine,
  ground: Footprint,
  geos: Geos,
  work: Work,
): Promise<{ parts: SheetPart[]; surfaces: Uint8Array[] }> {
  const met = await rowsMet(store, line, ground, work);
  const progress = { phase: 'test', layer: line.layer, total: met.length } as const;
  return runInSlices(cutRows(line, met, ground, geos), work, progress);
}

function* cutRows(
  line: LayerLine,
  met: readonly MetRow[],
  ground: Footprint,
  geos: Geos,
): Generator<number, { parts: SheetPart[]; surfaces: Uint8Array[] }> {
  const groups = new Map<string, { rows: MetRow[]; pieces: Uint8Array[] }>();
  const family = met[0]?.loaded.layer.geometry ?? 'point';
  for (const [index, one] of met.entries()) {
    yield index;
    const piece = pieceOf(one, ground, geos);
    if (!piece) continue;
    const name = JSON.stringify(partingValues(line, one));
    const group = groups.get(name) ?? { rows: [], pieces: [] };
    group.rows.push(one);
    group.pieces.push(piece);
    groups.set(name, group);
  }
  const parts = [...groups.values()].map(({ rows, pieces }): SheetPart => {
    const first = partOf(rows);
    if (family === 'point') return { ...first, amount: rows.length, unit: 'count' };
    const united = geos.union(pieces);
    return family === 'line'
      ? { ...first, amount: lengthOf(united), unit: 'm' }
      : { ...first, amount: areaOf(united), unit: 'm²' };
  });
  const surfaces = family === 'polygon' ? [...groups.values()].flatMap(({ pieces }) => pieces) : [];
  return { parts, surfaces };
}

/** What of a feature lies inside a ground; null when it shares no more than a border with it, or a point of it for a line. */
function pieceOf({ loaded, row }: MetRow, ground: Footprint, geos: Geos): Uint8Array | null {
  const { column } = loaded.metric();
  const wkb = soundWkb(column, row, geos);
  const kind = column.kinds[row];
  if (kind === GEOMETRY_KIND.point) return wkb;
  const family = kind === GEOMETRY_KIND.line ? 'line' : 'polygon';
  const piece = geos.extract(geos.intersection(ground.wkb, wkb), family);
  const size = family === 'line' ? lengthOf(piece) : areaOf(piece);
  return size > 0 ? piece : null;
}

const areaOf = (wkb: Uint8Array) => rowArea(readWkb([wkb]), 0);
const lengthOf = (wkb: Uint8Array) => rowLength(readWkb([wkb]), 0);

/**
 * The features of a layer around a ground with their distances in metres (0: they touch it), one part a feature, nearest first: all
 * those `within` a distance, or the nearest one, which is looked for farther and farther, up to `MAX_DISTANCE_M`.
 */
export async function partsAround(
  store: LayerStore,
  line: LayerLine,
  ground: Footprint,
  work: Work,
): Promise<SheetPart[]> {
  const reaches = line.measure === 'near' ? [line.within ?? 0] : REACHES;
  for (const within of reaches) {
    work.signal.throwIfAborted();
    const met = await rowsMet(store, { ...line, within }, ground, work);
    const parts = met.map((one): SheetPart => {
      const amount = distance(ground.side, 0, one.loaded.metric(), one.row);
      return { ...partOf([one]), amount, unit: 'distance' };
    });
    if (parts.length > 0) return nearestFirst(parts, line);
  }
  return [];
}

/** How far the nearest feature is looked for, in metres: most are near, and a short reach reads few row groups. */
const REACHES = [250, 2500, MAX_DISTANCE_M];

function nearestFirst(parts: SheetPart[], { measure }: LayerLine): SheetPart[] {
  parts.sort((a, b) => a.amount - b.amount);
  return measure === 'nearest' ? parts.slice(0, 1) : parts;
}

function partingValues({ by }: LayerLine, { loaded, row }: MetRow) {
  const names = by ?? [loaded.layer.titleField];
  return names.map((name) => loaded.table.columns[name]?.[row] ?? null);
}

function partOf(rows: readonly MetRow[]): Pick<SheetPart, 'layer' | 'keys' | 'attributes'> {
  const features = rows.map(({ loaded, row }) => featureAt(loaded, row));
  const [first] = features;
  return {
    layer: first?.layer ?? '',
    keys: features.map(({ key }) => key),
    attributes: first?.attributes ?? {},
  };
}
