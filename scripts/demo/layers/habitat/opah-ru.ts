import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import {
  dwellingsOf,
  growTown,
  outlineOf,
  type TownBlock,
  townBlocks,
} from '../../shapes/town-blocks.ts';
import { readHousing } from './habitat-facts.ts';

/**
 * The perimeters of OPAH-RU in the centres of four communes, by group of blocks ("îlot") of at least `FEWEST`
 * dwellings: no figure speaks of one household.
 */
export function buildOpahRu(ground: Ground): DemoLayer {
  const features = readHousing().renewal.communes.flatMap((code) => {
    const commune = findCommune(ground, code);
    const dwellings = dwellingsOf(commune);
    const town = townBlocks(ground).get(code)!;
    const centre = growTown(town, commune.centre, PERIMETER_DWELLINGS / dwellings);
    const groups = groupBlocks(centre, FEWEST / dwellings);
    return groups.map((group, i): DemoFeature => {
      const id = `opah-${code}-${String(i + 1).padStart(2, '0')}`;
      const held = Math.round(dwellings * group.reduce((sum, { share }) => sum + share, 0));
      return {
        geometry: { type: 'MultiPolygon', coordinates: outlineOf(group) },
        properties: {
          id,
          nom: `OPAH-RU ${commune.name}, îlot ${i + 1}`,
          comm_insee: code,
          comm_nom: commune.name,
          logements: held,
          ...conditionsOf(id, held),
        },
      };
    });
  });
  return { id: 'opah_ru', features };
}

const PERIMETER_DWELLINGS = 1100;
const FEWEST = 30;

/** Old and vacant dwellings of an îlot: both more frequent in some, and often together. */
function conditionsOf(id: string, dwellings: number): Record<string, number> {
  const random = createRandom(id);
  const decay = random.next();
  const old = Math.round(dwellings * Math.min(0.98, 0.45 + 0.4 * decay + random.between(0, 0.12)));
  const vacant = Math.round(dwellings * (0.04 + 0.16 * decay ** 2 + random.between(0, 0.04)));
  return {
    logements_anciens: old,
    vacants: vacant,
    part_anciens: Math.round((1000 * old) / dwellings) / 10,
    taux_vacance: Math.round((1000 * vacant) / dwellings) / 10,
  };
}

/** Blocks in groups of neighbours that hold at least `share` of the dwellings each. */
function groupBlocks(blocks: TownBlock[], share: number): TownBlock[][] {
  const taken = new Set<TownBlock>();
  const groups: TownBlock[][] = [];
  for (const block of blocks) {
    if (taken.has(block)) continue;
    const group: TownBlock[] = [];
    while (taken.size < blocks.length && heldBy(group) < share) {
      group.push(...growTown(blocks, block.centre, 0, taken));
    }
    if (heldBy(group) < share && groups.length > 0) groups.at(-1)!.push(...group);
    else groups.push(group);
  }
  return groups;
}

function heldBy(group: TownBlock[]): number {
  return group.reduce((sum, { share }) => sum + share, 0);
}
