import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { ringCentroid } from '../../ground/ring.ts';
import { createNoise, createRandom } from '../../random.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { farmLand } from './farm-land.ts';
import { readLand } from './foncier-facts.ts';

/**
 * Farmed parcels after the manner of the RPG (graphic register of parcels): neighbouring blocks of one crop and one
 * farm. Farms are numbers: there is no person behind them.
 */
export function buildParcellesAgricoles(ground: Ground): DemoLayer {
  const land = farmLand(ground);
  const farmOf = new Map(land.map(({ block, farm }) => [block, farm]));
  const organic = drawFarms('organic', readLand().organicFarms);
  const sold = drawFarms(
    'short',
    Math.round((readLand().shortCircuitPercent * readLand().farms) / 100),
  );
  const features: DemoFeature[] = [];
  for (const { code, name } of ground.communes) {
    const blocks = land.flatMap(({ block }) => (block.commune === code ? [block] : []));
    const keyOf = (block: GroundBlock) => `${cropOf(block)} ${farmOf.get(block)!}`;
    for (const { key, shape } of mergeBlocks(blocks, keyOf)) {
      const [crop, farm] = key.split(' ') as [string, string];
      features.push({
        geometry: { type: 'Polygon', coordinates: shape },
        properties: {
          id: `PAG-${String(features.length + 1).padStart(5, '0')}`,
          comm_insee: code,
          comm_nom: name,
          code_cultu: crop,
          code_group: GROUPS[crop]!,
          surf_ha: Math.round(polygonArea(shape) / 100) / 100,
          exploitant: `EXP-${String(Number(farm) + 1).padStart(3, '0')}`,
          bio: organic.has(Number(farm)),
          circuit_court: sold.has(Number(farm)),
        },
      });
    }
  }
  return { id: 'parcelles_agricoles', features };
}

/** Crop codes of the RPG → group codes. */
const GROUPS: Record<string, string> = {
  BTH: '1',
  MIS: '2',
  ORH: '3',
  CZH: '5',
  LIF: '9',
  PPH: '18',
  BTN: '24',
  PTC: '25',
  LEG: '25',
};
/** Crops of the plateau and of the low plain, commonest first, by quantiles of a noise. */
const PLATEAU = ['BTH', 'BTH', 'BTN', 'ORH', 'MIS', 'CZH', 'LIF', 'PTC'];
const LOW_PLAIN = ['BTH', 'MIS', 'PTC', 'LEG', 'LEG', 'BTN', 'PTC', 'BTH'];
/** The low plain of the Lys ("Bas-Pays"), where vegetables grow. */
const BAS_PAYS = new Set([
  '62706',
  '62252',
  '62529',
  '62606',
  '62520',
  '62454',
  '62584',
  '62195',
  '62713',
  '62770',
  '62747',
  '62851',
  '62330',
  '62310',
  '62190',
  '62863',
]);
const CROPS = createNoise('crops', 420);

function cropOf(block: GroundBlock): string {
  if (block.cover === 'prairie') return 'PPH';
  const crops = BAS_PAYS.has(block.commune) ? LOW_PLAIN : PLATEAU;
  const [x, y] = ringCentroid(block.ring) as [number, number];
  const mixed = (CROPS(x, y) + 1) * 37;
  return crops[Math.floor((mixed - Math.floor(mixed)) * crops.length)]!;
}

/** Farms drawn at random: an exact number of them. */
function drawFarms(seed: string, count: number): Set<number> {
  const random = createRandom(`farms ${seed}`);
  const ranked = Array.from({ length: readLand().farms }, (_, farm) => ({
    farm,
    rank: random.next(),
  })).sort((a, b) => a.rank - b.rank);
  return new Set(ranked.slice(0, count).map(({ farm }) => farm));
}
