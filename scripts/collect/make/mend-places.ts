import type { Extent } from '../../../src/domain/units.ts';
import type { GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { selectRows } from '../../../src/geo/select-rows.ts';
import { isNear, middleOf } from '../../../src/publish/crs/guess-crs.ts';
import type { SourceTable } from '../../../src/publish/read/source.ts';
import { countOf } from '../../french-counts.ts';

/** A table, and what was done to its places, in French. */
export interface MendedTable {
  source: SourceTable;
  notes: string[];
}

/**
 * A table in degrees without the geometries that leave the Earth (a latitude of 485.1), which would condemn it whole: their rows stay,
 * without geometry. A table in metres, as the middle of its coordinates tells, comes back as it is.
 */
export function dropImpossible(source: SourceTable): MendedTable {
  const { geometry } = source.table;
  if (geometry.xy.length === 0 || !isOnEarth(...middleOf(geometry.xy)))
    return { source, notes: [] };
  const lost = rowsWhere(geometry, (x, y) => !isOnEarth(x, y));
  if (lost.length === 0) return { source, notes: [] };
  const words = ['ligne a des coordonnées impossibles', 'lignes ont des coordonnées impossibles'];
  const note = `${countOf(lost.length, words[0] as string, words[1] as string)} en degrés : elles sont lues sans géométrie.`;
  return { source: withGeometry(source, withoutRows(geometry, lost)), notes: [note] };
}

/**
 * A table in degrees with longitude first, row by row: x and y are exchanged where they lead to the territory only so, half a degree
 * around it included. No place of France is brought to another one by that.
 */
export function exchangeAxes(source: SourceTable, extent: Extent): MendedTable {
  const { crs, table } = source;
  if (crs !== null && crs !== 'OGC:CRS84' && crs !== 'EPSG:4326') return { source, notes: [] };
  const isSwapped = (x: number, y: number) => !isNear([x, y], extent) && isNear([y, x], extent);
  const rows = rowsWhere(table.geometry, isSwapped);
  if (rows.length === 0) return { source, notes: [] };
  const xy = table.geometry.xy.slice();
  for (const row of rows) {
    for (let i = firstVertex(table.geometry, row); i < firstVertex(table.geometry, row + 1); i++) {
      xy[2 * i] = table.geometry.xy[2 * i + 1] as number;
      xy[2 * i + 1] = table.geometry.xy[2 * i] as number;
    }
  }
  const count = countOf(rows.length, 'ligne écrit', 'lignes écrivent');
  const note = `${count} la latitude avant la longitude : elles ont été remises dans l’ordre.`;
  return { source: withGeometry(source, { ...table.geometry, xy }), notes: [note] };
}

function isOnEarth(x: number, y: number): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

/** The rows of which a vertex is as wanted. */
function rowsWhere(geometry: GeometryColumn, test: (x: number, y: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < geometry.length; row++) {
    const end = firstVertex(geometry, row + 1);
    for (let i = firstVertex(geometry, row); i < end; i++) {
      if (!test(geometry.xy[2 * i] as number, geometry.xy[2 * i + 1] as number)) continue;
      rows.push(row);
      break;
    }
  }
  return rows;
}

/** Where the vertices of a row begin; those of the row after the last are past the end. */
function firstVertex({ partOffsets, ringOffsets, vertexOffsets }: GeometryColumn, row: number) {
  return vertexOffsets[ringOffsets[partOffsets[row] as number] as number] as number;
}

/** The same rows, those named without geometry. */
function withoutRows(geometry: GeometryColumn, lost: readonly number[]): GeometryColumn {
  const gone = new Set(lost);
  const kept = Uint32Array.from(Array(geometry.length).keys()).filter((row) => !gone.has(row));
  const rest = selectRows(geometry, kept);
  const partOffsets = new Uint32Array(geometry.length + 1);
  const kinds = geometry.kinds.map((kind, row) => (gone.has(row) ? 0 : kind));
  for (let row = 0; row < geometry.length; row++) {
    const parts = (geometry.partOffsets[row + 1] as number) - (geometry.partOffsets[row] as number);
    partOffsets[row + 1] = (partOffsets[row] as number) + (gone.has(row) ? 0 : parts);
  }
  return { ...rest, length: geometry.length, kinds, partOffsets };
}

function withGeometry(source: SourceTable, geometry: GeometryColumn): SourceTable {
  return { ...source, table: { ...source.table, geometry } };
}
