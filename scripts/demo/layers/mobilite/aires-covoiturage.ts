import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { ofCommune } from '../../of-commune.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { crossings } from '../../shapes/crossings.ts';
import { degreesOf } from '../../shapes/degrees.ts';
import { nearestInterchange } from './echangeurs.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * The car-share areas (fields of the base nationale des lieux de covoiturage): as many of the intercommunality as the
 * published count, at crossings of main roads apart from one another, and the one by the motorway that the documents name.
 */
export function buildAiresCovoiturage(ground: Ground): DemoLayer {
  const { count, source, extended } = readMobility().carShare;
  const owner = findCommune(ground, extended.commune);
  const gate = nearestInterchange(ground, owner.centre).point;
  const named = describe(owner, [gate[0]! + 60, gate[1]! + 45], {
    nom_lieu: extended.name,
    proprio: extended.owner,
    nbre_pl: 120,
    source: describeSource(extended.source),
  });
  const others = spreadCrossings(ground, gate, count).map((point) => {
    const commune = communeAt(ground, point)!;
    const random = createRandom(`car share ${commune.code}`);
    return describe(commune, point, {
      nom_lieu: `Aire de covoiturage ${ofCommune(commune.name)}`,
      proprio: 'CABBALR',
      nbre_pl: 5 * random.integer(5, 14),
      source: `${describeSource(source)} ; lieu simulé`,
    });
  });
  return { id: 'aires_covoiturage', features: [...others, named].map(numbered) };
}

/** `count` crossings of main roads in the larger communes, each as far as can be from those before and from `gate`. */
function spreadCrossings(ground: Ground, gate: Position, count: number): Position[] {
  const lines = ground.roads.filter(({ kind }) => kind === 'principale').map(({ line }) => line);
  const found = crossings(lines, lines, APART_M)
    .map(({ point }) => [point[0]! + ASIDE_M, point[1]! + ASIDE_M])
    .filter((point) => (communeAt(ground, point)?.population ?? 0) >= SMALLEST_POPULATION);
  const chosen: Position[] = [];
  while (chosen.length < count && found.length > 0) {
    const away = (point: Position) =>
      Math.min(...[gate, ...chosen].map((other) => distance(other, point)));
    chosen.push(found.reduce((best, point) => (away(point) > away(best) ? point : best)));
  }
  return chosen;
}

const APART_M = 400;
const SMALLEST_POPULATION = 2000;
const ASIDE_M = 35;
/** Who gives the data. */
const EPCI_SIREN = '200072460';

function describe(
  commune: GroundCommune,
  point: Position,
  row: { nom_lieu: string; proprio: string; nbre_pl: number; source: string },
): DemoFeature {
  const [lng, lat] = degreesOf(point);
  return {
    geometry: { type: 'Point', coordinates: point },
    properties: {
      nom_lieu: row.nom_lieu,
      ad_lieu: null,
      com_lieu: commune.name,
      insee: commune.code,
      Xlong: lng,
      Ylat: lat,
      type: 'Aire de covoiturage',
      date_maj: '2025-06-30',
      ouvert: true,
      nbre_pl: row.nbre_pl,
      nbre_pmr: Math.max(1, Math.round(row.nbre_pl / 40)),
      duree: 1440,
      horaires: 'Mo-Su 00:00-24:00',
      proprio: row.proprio,
      lumiere: true,
      agglo: row.proprio === 'CABBALR',
      source: EPCI_SIREN,
      provenance: row.source,
    },
  };
}

function numbered({ geometry, properties }: DemoFeature, index: number): DemoFeature {
  const insee = properties.insee as string;
  return {
    geometry,
    properties: { id_lieu: `${insee}-C-${String(index + 1).padStart(3, '0')}`, ...properties },
  };
}
