import { equals } from '../../geo/equals.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import type { Side } from '../../geo/layer-index.ts';
import type { RuleContext } from './rule.ts';
import { eachOf } from './slices.ts';

/** A row whose geometry is that of an earlier row. */
export interface Twin {
  row: number;
  /** The first row with that geometry. */
  first: number;
}

/**
 * Rows whose geometry has the same vertices as that of an earlier row, whatever vertex its rings start at, the way they
 * turn and the order of its parts; by row. Candidates have the same sum over their vertices, then the kernel's `equals`
 * decides. Linear: some 0.2 s for 300 000 parcels.
 */
export async function findTwins(context: RuleContext, side: Side): Promise<Twin[]> {
  const { geometry } = context.table;
  const firsts = new Map<number, number[]>();
  const twins: Twin[] = [];
  await eachOf(geometry.length, context, (row) => {
    if (geometry.kinds[row] === GEOMETRY_KIND.none) return;
    const sum = vertexSum(geometry, row);
    const seen = firsts.get(sum);
    const first = seen?.find((other) => equals(side, row, side, other));
    if (first !== undefined) twins.push({ row, first });
    else if (seen) seen.push(row);
    else firsts.set(sum, [row]);
  });
  return twins;
}

/** A number that depends on the vertices of a row and not on their order; the last of a closed ring repeats its first. */
function vertexSum(column: GeometryColumn, row: number): number {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const repeated = kinds[row] === GEOMETRY_KIND.polygon ? 1 : 0;
  const end = ringOffsets[partOffsets[row + 1]!]!;
  let sum = 0;
  let count = 0;
  for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
    const last = vertexOffsets[ring + 1]! - repeated;
    for (let vertex = vertexOffsets[ring]!; vertex < last; vertex++) {
      DOUBLES[0] = xy[2 * vertex]!;
      DOUBLES[1] = xy[2 * vertex + 1]!;
      let mixed = Math.imul(WORDS[0]! ^ (WORDS[1]! >>> 7), 0x9e3779b1);
      mixed = Math.imul(mixed ^ WORDS[2]! ^ (WORDS[3]! >>> 5) ^ (mixed >>> 15), 0x85ebca6b);
      sum = (sum + (mixed ^ (mixed >>> 13))) >>> 0;
      count++;
    }
  }
  return sum + 2 ** 32 * (count % 2 ** 20);
}

/** Two doubles and the words they are made of. */
const DOUBLES = new Float64Array(2);
const WORDS = new Uint32Array(DOUBLES.buffer);
