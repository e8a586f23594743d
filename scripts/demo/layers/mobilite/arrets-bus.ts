import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { busStops } from '../../shapes/bus-lines.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { nearestRoad } from '../../shapes/nearest-road.ts';

/** The bus stops (names of GTFS), inside the territory; lines, stops and frequencies are simulated. */
export function buildArretsBus(ground: Ground): DemoLayer {
  const features = busStops(ground).flatMap(({ point: onRoad, lines }, i) => {
    const point = [onRoad[0]! + ASIDE_M, onRoad[1]! - ASIDE_M];
    const commune = communeAt(ground, point);
    if (!commune) return [];
    const street = nearestRoad(ground, point, ({ kind, name }) => kind === 'locale' && name !== '');
    const random = createRandom(`bus stop ${i}`);
    const name = street && street.distance < NAME_REACH_M ? street.road.name : commune.name;
    return [
      {
        geometry: { type: 'Point' as const, coordinates: point },
        properties: {
          stop_id: `TADAO-${String(i + 1).padStart(4, '0')}`,
          stop_name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          lignes: lines.join(', '),
          nb_lignes: lines.length,
          passages_jour: lines.length * random.integer(9, 34),
          wheelchair_boarding: random.next() < 0.55 ? 1 : 2,
        },
      },
    ];
  });
  return { id: 'arrets_bus', features };
}

const NAME_REACH_M = 160;
const ASIDE_M = 4;
