import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { ofCommune } from '../../of-commune.ts';
import { dwellingsOf, growTown, outlineOf, townBlocks } from '../../shapes/town-blocks.ts';

/**
 * Town centres in the sense of the scheme of shops: where shops are wanted first. Outlines, ranks and ceilings of
 * floor area are simulated.
 */
export function buildCentralites(ground: Ground): DemoLayer {
  const features = ground.communes.flatMap((commune) => {
    const level = LEVELS.find(({ isFor }) => isFor(commune));
    if (!level) return [];
    const town = townBlocks(ground).get(commune.code)!;
    const blocks = growTown(town, commune.centre, level.dwellings / dwellingsOf(commune));
    return [
      {
        geometry: { type: 'MultiPolygon' as const, coordinates: outlineOf(blocks) },
        properties: {
          id: `cen-${commune.code}`,
          nom: `Centralité ${ofCommune(commune.name)}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          niveau: level.name,
          plafond_m2: level.ceilingM2,
        },
      },
    ];
  });
  return { id: 'centralites', features };
}

interface Level {
  name: string;
  /** Dwellings within its outline. */
  dwellings: number;
  /** Largest floor area of a new shop, m²; null: none. */
  ceilingM2: number | null;
  isFor: (commune: GroundCommune) => boolean;
}

const MAJOR = ['62119', '62178'];
/** Towns of the programme Petites Villes de Demain, and those with a station pole or a market town's services. */
const STRUCTURING = ['62048', '62516', '62194', '62617', '62473', '62083', '62457', '62126'];

const LEVELS: Level[] = [
  {
    name: 'pôle majeur',
    dwellings: 1500,
    ceilingM2: null,
    isFor: ({ code }) => MAJOR.includes(code),
  },
  {
    name: 'pôle structurant',
    dwellings: 700,
    ceilingM2: 1500,
    isFor: ({ code }) => STRUCTURING.includes(code),
  },
  {
    name: 'pôle de proximité',
    dwellings: 350,
    ceilingM2: 500,
    isFor: ({ population }) => population >= 2500,
  },
  {
    name: 'centre-bourg',
    dwellings: 140,
    ceilingM2: 300,
    isFor: ({ population }) => population >= 1000,
  },
];
