import type { MetricCrs } from '../domain/crs.ts';
import type { Layer } from '../domain/layer.ts';
import { concatColumns } from '../geo/concat-columns.ts';
import { GEOMETRY_KIND } from '../geo/geometry-column.ts';
import { createSide, type Side } from '../geo/layer-index.ts';
import { projectColumn } from '../geo/project.ts';
import { rowAreas, rowLengths } from '../geo/row-measures.ts';
import type { ReadTable } from '../loaders/layer-table.ts';

/** Contiguous rows of a layer in memory, ready to be drawn (degrees) and measured (metres, made when first asked for). */
export interface LoadedRows {
  layer: Layer;
  /** Row of the file that row 0 of `table` is. */
  firstRow: number;
  table: ReadTable;
  /** The CRS that the rows are measured in. */
  crs: MetricCrs;
  /** The geometry in metres of `crs` with its index; kept from the first call on. */
  metric(): Side;
  /** Whether `metric` was called, so that it costs nothing any more. */
  isIndexed(): boolean;
  /**
   * Area (m²) of each row of polygons, or length (m) of lines, NaN without geometry; null for points. Kept from the first
   * call on.
   */
  sizes(): Float64Array | null;
}

/** The rows of a table, from `firstRow` of a layer's file on. */
export function loadedRows(
  layer: Layer,
  firstRow: number,
  table: ReadTable,
  crs: MetricCrs,
): LoadedRows {
  let side: Side | null = null;
  let sizes: Float64Array | null = null;
  return {
    layer,
    firstRow,
    table,
    crs,
    isIndexed: () => side !== null,
    metric() {
      side ??= createSide(projectColumn(table.geometry, crs));
      return side;
    },
    sizes() {
      const measure = sizeMeasure(layer);
      if (!measure || sizes) return sizes;
      const column = side?.column ?? projectColumn(table.geometry, crs);
      sizes = measure(column);
      column.kinds.forEach((kind, row) => {
        if (kind === GEOMETRY_KIND.none) (sizes as Float64Array)[row] = Number.NaN;
      });
      return sizes;
    },
  };
}

/** What measures the features of a layer: areas (m²) of polygons, lengths (m) of lines, nothing of points. */
export function sizeMeasure({ geometry }: Layer): typeof rowAreas | null {
  if (geometry === 'polygon') return rowAreas;
  return geometry === 'line' ? rowLengths : null;
}

/** The rows of several tables of one layer, one after the other. */
export function concatTables(tables: ReadTable[]): ReadTable {
  const [first = NO_TABLE] = tables;
  if (tables.length < 2) return first;
  const columns = Object.keys(first.columns).map((name) => [
    name,
    tables.flatMap((table) => table.columns[name] ?? []),
  ]);
  let rows = 0;
  const faults = tables.flatMap((table) => {
    const start = rows;
    rows += table.geometry.length;
    return table.faults.map(({ row, reason }) => ({ row: start + row, reason }));
  });
  return {
    geometry: concatColumns(tables.map(({ geometry }) => geometry)),
    columns: Object.fromEntries(columns),
    faults,
  };
}

const NO_TABLE: ReadTable = { geometry: concatColumns([]), columns: {}, faults: [] };
