import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { ringLength } from '../../../geo/row-measures.ts';
import type { IssueFacts } from '../../issue.ts';
import type { Measured } from '../measured.ts';
import type { Rule, Sighting } from '../rule.ts';
import { eachOf } from '../slices.ts';

/** What one geometry may hold. */
interface Limits {
  vertices: number;
  rings: number;
  parts: number;
  /** Vertices a metre, in rings of more than `DENSE_RING` vertices. */
  density: number;
}

/** From which the Géoportail de l’urbanisme warns, and from which it refuses (IGN validator, CNIG plugin, 2024). */
const WARNED: Limits = { vertices: 50_000, rings: 500, parts: 500, density: 0.1 };
const REFUSED: Limits = { vertices: 200_000, rings: 1_000, parts: 1_000, density: 10 };
const DENSE_RING = 50_000;

/** A geometry of so many vertices, rings or parts that maps and national services struggle with it. */
export const geometryComplexity: Rule = {
  id: 'geometry.complexity',
  severity: 'warning',
  async check(context, measured) {
    const { geometry } = context.table;
    const sightings: Sighting[] = [];
    await eachOf(geometry.length, context, (row) => {
      if (geometry.kinds[row] === GEOMETRY_KIND.none || !isHeavy(measured, row)) return;
      sightings.push({ row, place: null, facts: describe(measured, row) });
    });
    return sightings;
  },
};

/** Cheap first: nearly every row has few vertices, and so few rings and parts. */
function isHeavy(measured: Measured, row: number): boolean {
  const { vertices } = countsOf(measured, row);
  return vertices > WARNED.parts && exceeds(measured, row, WARNED);
}

function describe(measured: Measured, row: number): IssueFacts {
  return {
    ...countsOf(measured, row),
    density: greatestDensity(measured, row),
    isRefused: exceeds(measured, row, REFUSED),
  };
}

function exceeds(measured: Measured, row: number, limits: Limits): boolean {
  const { vertices, rings, parts } = countsOf(measured, row);
  return (
    vertices > limits.vertices ||
    rings > limits.rings ||
    parts > limits.parts ||
    greatestDensity(measured, row) > limits.density
  );
}

function countsOf(
  { side: { column } }: Measured,
  row: number,
): { vertices: number; rings: number; parts: number } {
  const { partOffsets, ringOffsets, vertexOffsets } = column;
  const first = ringOffsets[partOffsets[row]!]!;
  const end = ringOffsets[partOffsets[row + 1]!]!;
  return {
    vertices: vertexOffsets[end]! - vertexOffsets[first]!,
    rings: end - first,
    parts: partOffsets[row + 1]! - partOffsets[row]!,
  };
}

/** Vertices a metre of the densest of the long rings of a row; 0 when it has none. */
function greatestDensity({ side: { column } }: Measured, row: number): number {
  const { partOffsets, ringOffsets, vertexOffsets } = column;
  let greatest = 0;
  for (
    let ring = ringOffsets[partOffsets[row]!]!;
    ring < ringOffsets[partOffsets[row + 1]!]!;
    ring++
  ) {
    const vertices = vertexOffsets[ring + 1]! - vertexOffsets[ring]!;
    if (vertices > DENSE_RING) greatest = Math.max(greatest, vertices / ringLength(column, ring));
  }
  return greatest;
}
