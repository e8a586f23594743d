import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { nearestOnLine } from '../../shapes/polyline.ts';

/**
 * One simulated project zone in two places, to compare them: A among the fields by the river, B at the edge of the
 * town, away from it.
 */
export function buildScenarios(ground: Ground): DemoLayer {
  const commune = findCommune(ground, COMMUNE);
  const blocks = ground.blocks.filter((block) => block.commune === COMMUNE);
  const away = ({ ring }: GroundBlock) => distance(ringCentroid(ring), commune.centre);
  const nearest = (candidates: GroundBlock[]) =>
    candidates.reduce((a, b) => (away(b) < away(a) ? b : a));
  const isField = ({ cover }: GroundBlock) => cover === 'culture' || cover === 'prairie';
  const byRiver = nearest(
    blocks.filter(
      (block) => isField(block) && block.edges.includes('river') && away(block) > OUT_M,
    ),
  );
  const dry = ({ ring }: GroundBlock) => {
    const centre = ringCentroid(ring);
    return ground.rivers.every(({ line, plainM }) => {
      return plainM === 0 || nearestOnLine(line, centre).distance > plainM + DRY_M;
    });
  };
  const byTown = nearest(
    blocks.filter((block) => isField(block) && ringArea(block.ring) > SEED_M2 && dry(block)),
  );
  const variants = [
    { variant: 'A', from: byRiver, near: blocks.filter(isField) },
    {
      variant: 'B',
      from: byTown,
      near: blocks.filter(({ cover }) => cover !== 'eau' && cover !== 'bâti'),
    },
  ];
  const features = variants.map(({ variant, from, near }) => {
    const shape = grow(from, near);
    const areaM2 = shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        id: `sce-${variant}`,
        nom: 'Zone de projet de Lillers (simulée)',
        variante: variant,
        comm_insee: commune.code,
        comm_nom: commune.name,
        surface_ha: Math.round(areaM2 / 100) / 100,
      },
    };
  });
  return { id: 'scenarios', features };
}

/** Lillers. */
const COMMUNE = '62516';
const OUT_M = 900;
const SEED_M2 = 5000;
const DRY_M = 250;
const WANTED_M2 = 120_000;

/** The nearest blocks to one, until they make the area that is wanted. */
function grow(from: GroundBlock, near: GroundBlock[]): Position[][][] {
  const centre = ringCentroid(from.ring);
  const away = ({ ring }: GroundBlock) => distance(ringCentroid(ring), centre);
  const chosen: GroundBlock[] = [];
  let areaM2 = 0;
  for (const block of [...near].sort((a, b) => away(a) - away(b))) {
    const next = ringArea(block.ring);
    if (areaM2 + next > 1.15 * WANTED_M2) continue;
    chosen.push(block);
    areaM2 += next;
    if (areaM2 >= WANTED_M2) break;
  }
  return mergeBlocks(chosen, () => '').map(({ shape }) => shape);
}
