import type { Position } from 'geojson';
import type { CommuneGrid } from './commune-grid.ts';
import { closeRing, ringArea, roundToCm, simplifyLine } from './ring.ts';
import { warp } from './warp.ts';

/**
 * The outlines of the first `count` communes of the raster, GeoJSON MultiPolygon coordinates in CC50 metres,
 * outer rings anticlockwise. Two neighbours share the same line between the same corners, vertex for vertex:
 * each line is traced, smoothed and simplified once, then used by both.
 */
export function traceOutlines(grid: CommuneGrid, count: number): Position[][][][] {
  const arcs = traceArcs(grid, count);
  const lines = arcs.map((arc) =>
    soften(arc.corners.map((corner) => cornerPosition(grid, corner))),
  );
  return Array.from({ length: count }, (_, commune) => {
    const rings = chainRings(arcs, lines, commune);
    const outers = rings.filter((ring) => ringArea(ring) > 0);
    const holes = rings.filter((ring) => ringArea(ring) <= 0).map(closeRing);
    return outers.map((outer, index) => [closeRing(outer), ...(index === 0 ? holes : [])]);
  });
}

/** A run of cell sides between two corners where three communes meet. */
interface Arc {
  /** Corner numbers, row by row, west to east. */
  corners: number[];
  left: number;
  right: number;
}

const SMOOTHING_PASSES = 2;
const TOLERANCE_M = 9;

function traceArcs(grid: CommuneGrid, count: number): Arc[] {
  const width = grid.columns + 1;
  const steps = [1, width, -1, -width];
  const seen = new Uint8Array(width * (grid.rows + 1) * 4);
  const arcs: Arc[] = [];
  const follow = (start: number, direction: number, isEnd: (corner: number) => boolean) => {
    const [left, right] = sides(grid, start, direction);
    if (left === right || Math.min(left, right) >= count) return;
    const corners = [start];
    let corner = start;
    let heading = direction;
    do {
      seen[corner * 4 + heading] = 1;
      corner += steps[heading]!;
      seen[corner * 4 + ((heading + 2) % 4)] = 1;
      corners.push(corner);
      const back = (heading + 2) % 4;
      heading = [0, 1, 2, 3].find((d) => d !== back && isBoundary(grid, corner, d)) ?? back;
    } while (corner !== start && !isEnd(corner));
    arcs.push({ corners, left, right });
  };
  for (const junctionsOnly of [true, false]) {
    for (let corner = 0; corner < width * (grid.rows + 1); corner++) {
      if (isJunction(grid, corner) !== junctionsOnly) continue;
      for (let direction = 0; direction < 4; direction++) {
        if (seen[corner * 4 + direction] || !isBoundary(grid, corner, direction)) continue;
        follow(corner, direction, (c) => isJunction(grid, c));
      }
    }
  }
  return arcs;
}

/** Communes on the left and right of the side that leaves `corner` east, north, west or south. */
function sides(grid: CommuneGrid, corner: number, direction: number): [number, number] {
  const width = grid.columns + 1;
  const column = corner % width;
  const row = Math.floor(corner / width);
  const northEast = cellLabel(grid, column, row);
  const northWest = cellLabel(grid, column - 1, row);
  const southWest = cellLabel(grid, column - 1, row - 1);
  const southEast = cellLabel(grid, column, row - 1);
  if (direction === 0) return [northEast, southEast];
  if (direction === 1) return [northWest, northEast];
  if (direction === 2) return [southWest, northWest];
  return [southEast, southWest];
}

/** Outside the raster and where no commune reaches: one same far label, above every index. */
function cellLabel(grid: CommuneGrid, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return OUTSIDE;
  const label = grid.labels[row * grid.columns + column]!;
  return label < 0 ? OUTSIDE : label;
}

const OUTSIDE = 32767;

function isBoundary(grid: CommuneGrid, corner: number, direction: number): boolean {
  const [left, right] = sides(grid, corner, direction);
  return left !== right;
}

function isJunction(grid: CommuneGrid, corner: number): boolean {
  let degree = 0;
  for (let direction = 0; direction < 4; direction++) {
    if (isBoundary(grid, corner, direction)) degree++;
  }
  return degree > 2;
}

function cornerPosition(grid: CommuneGrid, corner: number): Position {
  const width = grid.columns + 1;
  const column = corner % width;
  const row = Math.floor(corner / width);
  return [grid.originX + column * grid.cellM, grid.originY + row * grid.cellM];
}

/** Stairs to a natural limit: averaged, warped with the whole plane, then reduced to its angles. */
function soften(stairs: Position[]): Position[] {
  let line = stairs;
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) {
    line = line.map((point, index) => {
      const before = line[index - 1];
      const after = line[index + 1];
      if (!before || !after) return point;
      return [
        (before[0]! + 2 * point[0]! + after[0]!) / 4,
        (before[1]! + 2 * point[1]! + after[1]!) / 4,
      ];
    });
  }
  const warped = line.map(([x, y]) => warp(x!, y!));
  return simplifyLine(warped, TOLERANCE_M).map(roundToCm);
}

/** Open rings of one commune, which lies on the left of each. */
function chainRings(arcs: Arc[], lines: Position[][], commune: number): Position[][] {
  const runs = new Map<number, { line: Position[]; end: number }>();
  arcs.forEach((arc, index) => {
    const [first, last] = [arc.corners[0]!, arc.corners[arc.corners.length - 1]!];
    const line = lines[index]!;
    if (arc.left === commune) runs.set(first, { line, end: last });
    if (arc.right === commune) runs.set(last, { line: [...line].reverse(), end: first });
  });
  const rings: Position[][] = [];
  for (const start of [...runs.keys()]) {
    const ring: Position[] = [];
    for (let corner = start; runs.has(corner); ) {
      const run = runs.get(corner)!;
      runs.delete(corner);
      for (const point of run.line.slice(0, -1)) ring.push(point);
      corner = run.end;
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}
