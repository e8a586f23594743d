import type { Position } from 'geojson';
import { type DemoFeature, type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { layLots } from '../../ground/lots.ts';
import { closeRing, ringArea } from '../../ground/ring.ts';
import { nameSections } from '../../ground/sections.ts';
import { createRandom, type Random } from '../../random.ts';

/** A parcel, and the block that it was cut from. */
export interface Parcel {
  block: GroundBlock;
  /** Open ring, anticlockwise, CC50 metres. */
  ring: Position[];
  feature: DemoFeature;
}

/** The cadastral parcels (Etalab fields), about 270 000. */
export function buildParcelles(ground: Ground): DemoLayer {
  return { id: 'parcelles', features: parcelsOf(ground).map(({ feature }) => feature) };
}

/**
 * The cadastral parcels: simple polygons inside one block, hence inside one commune and one zone; those of a block
 * follow each other. Numbers run from block to block within a section. Cost: about ten seconds.
 */
export const parcelsOf = oncePerGround((ground: Ground): Parcel[] =>
  ground.communes.flatMap((commune) => {
    const blocks = ground.blocks.filter((block) => block.commune === commune.code);
    return parcelCommune(commune, blocks);
  }),
);

const TOWN_POPULATION = 900;
const FIRST_YEAR = 1989;
const LAST_YEAR = 2025;

function parcelCommune(commune: GroundCommune, blocks: GroundBlock[]): Parcel[] {
  const random = createRandom(`parcels ${commune.code}`);
  const lots = blocks.map((block) => layLots(block, random));
  const sections = nameSections(
    blocks.map((block, index) => ({
      ring: block.ring,
      lots: lots[index]!.length,
      built: block.cover === 'bâti' || block.cover === 'activité',
    })),
    commune.population > TOWN_POPULATION,
  );
  const counts = new Map<string, number>();
  const parcels: Parcel[] = [];
  lots.forEach((rings, index) => {
    const section = sections[index]!;
    for (const ring of rings) {
      const number = (counts.get(section) ?? 0) + 1;
      counts.set(section, number);
      const feature = describe(commune.code, section, number, ring, random);
      parcels.push({ block: blocks[index]!, ring, feature });
    }
  });
  return parcels;
}

function describe(
  commune: string,
  section: string,
  number: number,
  ring: Position[],
  random: Random,
): DemoFeature {
  const arpente = random.next() < 0.34;
  const error = random.normal() * (arpente ? 0.004 : 0.018);
  const created = random.integer(FIRST_YEAR, LAST_YEAR);
  const updated = random.next() < 0.4 ? random.integer(created, LAST_YEAR) : created;
  const id = `${commune}000${section.padStart(2, '0')}${String(number).padStart(4, '0')}`;
  return {
    geometry: { type: 'Polygon', coordinates: [closeRing(ring)] },
    properties: {
      id,
      commune,
      prefixe: '000',
      section,
      numero: String(number),
      contenance: Math.max(1, Math.round(ringArea(ring) * (1 + error))),
      arpente,
      ...dates(created, updated, random),
    },
  };
}

function dates(created: number, updated: number, random: Random) {
  const months = [random.integer(1, 12), random.integer(1, 12)].sort((a, b) => a - b);
  const days = [random.integer(1, 14), random.integer(15, 28)];
  const iso = (year: number, at: number) =>
    `${year}-${String(months[at]).padStart(2, '0')}-${String(days[at]).padStart(2, '0')}`;
  return { created: iso(created, 0), updated: iso(updated, updated > created ? 1 : 0) };
}
