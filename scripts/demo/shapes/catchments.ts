import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import { assertFound } from '../ground/assert-found.ts';
import type { Ground, GroundRiver } from '../ground/ground.ts';
import { distance, lineLength } from '../ground/ring.ts';
import { findCommune } from './commune.ts';
import { type Lattice, negativePolygons } from './level-set.ts';
import { difference, intersection, type Shape, union } from './overlay.ts';
import { boxOf, shapeContains } from './polygon.ts';
import { pointAlong, sliceLine } from './polyline.ts';

/** A catchment as `data/ground/catchments.json` tells it: a reach of a river, between the limits of two communes. */
interface CatchmentFact {
  code: string;
  name: string;
  river: string;
  /** INSEE codes: the reach begins in `from` and ends where the river leaves `upTo` for good. */
  from?: string;
  upTo?: string;
  /** Code of the catchment that its water goes to; null at the edge of the territory, where `outlet` says where. */
  downstream: string | null;
  outlet?: string;
}

/** The land whose water goes to a reach, CC50 metres. */
export interface Catchment {
  code: string;
  name: string;
  /** As a reader sees it: with a capital. */
  river: string;
  downstream: string | null;
  outlet: string | null;
  shape: Shape;
}

/** The catchments: they cover the territory without gap or overlap. */
export const catchments = oncePerGround((ground: Ground): Catchment[] => {
  const facts = readCatchmentFacts();
  const { lattice, fields } = distanceFields(samplePoints(ground, facts));
  let rest = union(ground.communes.map((commune) => commune.shape));
  return facts.map(({ code, name, river: course, downstream, outlet = null }, i) => {
    const river = capitalize(course);
    const isLast = i === facts.length - 1;
    const land = isLast ? rest : nearerLand(lattice, fields[i]!, fields.slice(i + 1));
    const shape = isLast ? rest : intersection(rest, land);
    rest = isLast ? [] : difference(rest, land);
    return { code, name, river, downstream, outlet, shape };
  });
});

/** The catchment that holds a position of the territory. */
export function catchmentAt(ground: Ground, position: Position): Catchment {
  const all = catchments(ground);
  return all.find(({ shape }) => shapeContains(shape, position)) ?? all.at(-1)!;
}

/** The catchment that each watercourse flows to, by its place in `ground.rivers`; null for those in none (a canal between two). */
const catchmentOfBrook = oncePerGround((ground: Ground): (string | null)[] => {
  const facts = readCatchmentFacts();
  const reaches = facts.map((fact, i) => reachOf(ground, fact, facts.slice(0, i)));
  const vertices = indexVertices(ground.rivers);
  const found: (string | null)[] = [];
  ground.rivers.forEach((river, index) => {
    const mouth = vertices.get(String(river.line.at(-1)!))!;
    const reach = reaches.findIndex(({ name, from, to }) => {
      const { name: joined } = ground.rivers[mouth.river]!;
      return river.name === '' && joined === name && mouth.along >= from && mouth.along <= to;
    });
    if (reach >= 0) found.push(facts[reach]!.code);
    else found.push(river.name === '' && mouth.river < index ? found[mouth.river]! : null);
  });
  return found;
});

/** The name of a watercourse as a reader sees it. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace("'", '’');
}

/** "de la Lawe", "du Surgeon". */
export function ofRiver(name: string): string {
  return MASCULINE.includes(name) ? `du ${name}` : `de la ${name}`;
}

const MASCULINE = ['Grand Nocq', 'Guarbecque', 'Surgeon', 'Turbeauté'];
const CELL_M = 200;
const SAMPLE_M = 200;
/** Around the water, so that the outermost nodes lie outside every catchment. */
const MARGIN_CELLS = 15;

function readCatchmentFacts(): CatchmentFact[] {
  const url = new URL('../../../data/ground/catchments.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** The part of a named river, metres from its source. */
interface Reach {
  name: string;
  line: Position[];
  from: number;
  to: number;
}

function reachOf(ground: Ground, fact: CatchmentFact, before: CatchmentFact[]): Reach {
  const { line } = assertFound(
    ground.rivers.find(({ name }) => name === fact.river),
    fact.river,
  );
  const upstream = before.filter(({ river, upTo }) => river === fact.river && upTo).at(-1);
  const inside = (code: string) => alongInside(line, findCommune(ground, code).shape);
  let from = upstream?.upTo && !fact.from ? inside(upstream.upTo).at(-1)! : 0;
  if (fact.from) from = inside(fact.from)[0]!;
  return {
    name: fact.river,
    line,
    from,
    to: fact.upTo ? inside(fact.upTo).at(-1)! : lineLength(line),
  };
}

/** Metres from the source of the vertices of a line that lie in a shape. */
function alongInside(line: Position[], shape: Shape): number[] {
  const found: number[] = [];
  let along = 0;
  line.forEach((point, i) => {
    if (i > 0) along += distance(line[i - 1]!, point);
    if (shapeContains(shape, point)) found.push(along);
  });
  return found;
}

/** Vertex → the first watercourse that has it, and how far from its source. */
function indexVertices(rivers: GroundRiver[]): Map<string, { river: number; along: number }> {
  const vertices = new Map<string, { river: number; along: number }>();
  rivers.forEach(({ line }, river) => {
    let along = 0;
    line.forEach((point, i) => {
      if (i > 0) along += distance(line[i - 1]!, point);
      if (!vertices.has(String(point))) vertices.set(String(point), { river, along });
    });
  });
  return vertices;
}

/** Points along the reach of each catchment and along the brooks that flow to it. */
function samplePoints(ground: Ground, facts: CatchmentFact[]): Position[][] {
  const brooks = catchmentOfBrook(ground);
  return facts.map((fact, i) => {
    const { line, from, to } = reachOf(ground, fact, facts.slice(0, i));
    const own = ground.rivers.filter((_, river) => brooks[river] === fact.code);
    return [sliceLine(line, from, to), ...own.map((river) => river.line)].flatMap(sample);
  });
}

function sample(line: Position[]): Position[] {
  const count = Math.max(1, Math.round(lineLength(line) / SAMPLE_M));
  const step = lineLength(line) / count;
  return Array.from({ length: count + 1 }, (_, i) => pointAlong(line, i * step).point);
}

/** For each set of points, the distance from every node of one lattice to the nearest. */
function distanceFields(sets: Position[][]): { lattice: Lattice; fields: Float32Array[] } {
  const box = boxOf(sets.flat());
  const margin = MARGIN_CELLS * CELL_M;
  const columns = Math.ceil((box[2] - box[0] + 2 * margin) / CELL_M);
  const rows = Math.ceil((box[3] - box[1] + 2 * margin) / CELL_M);
  const lattice = { origin: [box[0] - margin, box[1] - margin], cell: CELL_M, columns, rows };
  const fields = sets.map((points) =>
    new Float32Array(columns * rows).map((_, node) => {
      const x = lattice.origin[0]! + (node % columns) * CELL_M;
      const y = lattice.origin[1]! + Math.floor(node / columns) * CELL_M;
      let least = Infinity;
      for (const point of points)
        least = Math.min(least, (point[0]! - x) ** 2 + (point[1]! - y) ** 2);
      return Math.sqrt(least);
    }),
  );
  return { lattice, fields };
}

/** Where one field is less than all others: its level set, closed at the edge of the lattice. */
function nearerLand(lattice: Lattice, own: Float32Array, others: Float32Array[]): Shape {
  const { columns, rows } = lattice;
  const values = own.map((away, node) => {
    const [column, row] = [node % columns, Math.floor(node / columns)];
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) return 1;
    return others.reduce((most, other) => Math.max(most, away - other[node]!), -Infinity);
  });
  return negativePolygons(lattice, values, 0);
}
