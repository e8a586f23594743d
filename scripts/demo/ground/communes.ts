import type { Position } from 'geojson';
import type { CommuneGrid } from './commune-grid.ts';
import { traceOutlines } from './commune-outlines.ts';
import type { GroundCommune } from './ground.ts';
import type { OfficialCommune } from './official-communes.ts';
import { ringArea } from './ring.ts';
import { warp } from './warp.ts';

/** Where a commune's heart is: in the raster's regular world and on the ground, CC50 metres. */
export interface Heart {
  index: number;
  name: string;
  member: boolean;
  gridPoint: Position;
  point: Position;
}

/** The hearts of all communes: for a member, the middle of its ground; for a neighbour, the middle of its extent. */
export function findHearts(grid: CommuneGrid, communes: OfficialCommune[]): Heart[] {
  const sums = communes.map(() => ({ x: 0, y: 0, cells: 0 }));
  visitCells(grid, (commune, x, y) => {
    const sum = sums[commune]!;
    sum.x += x;
    sum.y += y;
    sum.cells++;
  });
  const depths = borderDistances(grid);
  const best = communes.map(() => ({ score: Number.NEGATIVE_INFINITY, at: [0, 0] as Position }));
  visitCells(grid, (commune, x, y, cell) => {
    const sum = sums[commune]!;
    const off = Math.hypot(x - sum.x / sum.cells, y - sum.y / sum.cells);
    const score = Math.min(depths[cell]! * grid.cellM, DEEP_ENOUGH_M) - 0.6 * off;
    if (score > best[commune]!.score) best[commune] = { score, at: [x, y] };
  });
  return communes.map(({ name, member, box }, index) => {
    const middle: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const gridPoint = member ? best[index]!.at : middle;
    return { index, name, member, gridPoint, point: warp(gridPoint[0]!, gridPoint[1]!) };
  });
}

/** The members as communes of the ground, in the order of the official list. */
export function shapeCommunes(
  grid: CommuneGrid,
  communes: OfficialCommune[],
  hearts: Heart[],
): GroundCommune[] {
  const members = communes.filter((commune) => commune.member);
  const outlines = traceOutlines(grid, members.length);
  return members.map(({ code, name, population }, index) => {
    const shape = outlines[index]!;
    const areaM2 = shape.flat().reduce((sum, ring) => sum + ringArea(ring.slice(0, -1)), 0);
    return { code, name, population, shape, centre: hearts[index]!.point, areaM2 };
  });
}

const DEEP_ENOUGH_M = 700;

function visitCells(
  grid: CommuneGrid,
  visit: (commune: number, x: number, y: number, cell: number) => void,
): void {
  for (let cell = 0; cell < grid.labels.length; cell++) {
    const commune = grid.labels[cell]!;
    if (commune < 0) continue;
    const x = grid.originX + ((cell % grid.columns) + 0.5) * grid.cellM;
    const y = grid.originY + (Math.floor(cell / grid.columns) + 0.5) * grid.cellM;
    visit(commune, x, y, cell);
  }
}

/** For each cell, how many cells away the nearest other commune is (chessboard distance, two sweeps). */
function borderDistances({ labels, columns }: CommuneGrid): Float32Array {
  const depths = new Float32Array(labels.length).fill(1e6);
  const relax = (cell: number, offsets: number[]) => {
    for (const offset of offsets) {
      const label = labels[cell + offset];
      const depth = label === labels[cell] ? depths[cell + offset]! + 1 : 0;
      if (depth < depths[cell]!) depths[cell] = depth;
    }
  };
  const before = [-1, -columns, -columns - 1, -columns + 1];
  for (let cell = 0; cell < labels.length; cell++) relax(cell, before);
  const after = before.map((offset) => -offset);
  for (let cell = labels.length - 1; cell >= 0; cell--) relax(cell, after);
  return depths;
}
