import type { Position } from 'geojson';
import { createNoise, createRandom, type Random } from '../random.ts';
import { absorbScraps } from './absorb-scraps.ts';
import { cutBlocks, type RawBlock } from './cut-blocks.ts';
import { type CuttingLine, cutFaces } from './cut-faces.ts';
import { flatness } from './ditches.ts';
import type { Ground, GroundBlock, GroundCommune, GroundRiver, GroundRoad } from './ground.ts';
import type { EdgeKind } from './piece.ts';
import { ringArea, ringCentroid } from './ring.ts';
import { type Settlement, settle, type Terrain } from './settlement.ts';

/** A street or track that was cut between blocks. */
export interface LocalWay {
  commune: string;
  kind: 'street' | 'track';
  line: Position[];
}

/**
 * The blocks of a commune, with what stands on them and their zone, and the streets between them.
 * The commune's land is cut first by its rivers, roads and rail lines, then by streets and tracks.
 */
export function layBlocks(
  commune: GroundCommune,
  { rivers, roads, rails }: Pick<Ground, 'rivers' | 'roads' | 'rails'>,
  terrain: Terrain,
): { blocks: GroundBlock[]; ways: LocalWay[] } {
  const settlement = settle(commune, roads, terrain);
  const random = createRandom(`blocks ${commune.code}`);
  const limit = commune.shape[0]![0]!.slice(0, -1);
  const faces = cutFaces(limit, cuttingLines(rivers, roads, rails));
  const blocks: GroundBlock[] = [];
  const ways: LocalWay[] = [];
  for (const face of faces) {
    const cut = cutBlocks(face, settlement, random);
    blocks.push(...cut.blocks.map((block) => describe(block, settlement, terrain, random)));
    ways.push(...cut.ways.map((way) => ({ ...way, commune: commune.code })));
  }
  return { blocks: absorbScraps(blocks, SMALLEST_ZONE_M2), ways };
}

const ROAD_EDGES: Record<GroundRoad['kind'], EdgeKind> = {
  autoroute: 'motorway',
  principale: 'main',
  secondaire: 'secondary',
  locale: 'street',
};
const QUARTERS = createNoise('quarters', 480);
const WOODS = createNoise('woods', 1500);
const GROVES = createNoise('groves', 450);
const SMALLEST_ZONE_M2 = 900;
const WET_M = 110;
const DAMP_M = 260;
const POND_SHARE = 0.04;
const OPEN_AU_SHARE = 0.13;
const CLOSED_AU_SHARE = 0.07;

function cuttingLines(
  rivers: GroundRiver[],
  roads: GroundRoad[],
  rails: Ground['rails'],
): CuttingLine[] {
  return [
    ...rivers.map(({ line, name }): CuttingLine => ({ line, kind: name ? 'river' : 'ditch' })),
    ...roads.map(({ line, kind }) => ({ line, kind: ROAD_EDGES[kind] })),
    ...rails.map(({ line }): CuttingLine => ({ line, kind: 'rail' })),
  ];
}

function describe(
  raw: RawBlock,
  settlement: Settlement,
  terrain: Terrain,
  random: Random,
): GroundBlock {
  const { ring, edges } = raw;
  const block = { commune: settlement.commune.code, ring, edges };
  if (raw.use === 'works') return { ...block, cover: 'activité', fabric: null, zone: 'UE' };
  if (raw.use === 'built')
    return { ...block, cover: 'bâti', ...describeTown(raw, settlement, random.next()) };
  return { ...block, fabric: null, ...describeLand(raw, terrain, random) };
}

/** Fabrics come in quarters: neighbouring blocks are alike more often than not. */
function describeTown(
  { ring, urbanity }: RawBlock,
  { commune, density, mining }: Settlement,
  draw: number,
): Pick<GroundBlock, 'fabric' | 'zone'> {
  const isTown = commune.population > 2200 && density > 330;
  if (urbanity > 0.05 && draw < 0.035) return { fabric: 'équipement', zone: 'UL' };
  if (urbanity > 0.72) return { fabric: isTown ? 'centre' : 'village', zone: 'UA' };
  const zone = isTown && urbanity > 0.3 ? 'UB' : 'UC';
  const [x, y] = ringCentroid(ring) as [number, number];
  const quarter = QUARTERS(x, y) + 0.5 * (draw - 0.5);
  if (mining && quarter > 0) return { fabric: 'cité', zone };
  if (!isTown) return { fabric: quarter < 0.3 ? 'village' : 'pavillons', zone };
  return { fabric: zone === 'UB' && quarter > -0.4 ? 'faubourg' : 'pavillons', zone };
}

function describeLand(
  raw: RawBlock,
  terrain: Terrain,
  random: Random,
): Pick<GroundBlock, 'cover' | 'zone'> {
  const areaM2 = ringArea(raw.ring);
  const [x, y] = ringCentroid(raw.ring) as [number, number];
  const draw = random.next();
  if (raw.use === 'bank') {
    const isPond = areaM2 < 40_000 && draw < POND_SHARE;
    return { cover: isPond ? 'eau' : draw > 0.86 ? 'bois' : 'prairie', zone: 'N' };
  }
  const hills = 1 - flatness([x, y]);
  if (0.75 * WOODS(x, y) + 0.45 * GROVES(x, y) > 0.62 - 0.22 * hills && raw.urbanity < -0.12) {
    return { cover: 'bois', zone: 'N' };
  }
  const toWater = terrain.water.distanceFrom(x, y);
  if (toWater < WET_M) return { cover: 'prairie', zone: 'N' };
  const mayGrow = raw.urbanity > -0.22 && areaM2 > 6000 && areaM2 < 80_000 && toWater > DAMP_M;
  const cover = draw > (toWater < DAMP_M ? 0.4 : 0.83) ? 'prairie' : 'culture';
  if (mayGrow && draw < OPEN_AU_SHARE) return { cover, zone: '1AU' };
  if (mayGrow && draw < OPEN_AU_SHARE + CLOSED_AU_SHARE) return { cover, zone: '2AU' };
  return { cover, zone: 'A' };
}
