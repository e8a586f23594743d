import type { Position } from 'geojson';
import { type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { ofCommune } from '../../of-commune.ts';
import { dwellingsOf, growTown, outlineOf, townBlocks } from '../../shapes/town-blocks.ts';

/** Town centres in the sense of the scheme of shops: where shops are wanted first. */
export function buildCentralites(ground: Ground): DemoLayer {
  const features = [...centralities(ground).values()].map(({ commune, level, shape }) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: shape },
    properties: {
      id: `cen-${commune.code}`,
      nom: `Centralité ${ofCommune(commune.name)}`,
      comm_insee: commune.code,
      comm_nom: commune.name,
      niveau: level.name,
      plafond_m2: level.ceilingM2,
    },
  }));
  return { id: 'centralites', features };
}

/** INSEE code → the centre of the commune, where it has one. Outlines, ranks and ceilings of floor area are simulated. */
export const centralities: (ground: Ground) => Map<string, Centrality> = oncePerGround((ground) => {
  const found = new Map<string, Centrality>();
  for (const commune of ground.communes) {
    const level = LEVELS.find(({ isFor }) => isFor(commune));
    if (!level) continue;
    const town = townBlocks(ground).get(commune.code)!;
    const blocks = growTown(town, commune.centre, level.dwellings / dwellingsOf(commune));
    found.set(commune.code, { commune, level, shape: outlineOf(blocks) });
  }
  return found;
});

/** A town centre, laid on the ground. */
export interface Centrality {
  commune: GroundCommune;
  level: Level;
  /** MultiPolygon coordinates, CC50 metres. */
  shape: Position[][][];
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
