import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock } from '../../ground/ground.ts';
import { closeRing, distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { cutToArea } from '../../shapes/cut-to-area.ts';
import { farmLand } from './farm-land.ts';

/**
 * Land that the agglomeration bought and sold in 2024. The sums (17,6 ha and 5,6 ha) are published; each piece, its
 * commune and its use are simulated, its outline measures exactly its area.
 */
export function buildMutationsFoncieres(ground: Ground): DemoLayer {
  const taken = new Set<GroundBlock>();
  const features = MUTATIONS.map(([sense, code, areaHa, use, wasFarmed], i) => {
    const { name } = findCommune(ground, code);
    const block = fieldFor(ground, code, areaHa * HECTARE_M2, taken);
    return {
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: cutToArea([closeRing(block.ring)], areaHa * HECTARE_M2),
      },
      properties: {
        id: `mut-2024-${String(i + 1).padStart(2, '0')}`,
        comm_insee: code,
        comm_nom: name,
        sens: sense,
        annee: 2024,
        usage: use,
        surface_ha: areaHa,
        terre_agricole: wasFarmed,
        compensation: sense === 'acquisition' && wasFarmed,
      },
    };
  });
  return { id: 'mutations_foncieres', features };
}

const HECTARE_M2 = 10_000;
/** A field e times too large is as bad as one so much farther. */
const EXCESS_M = 2000;

type Mutation = [
  sense: 'acquisition' | 'cession',
  commune: string,
  areaHa: number,
  use: string,
  wasFarmed: boolean,
];

const MUTATIONS: Mutation[] = [
  ['acquisition', '62377', 4.6, 'zone d’expansion de crues', true],
  ['acquisition', '62770', 3.4, 'réserve pour compensation agricole', true],
  ['acquisition', '62841', 2.6, 'protection de captage', true],
  ['acquisition', '62516', 2.3, 'bassin de rétention', true],
  ['acquisition', '62443', 1.5, 'assainissement', false],
  ['acquisition', '62262', 1.2, 'déchetterie', true],
  ['acquisition', '62706', 1.1, 'déchetterie', true],
  ['acquisition', '62119', 0.9, 'itinéraire cyclable', false],
  ['cession', '62727', 2.4, 'lot d’activité', false],
  ['cession', '62276', 1.6, 'lot d’activité', false],
  ['cession', '62457', 0.7, 'équipement communal', false],
  ['cession', '62617', 0.5, 'délaissé', false],
  ['cession', '62520', 0.4, 'compensation agricole', true],
];

/** The field of a commune that is large enough, not much larger, and near its town. */
function fieldFor(ground: Ground, code: string, areaM2: number, taken: Set<GroundBlock>) {
  const { centre } = findCommune(ground, code);
  const misfit = ({ ring }: GroundBlock) =>
    distance(ringCentroid(ring), centre) + EXCESS_M * Math.log(ringArea(ring) / areaM2);
  const block = farmLand(ground)
    .flatMap(({ block }) => (block.commune === code && !taken.has(block) ? [block] : []))
    .filter(({ ring }) => ringArea(ring) > areaM2)
    .reduce((a, b) => (misfit(b) < misfit(a) ? b : a));
  taken.add(block);
  return block;
}
