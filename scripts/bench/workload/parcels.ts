import type { Value } from '../../../src/domain/feature.ts';
import { GeometryBuilder } from '../../../src/geo/geometry-builder.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { rowAreas } from '../../../src/geo/row-measures.ts';
import { createNoise, createRandom } from '../../demo/random.ts';
import { divideBlock } from './divide-block.ts';
import { BLOCK_M, createWarp, type Ground, ORIGIN, toMillimetre } from './territory.ts';

/** A layer of the workload: geometry in EPSG:3950 metres and one value a row for each field. */
export interface WorkloadLayer {
  geometry: GeometryColumn;
  columns: Record<string, Value[]>;
}

/**
 * Exactly `count` parcels of about 10 vertices over a ground: blocks between roads, dense here and wide there, cut into
 * parcels that share their borders vertex by vertex. None overlaps another. Fields: `id` (14 characters), `commune`,
 * `section` and `contenance` (m², within 2 % of the area).
 */
export function createParcels(count: number, ground: Ground): WorkloadLayer {
  const warp = createWarp('parcels', BEND_M, BEND_WAVE_M);
  const builder = new GeometryBuilder();
  const ids: string[] = [];
  const communes: string[] = [];
  const sections: string[] = [];
  const counts = parcelsOfBlocks(count, ground);
  counts.forEach((parcels, block) => {
    const column = block % ground.columns;
    const row = Math.floor(block / ground.columns);
    const { commune, section } = nameBlock(column, row);
    const rings = divideBlock(`block ${column} ${row}`, BLOCK_M - ROAD_M, parcels);
    rings.forEach((ring, i) => {
      addParcel(builder, ring, (x, y) => warp(x + column * BLOCK_M, y + row * BLOCK_M));
      ids.push(`${commune}000${section}${String(i + 1).padStart(4, '0')}`);
      communes.push(commune);
      sections.push(section);
    });
  });
  const geometry = builder.finish();
  const random = createRandom('contenance');
  const contenance = Array.from(rowAreas(geometry), (area) =>
    Math.round(area * random.between(0.98, 1.02)),
  );
  return { geometry, columns: { id: ids, commune: communes, section: sections, contenance } };
}

function addParcel(
  builder: GeometryBuilder,
  ring: readonly number[],
  place: (x: number, y: number) => [number, number],
): void {
  builder.startRow(GEOMETRY_KIND.polygon);
  for (let i = 0; i <= ring.length; i += 2) {
    const at = i % ring.length;
    const [x, y] = place(ring[at]!, ring[at + 1]!);
    builder.addVertex(toMillimetre(ORIGIN.x + x), toMillimetre(ORIGIN.y + y));
  }
  builder.endRing();
  builder.endPart();
  builder.endRow();
}

/** How many parcels each block has: by a smooth density, in whole numbers that add up to `count`. */
function parcelsOfBlocks(count: number, { columns, rows }: Ground): number[] {
  const density = createNoise('density', DENSITY_WAVE_M);
  const weights = Array.from({ length: columns * rows }, (_, block) => {
    const x = (block % columns) * BLOCK_M;
    const y = Math.floor(block / columns) * BLOCK_M;
    return 0.35 + (density(x, y) + 1) ** 2;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [weight, given] = [0, 0];
  return weights.map((own) => {
    weight += own;
    const upTo = Math.round((count * weight) / total);
    const parcels = upTo - given;
    given = upTo;
    return parcels;
  });
}

/** Communes are squares of blocks; each block of one is a section of its own, so that ids are unique. */
function nameBlock(column: number, row: number): { commune: string; section: string } {
  const number = Math.floor(row / COMMUNE_BLOCKS) * 40 + Math.floor(column / COMMUNE_BLOCKS) + 1;
  const block = (row % COMMUNE_BLOCKS) * COMMUNE_BLOCKS + (column % COMMUNE_BLOCKS);
  const letter = (index: number) => String.fromCharCode(65 + index);
  return {
    commune: `62${String(number).padStart(3, '0')}`,
    section: letter(Math.floor(block / 26)) + letter(block % 26),
  };
}

const ROAD_M = 8;
const BEND_M = 160;
const BEND_WAVE_M = 1600;
const DENSITY_WAVE_M = 5000;
const COMMUNE_BLOCKS = 8;
