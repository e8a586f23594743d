import type { Value } from '../../src/domain/feature.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { GeometryBuilder } from '../../src/geo/geometry-builder.ts';
import {
  GEOMETRY_KIND,
  type GeometryColumn,
  type GeometryKind,
} from '../../src/geo/geometry-column.ts';
import { unprojectColumn } from '../../src/geo/project.ts';
import { signedRingArea } from '../../src/geo/row-measures.ts';
import { selectRows } from '../../src/geo/select-rows.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { hilbertOrder } from '../../src/publish/write/hilbert-order.ts';
import type { DemoLayer } from './demo-layer.ts';
import { mendPolygons } from './mend-polygons.ts';

/** A layer as it was laid, in flat columns that move to another thread without a copy of each feature. */
export interface PlanarTable {
  /** EPSG:3950 (CC50) metres, [x, y]. */
  geometry: GeometryColumn;
  columns: Record<string, Value[]>;
}

/** The features of a layer as columns: the fields that its description names, null where a feature has none. */
export function toPlanarTable({ features }: DemoLayer, { fields }: LayerMeta): PlanarTable {
  const columns = fields.map(({ name }) => [
    name,
    features.map(({ properties }) => properties[name] ?? null),
  ]);
  return {
    geometry: geometriesToColumn(features.map(({ geometry }) => geometry)),
    columns: Object.fromEntries(columns),
  };
}

/**
 * The rows of a layer of the embedded territory, ready to be written: degrees, longitude first, snapped to multiples of
 * `GRID_DEGREES`, valid; shells counterclockwise, holes clockwise. Layers too large to be read whole are sorted along a
 * Hilbert curve, by commune where they have one; the others keep their order.
 */
export async function toLayerTable(planar: PlanarTable): Promise<LayerTable> {
  const degrees = unprojectColumn(planar.geometry, 'EPSG:3950');
  const rows = rowOrder(planar, degrees);
  const columns = Object.entries(planar.columns).map(([name, values]) => [
    name,
    Array.from(rows, (row) => values[row]!),
  ]);
  const snapped = rebuildRings(selectRows(degrees, rows), snapRing);
  const mended = await mendPolygons(snapped);
  const geometry = mended === snapped ? snapped : rebuildRings(mended, readRing);
  return { geometry, columns: Object.fromEntries(columns) };
}

/**
 * Coordinates are whole multiples of this: about 1 cm. The 23 bits that a coordinate then lacks are zeros, which
 * compress to nothing: the file is about a third smaller than with all digits.
 */
export const GRID_DEGREES = 2 ** -23;

/** A layer of more rows is drawn by extent, so that rows that lie together must be stored together. */
const MAX_UNSORTED_ROWS = 20_000;

function rowOrder({ columns }: PlanarTable, geometry: GeometryColumn): Uint32Array {
  if (geometry.length <= MAX_UNSORTED_ROWS) {
    return Uint32Array.from({ length: geometry.length }, (_, row) => row);
  }
  const rows = hilbertOrder(geometry);
  const communes = columns.commune;
  if (!communes) return rows;
  const ranks = new Map<Value, number>();
  for (const row of rows) if (!ranks.has(communes[row]!)) ranks.set(communes[row]!, ranks.size);
  return rows.sort((a, b) => ranks.get(communes[a]!)! - ranks.get(communes[b]!)!);
}

/** The column with each ring as `ringOf` gives it, turned the standard way. */
function rebuildRings(column: GeometryColumn, ringOf: typeof snapRing): GeometryColumn {
  const builder = new GeometryBuilder();
  for (let row = 0; row < column.length; row++) {
    const isPolygon = column.kinds[row] === GEOMETRY_KIND.polygon;
    builder.startRow(column.kinds[row]! as GeometryKind);
    for (let part = column.partOffsets[row]!; part < column.partOffsets[row + 1]!; part++) {
      const shell = column.ringOffsets[part]!;
      for (let ring = shell; ring < column.ringOffsets[part + 1]!; ring++) {
        const isBackwards = isPolygon && signedRingArea(column, ring) > 0 !== (ring === shell);
        addRing(builder, ringOf(column, ring), isPolygon, isBackwards);
      }
      builder.endPart();
    }
    builder.endRow();
  }
  return builder.finish();
}

/** A ring on the grid, without the vertices that fall on the one before. */
function snapRing({ xy, vertexOffsets }: GeometryColumn, ring: number): number[] {
  const snapped: number[] = [];
  for (let i = vertexOffsets[ring]!; i < vertexOffsets[ring + 1]!; i++) {
    const x = Math.round(xy[2 * i]! / GRID_DEGREES) * GRID_DEGREES;
    const y = Math.round(xy[2 * i + 1]! / GRID_DEGREES) * GRID_DEGREES;
    if (snapped.at(-2) === x && snapped.at(-1) === y) continue;
    snapped.push(x, y);
  }
  return snapped;
}

function readRing({ xy, vertexOffsets }: GeometryColumn, ring: number): number[] {
  return [...xy.subarray(2 * vertexOffsets[ring]!, 2 * vertexOffsets[ring + 1]!)];
}

/** Adds a ring, backwards if asked; a polygon's ring that the grid leaves less than a triangle of is dropped. */
function addRing(
  builder: GeometryBuilder,
  ring: number[],
  isPolygon: boolean,
  isBackwards: boolean,
): void {
  if (isPolygon && ring.length < 8) return;
  for (let i = 0; i < ring.length; i += 2) {
    const at = isBackwards ? ring.length - 2 - i : i;
    builder.addVertex(ring[at]!, ring[at + 1]!);
  }
  builder.endRing();
}
