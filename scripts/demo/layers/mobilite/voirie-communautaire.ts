import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundRoad } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createNoise, createRandom } from '../../random.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { boxOf } from '../../shapes/polygon.ts';
import { nearestOnLine, pointAlong, sliceLine } from '../../shapes/polyline.ts';
import { layOutZones } from '../economie/activity-zones.ts';

/**
 * The roads kept by the intercommunality: the streets that serve the activity zones, nearest first, up to the published
 * kilometres (planar, CC50). Slopes, states and priorities of salting are simulated.
 */
export function buildVoirieCommunautaire(ground: Ground): DemoLayer {
  const slopes = slopeOf(ground);
  const features = servingRoads(ground).map(({ road, line, zone }, i) => {
    const random = createRandom(`community road ${i}`);
    const { point } = pointAlong(line, lineLength(line) / 2);
    const commune = communeAt(ground, point);
    const slope = Number(slopes(point).toFixed(1));
    return {
      geometry: { type: 'LineString' as const, coordinates: line },
      properties: {
        id: `VC${String(i + 1).padStart(4, '0')}`,
        comm_insee: commune?.code ?? null,
        comm_nom: commune?.name ?? null,
        nom: road.name === '' ? `Voie de desserte, ${zone}` : road.name,
        zone_desservie: zone,
        longueur_m: Math.round(lineLength(line)),
        pente_pct: slope,
        salage: priorityOf(slope, road.kind, random.next()),
        etat: random.next() < 0.6 ? 'bon' : random.next() < 0.7 ? 'moyen' : 'dégradé',
      },
    };
  });
  return { id: 'voirie_communautaire', features };
}

/** Indicator: kilometres of community roads. */
const ROADS_KM = 'ind-199';
const REACH_M = 1500;
const SHORTEST_M = 40;
const STEEP_PCT = 4;
const STEEPEST_PCT = 7.5;

interface Serving {
  road: GroundRoad;
  line: Position[];
  /** Name of the zone it serves. */
  zone: string;
}

/** Streets by their distance to the nearest zone; the last one is cut so that the sum is exact. */
function servingRoads(ground: Ground): Serving[] {
  const zones = layOutZones(ground);
  const streets = ground.roads.filter(
    ({ kind, name }) => kind === 'secondaire' || (kind === 'locale' && name !== ''),
  );
  const rated = streets
    .filter(({ line }) => lineLength(line) >= SHORTEST_M)
    .map((road) => {
      const [left, low, right, high] = boxOf(road.line);
      const near = zones
        .filter(({ estate: { centre } }) => {
          const [x, y] = centre as [number, number];
          return (
            x > left - REACH_M && x < right + REACH_M && y > low - REACH_M && y < high + REACH_M
          );
        })
        .map(({ name, estate }) => ({
          name,
          away: nearestOnLine(road.line, estate.centre).distance,
          along: nearestOnLine(road.line, estate.centre).along,
        }))
        .sort((a, b) => a.away - b.away)[0];
      return { road, near };
    })
    .filter(({ near, road }) => near !== undefined && communeAt(ground, road.line[0]!) !== null)
    .sort((a, b) => a.near!.away - b.near!.away);
  const chosen: Serving[] = [];
  let left = publishedFigure(ROADS_KM) * 1000;
  for (const { road, near } of rated) {
    const whole = road.kind === 'locale' ? road.line : around(road.line, near!.along);
    const metres = Math.min(left, lineLength(whole));
    left -= metres;
    if (metres > 0) chosen.push({ road, line: sliceLine(whole, 0, metres), zone: near!.name });
  }
  return chosen;
}

/** The part of a long road within a few hundred metres of a place on it. */
function around(line: Position[], along: number): Position[] {
  return sliceLine(line, Math.max(0, along - 350), Math.min(lineLength(line), along + 350));
}

/** Slope in percent: gentle in the plain of the north-east, steeper on the hills of the south-west. */
function slopeOf({ communes }: Ground): (point: Position) => number {
  const box = boxOf(communes.map(({ centre }) => centre));
  const hills = createNoise('slopes', 900);
  return ([x, y]) => {
    const east = (x! - box[0]) / (box[2] - box[0]);
    const north = (y! - box[1]) / (box[3] - box[1]);
    const height = Math.max(0.1, 1 - 0.55 * north - 0.45 * east);
    return STEEPEST_PCT * height * (0.5 + 0.5 * Math.abs(hills(x!, y!)) + 0.25 * hills(y!, x!));
  };
}

function priorityOf(slope: number, kind: GroundRoad['kind'], chance: number): number {
  if (slope >= STEEP_PCT || kind === 'secondaire') return 1;
  return chance < 0.45 ? 2 : 3;
}
