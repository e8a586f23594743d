import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, lineLength } from '../../ground/ring.ts';
import { ofCommune } from '../../of-commune.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { sliceLine } from '../../shapes/polyline.ts';
import { roundWalk, walkBetween } from '../../shapes/trails.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * The walking trails: the pilgrims' way along the Roman road that the documents name, walks that link the heritage
 * villages, and round walks from the villages, up to the published kilometres in all (planar, CC50). Courses simulated.
 */
export function buildSentiers(ground: Ground): DemoLayer {
  const metres = publishedFigure(TRAILS_KM) * 1000;
  const trails = [...pilgrimsWay(ground), ...villageLinks(ground)];
  const left = metres - trails.reduce((sum, { line }) => sum + lineLength(line), 0);
  trails.push(...roundWalks(ground, left));
  const features = trails.map(
    ({ line, commune, nom, type, source }, i): DemoFeature => ({
      geometry: { type: 'LineString', coordinates: line },
      properties: {
        id: `SE${String(i + 1).padStart(3, '0')}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        nom,
        type,
        longueur_km: Number((lineLength(line) / 1000).toFixed(3)),
        balisage: createRandom(`trail ${nom}`).next() < 0.8,
        source,
      },
    }),
  );
  return { id: 'sentiers', features };
}

interface Trail {
  line: Position[];
  /** Where it starts. */
  commune: GroundCommune;
  nom: string;
  type: string;
  source: string;
}

/** Indicator: kilometres of walking trails. */
const TRAILS_KM = 'ind-152';
const SIMULATED = 'Tracé simulé';
/** The first round walk of a commune, and the second where one is not enough. */
const TURNS = ['Boucle', 'Seconde boucle'];
const [SHORTEST_M, LONGEST_M] = [3000, 11_000];
/** Walks come out shorter than they are wanted. */
const EAGERNESS = 1.1;

/** The part inside the territory of the road that carries the way. */
function pilgrimsWay(ground: Ground): Trail[] {
  const { name, road, source } = readMobility().francigena;
  return ground.roads
    .filter((candidate) => candidate.name === road)
    .flatMap(({ line }) => {
      const inside = line.filter((point) => communeAt(ground, point) !== null);
      const commune = communeAt(ground, inside[0]!)!;
      return [
        {
          line: inside,
          commune,
          nom: name,
          type: 'itinéraire culturel',
          source: describeSource(source),
        },
      ];
    });
}

/** One walk from each heritage village to the nearest one that is linked already. */
function villageLinks(ground: Ground): Trail[] {
  const [first, ...others] = readMobility().heritageVillages.communes.map((code) =>
    findCommune(ground, code),
  );
  const linked = [first!];
  return others.map((): Trail => {
    const pairs = others
      .filter((village) => !linked.includes(village))
      .flatMap((village) => linked.map((from) => ({ from, village })));
    const { from, village } = pairs.reduce((best, pair) =>
      distance(pair.from.centre, pair.village.centre) <
      distance(best.from.centre, best.village.centre)
        ? pair
        : best,
    );
    linked.push(village);
    return {
      line: walkBetween(ground, from.centre, village.centre),
      commune: from,
      nom: `Liaison ${from.name} – ${village.name}`,
      type: 'liaison entre villages',
      source: SIMULATED,
    };
  });
}

/**
 * A round walk from each commune, the largest communes first, then second ones; each is about as long as what is left to
 * walk wants, and the last one is cut where the sum is reached.
 */
function roundWalks(ground: Ground, metres: number): Trail[] {
  const bySize = [...ground.communes].sort((a, b) => b.areaM2 - a.areaM2);
  const starts = TURNS.flatMap((name, turn) => bySize.map((commune) => ({ commune, name, turn })));
  const trails: Trail[] = [];
  let left = metres;
  for (const [i, { commune, name, turn }] of starts.entries()) {
    if (left <= 0) break;
    const wanted = (EAGERNESS * left) / Math.max(1, bySize.length - i);
    const whole = roundWalk(
      ground,
      commune,
      Math.min(LONGEST_M, Math.max(SHORTEST_M, wanted)),
      turn,
    );
    const length = Math.min(left, lineLength(whole));
    if (length === 0) continue;
    left -= length;
    trails.push({
      line: sliceLine(whole, 0, length),
      commune,
      nom: `${name} ${ofCommune(commune.name)}`,
      type: 'boucle',
      source: SIMULATED,
    });
  }
  return trails;
}
