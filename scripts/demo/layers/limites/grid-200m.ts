import type { Position } from 'geojson';
import proj4 from 'proj4';
import { PROJ_DEFINITIONS } from '../../../../src/domain/crs.ts';

/** A cell of the European grid: column and row of its south-west corner, in steps of 200 m. */
export interface Cell {
  column: number;
  row: number;
}

/** Side of a cell, metres in EPSG:3035. */
const CELL_M = 200;

/** EPSG:3035, ETRS89-LAEA Europe, easting first. Source: EPSG registry. */
const LAEA =
  '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs';

const plane = proj4(PROJ_DEFINITIONS['EPSG:3950'], LAEA);

/** The cell that holds a position in CC50 metres. */
export function cellAt(position: Position): Cell {
  const [east, north] = plane.forward([position[0]!, position[1]!]) as [number, number];
  return { column: Math.floor(east / CELL_M), row: Math.floor(north / CELL_M) };
}

/** The outline of a cell: closed ring in CC50 metres, anticlockwise; neighbours share their corners. */
export function cellRing({ column, row }: Cell): Position[] {
  const at = (c: number, r: number): Position => plane.inverse([c * CELL_M, r * CELL_M]);
  const start = at(column, row);
  return [start, at(column + 1, row), at(column + 1, row + 1), at(column, row + 1), start];
}

/** The Insee identifier of a cell, or of the square kilometre around it. */
export function cellId({ column, row }: Cell, sideM: 200 | 1000 = 200): string {
  const floor = (step: number) => Math.floor((step * CELL_M) / sideM) * sideM;
  return `CRS3035RES${sideM}mN${floor(row)}E${floor(column)}`;
}
