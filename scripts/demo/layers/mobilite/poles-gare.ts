import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { placeStations } from './gares.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * The operations about the stations, one point each beside the station of their commune, with the steps of their calendar
 * as the documents tell them. Only the position and the number of places are simulated.
 */
export function buildPolesGare(ground: Ground): DemoLayer {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const features = readMobility().stationHubs.map((hub, i) => {
    const commune = findCommune(ground, hub.commune);
    const station = stations.find((placed) => placed.commune === commune)!;
    const random = createRandom(`hub ${hub.name}`);
    const angle = random.between(0, 2 * Math.PI);
    const [x, y] = station.point as [number, number];
    const isParking = hub.kind === 'parking';
    return {
      geometry: {
        type: 'Point' as const,
        coordinates: [x + ASIDE_M * Math.cos(angle), y + ASIDE_M * Math.sin(angle)],
      },
      properties: {
        id: `PG${String(i + 1).padStart(2, '0')}`,
        comm_insee: hub.commune,
        comm_nom: commune.name,
        nom: hub.name,
        gare: station.station.name,
        nature: hub.kind,
        etape: hub.now,
        etapes_faites: hub.done.length === 0 ? null : hub.done.join(' ; '),
        prochaine_etape: hub.next,
        avancement: hub.done.length + 1,
        echeance: hub.due,
        places: isParking ? 10 * random.integer(3, 12) : null,
        source: describeSource(hub.source),
      },
    };
  });
  return { id: 'poles_gare', features };
}

const ASIDE_M = 60;
