import type { MetricCrs } from '../domain/crs.ts';
import type { Layer } from '../domain/layer.ts';
import { concatColumns } from '../geo/concat-columns.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../geo/geometry-column.ts';
import { createSide, type Side } from '../geo/layer-index.ts';
import { projectColumn } from '../geo/project.ts';
import { rowBoxes } from '../geo/row-boxes.ts';
import { rowAreas, rowLengths } from '../geo/row-measures.ts';
import type { ReadTable, RowGroup } from '../loaders/layer-table.ts';

/** Features in memory that the kernel relates: the rows of a layer, or shapes. */
export interface KernelRows {
  /** Tells these features from all others; two of one key are the same. */
  key: string;
  /** The layer that they are of; null for shapes. */
  layer: Layer | null;
  /** Their geometry, in degrees. */
  table: Pick<ReadTable, 'geometry'>;
  /** The CRS that they are measured in. */
  crs: MetricCrs;
  /** Boxes of the rows, as `rowBoxes` gives them, in degrees; kept from the first call on. */
  boxes(): Float64Array;
  /** The geometry in metres of `crs` with its index; kept from the first call on. */
  metric(): Side;
  /** Whether `metric` was called, so that it costs nothing any more. */
  isIndexed(): boolean;
}

/** Rows of a layer in memory, ready to be drawn (degrees) and measured (metres, made when first asked for). */
export interface LoadedRows extends KernelRows {
  layer: Layer;
  /** The row groups that they are, ascending; null for all rows of the file. */
  groups: readonly number[] | null;
  /** Row of the file that row 0 of `table` is; the others follow it unless they are several row groups. */
  firstRow: number;
  /** Row of the file that a row of `table` is. */
  fileRow(row: number): number;
  table: ReadTable;
  /**
   * Area (m²) of each row of polygons, or length (m) of lines, NaN without geometry; null for points. Kept from the first
   * call on.
   */
  sizes(): Float64Array | null;
}

/** The rows of a table: all of a layer's file, or those of some of its row groups, one after the other. */
export function loadedRows(
  layer: Layer,
  table: ReadTable,
  crs: MetricCrs,
  rowGroups: readonly RowGroup[] | null = null,
): LoadedRows {
  let sizes: Float64Array | null = null;
  const inMetres = measured(table.geometry, crs);
  const groups = rowGroups?.map(({ index }) => index) ?? null;
  const part = groups ? `#${groups.join()}` : '';
  return {
    key: `${layer.id}.${layer.file.version}${part}`,
    layer,
    groups,
    firstRow: rowGroups?.[0]?.firstRow ?? 0,
    fileRow: rowGroups ? rowsOfGroups(rowGroups) : (row) => row,
    table,
    crs,
    ...inMetres,
    sizes() {
      const measure = sizeMeasure(layer);
      if (!measure || sizes) return sizes;
      const column = inMetres.isIndexed()
        ? inMetres.metric().column
        : projectColumn(table.geometry, crs);
      sizes = measure(column);
      column.kinds.forEach((kind, row) => {
        if (kind === GEOMETRY_KIND.none) (sizes as Float64Array)[row] = Number.NaN;
      });
      return sizes;
    },
  };
}

/** The row of the file that each row of these groups is. Logarithmic in their number. */
function rowsOfGroups(rowGroups: readonly RowGroup[]): (row: number) => number {
  const starts: number[] = [];
  let rows = 0;
  for (const group of rowGroups) {
    starts.push(rows);
    rows += group.rows;
  }
  return (row) => {
    let [from, to] = [0, starts.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (starts[middle]! <= row) from = middle;
      else to = middle - 1;
    }
    return rowGroups[from]!.firstRow + row - starts[from]!;
  };
}

/** Shapes in degrees, as features to be related; `key` is theirs alone. */
export function shapeRows(key: string, geometry: GeometryColumn, crs: MetricCrs): KernelRows {
  return { key, layer: null, table: { geometry }, crs, ...measured(geometry, crs) };
}

function measured(geometry: GeometryColumn, crs: MetricCrs) {
  let boxes: Float64Array | null = null;
  let side: Side | null = null;
  return {
    boxes() {
      boxes ??= rowBoxes(geometry);
      return boxes;
    },
    isIndexed: () => side !== null,
    metric() {
      side ??= createSide(projectColumn(geometry, crs));
      return side;
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
