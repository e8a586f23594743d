import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import { readFigure } from '../../facts.ts';
import { flatness } from '../../ground/ditches.ts';
import type { Ground, GroundCommune, GroundRiver } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { partsInside } from '../../shapes/commune.ts';
import { FAR_M, type FloodField, type FloodSource, floodFields } from '../../shapes/flood-field.ts';
import { negativePolygons } from '../../shapes/level-set.ts';
import { buffer, difference, type Shape, union } from '../../shapes/overlay.ts';
import { boxOf, shapeContains } from '../../shapes/polygon.ts';

/** What flood plans, hazards and floods are level sets of. */
export interface FloodPlain {
  rivers: GroundRiver[];
  /** The field of the rivers, where water runs fast, and that of rivers and brooks together. */
  fields: { rivers: FloodField; all: FloodField };
  /** The land of the communes that a plan covers, `MARGIN_M` short of the others. */
  covered: Shape;
  territory: Shape;
}

/** The flood plain of the territory, worked out once for each ground. */
export const floodPlain = oncePerGround((ground: Ground): FloodPlain => {
  const rivers = mainRivers(ground);
  const fields = floodFields(rivers, floodingBrooks(ground, rivers), flatness, CELL_M);
  const territory = union(ground.communes.map((commune) => commune.shape));
  return { rivers, fields, covered: coveredLand(ground, fields.all, territory), territory };
});

/**
 * Where the distance to the watercourse is less than `edge` says: metres, from the width of the plain at a place and the
 * place itself (CC50). Polygons of less than `minAreaM2` are left out.
 */
export function floodExtent(
  field: FloodField,
  edge: (width: number, x: number, y: number) => number,
  minAreaM2 = MIN_AREA_M2,
): Shape {
  const { columns, origin, cell } = field.lattice;
  const values = field.distance.map((distance, node) => {
    const column = node % columns;
    const [x, y] = [origin[0]! + column * cell, origin[1]! + ((node - column) / columns) * cell];
    return distance - edge(field.width[node]!, x, y);
  });
  return negativePolygons(field.lattice, values, minAreaM2);
}

const CELL_M = 25;
const MIN_CROSSING_M = 350;
const CROSSING_STEP_M = 50;
const BROOK_PLAIN_M = 170;
/** Zones stop this far from the land that no plan covers, so that a commune without a plan touches none. */
const MARGIN_M = 2;
const MIN_AREA_M2 = 400;

function mainRivers(ground: Ground): GroundRiver[] {
  return ground.rivers.filter((river) => river.name !== '' && river.plainM > 0);
}

/**
 * The brooks of one commune after another, from the flat country up, until as many communes as the figure says have a
 * watercourse that floods. Brooks spread slowly: they give no zone of prohibition.
 */
function floodingBrooks(ground: Ground, rivers: GroundRiver[]): FloodSource[] {
  const chosen: FloodSource[] = [];
  const brooks = ground.rivers.filter((river) => river.name === '');
  const flooded = new Set(ground.communes.filter((commune) => isCrossed(commune, rivers)));
  const others = ground.communes
    .filter((commune) => !flooded.has(commune))
    .sort((a, b) => flatness(b.centre) - flatness(a.centre));
  for (const commune of others) {
    if (flooded.size >= readFigure('communes-ppri').value) break;
    if (flooded.has(commune)) continue;
    const crossing = brooks.filter(({ line }) => metresInside(commune, line) >= MIN_CROSSING_M);
    const added = crossing.map(({ line }) => ({ line, plainM: BROOK_PLAIN_M }));
    chosen.push(...added);
    for (const other of others) if (isCrossed(other, added)) flooded.add(other);
  }
  return chosen;
}

function isCrossed(commune: GroundCommune, sources: FloodSource[]): boolean {
  return sources.some(({ line }) => metresInside(commune, line) >= MIN_CROSSING_M);
}

function metresInside(commune: GroundCommune, line: Position[]): number {
  const parts = partsInside(commune, [line], CROSSING_STEP_M);
  return parts.reduce((metres, part) => metres + lineLength(part), 0);
}

/** Distance to the watercourse that counts at a position, in widths of its plain: 1 at the edge, large where none is. */
export function floodShareAt(ground: Ground, [x, y]: Position): number {
  const { lattice, distance, width } = floodPlain(ground).fields.all;
  const column = Math.round((x! - lattice.origin[0]!) / lattice.cell);
  const row = Math.round((y! - lattice.origin[1]!) / lattice.cell);
  const node = row * lattice.columns + column;
  return (distance[node] ?? FAR_M) / (width[node] ?? 1);
}

/** The territory less the communes that no plan covers: those with least flood plain, as many as the figure leaves. */
function coveredLand(ground: Ground, field: FloodField, territory: Shape): Shape {
  const plain = new Map(ground.communes.map((commune) => [commune, plainNodes(field, commune)]));
  const ranked = [...ground.communes].sort((a, b) => plain.get(b)! - plain.get(a)!);
  const uncovered = ranked.slice(readFigure('communes-ppri').value);
  const others = union(uncovered.map((commune) => commune.shape));
  return difference(buffer(territory, -MARGIN_M), buffer(others, MARGIN_M));
}

/** How many nodes of the lattice lie in the commune and in its flood plain. */
function plainNodes({ lattice, distance, width }: FloodField, { shape }: GroundCommune): number {
  const { origin, cell, columns, rows } = lattice;
  const box = boxOf(shape.flatMap((polygon) => polygon[0]!));
  const [left, bottom] = [0, 1].map((i) => Math.max(0, Math.ceil((box[i]! - origin[i]!) / cell)));
  let count = 0;
  for (let row = bottom!; row < rows && origin[1]! + row * cell <= box[3]; row++) {
    for (let column = left!; column < columns && origin[0]! + column * cell <= box[2]; column++) {
      const node = row * columns + column;
      if (distance[node]! >= width[node]!) continue;
      const position = [origin[0]! + column * cell, origin[1]! + row * cell];
      if (shapeContains(shape, position)) count++;
    }
  }
  return count;
}
