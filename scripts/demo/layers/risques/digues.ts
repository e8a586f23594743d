import { type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { bucketKeys } from '../../shapes/bucket-keys.ts';
import { createFinder } from '../../shapes/find-in-shape.ts';
import { boxOf, polygonArea } from '../../shapes/polygon.ts';
import { type Building, buildingsOf } from '../limites/buildings.ts';
import { type Dyke, dykes } from './dykes.ts';

/** Dykes of the Lawe, the Clarence and their tributaries, with their state and what they protect. */
export function buildDigues(ground: Ground): DemoLayer {
  const features = describedDykes(ground).map(({ id, name, dyke, dwellings, people }) => {
    const random = createRandom(`dyke ${id}`);
    return {
      geometry: { type: 'LineString' as const, coordinates: dyke.line },
      properties: {
        id,
        nom: name,
        comm_insee: dyke.commune.code,
        comm_nom: dyke.commune.name,
        cours_eau: dyke.river,
        rive: dyke.bank,
        systeme: `Système d’endiguement de la ${SYSTEMS[dyke.river]}`,
        classe: classOf(people),
        etat: pick(random.next()),
        hauteur_m: Math.round(10 * random.between(0.6, 2.1)) / 10,
        longueur_m: Math.round(lineLength(dyke.line)),
        logements_proteges: dwellings,
        population_protegee: people,
        inspection: `${random.integer(2022, 2024)}-${String(random.integer(3, 11)).padStart(2, '0')}-15`,
      },
    };
  });
  return { id: 'digues', features };
}

/** The land that each dyke protects from the medium flood. */
export function buildZonesProtegees(ground: Ground): DemoLayer {
  const features = describedDykes(ground).map(({ id, name, dyke, dwellings, people }) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: dyke.protectedLand },
    properties: {
      id: id.replace('DIG', 'ZP'),
      digue: id,
      nom: name.replace('Digue', 'Zone protégée par la digue'),
      comm_insee: dyke.commune.code,
      comm_nom: dyke.commune.name,
      cours_eau: dyke.river,
      logements: dwellings,
      population: people,
      surface_ha:
        Math.round(dyke.protectedLand.reduce((sum, part) => sum + polygonArea(part), 0) / 100) /
        100,
    },
  }));
  return { id: 'zones_protegees', features };
}

interface DescribedDyke {
  id: string;
  name: string;
  dyke: Dyke;
  /** Dwellings behind it, and the people who live in them. */
  dwellings: number;
  people: number;
}

const describedDykes = oncePerGround((ground: Ground): DescribedDyke[] => {
  const homes = homeIndex(ground);
  const counts = new Map<string, number>();
  return dykes(ground).map((dyke, i) => {
    const place = `Digue de la ${dyke.river} à ${dyke.commune.name}, ${dyke.bank}`;
    const rank = (counts.get(place) ?? 0) + 1;
    counts.set(place, rank);
    const isBehind = createFinder(dyke.protectedLand);
    const name = rank === 1 ? place : `${place}, tronçon ${rank}`;
    const box = boxOf(dyke.protectedLand.flat(2));
    const dwellings = [...bucketKeys(box, BUCKET_M)]
      .flatMap((key) => homes.get(key) ?? [])
      .filter(({ centre }) => isBehind(centre))
      .reduce((sum, home) => sum + home.dwellings, 0);
    const people = Math.round(dwellings * PERSONS_BY_DWELLING);
    return { id: `DIG-${String(i + 1).padStart(3, '0')}`, name, dyke, dwellings, people };
  });
});

/** The buildings that have dwellings, in square buckets of `BUCKET_M`. */
function homeIndex(ground: Ground): Map<string, Building[]> {
  const homes = new Map<string, Building[]>();
  for (const building of buildingsOf(ground)) {
    if (building.dwellings === 0) continue;
    const [x, y] = building.centre as [number, number];
    for (const key of bucketKeys([x, y, x, y], BUCKET_M)) {
      const bucket = homes.get(key);
      if (bucket) bucket.push(building);
      else homes.set(key, [building]);
    }
  }
  return homes;
}

const BUCKET_M = 500;
const PERSONS_BY_DWELLING = 2.03;
const SYSTEMS: Record<string, string> = {
  Lawe: 'Lawe',
  Biette: 'Lawe',
  Loisne: 'Lawe',
  Clarence: 'Clarence',
  Nave: 'Clarence',
};

/** Class of the Environment Code (R214-113), by the people protected; the study that settles it is under way. */
function classOf(people: number): string {
  if (people > 30_000) return 'A';
  if (people > 3000) return 'B';
  return people >= 30 ? 'C' : 'non classée';
}

function pick(draw: number): string {
  if (draw < 0.42) return 'bon';
  if (draw < 0.78) return 'moyen';
  return draw < 0.94 ? 'dégradé' : 'à reprendre';
}
