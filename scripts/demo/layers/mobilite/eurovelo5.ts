import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { wayBetween } from '../../shapes/main-roads.ts';
import { sliceLine } from '../../shapes/polyline.ts';
import { numberedRoutes } from './itineraires-cyclables.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * EuroVelo 5 through the territory, by state of works: the canal from Isbergues to Béthune, the town sections that the
 * documents name, and on to the south. The section under study has the length that the document gives. Courses simulated.
 */
export function buildEurovelo5(ground: Ground): DemoLayer {
  const { studied, works } = readMobility().eurovelo;
  const routes = numberedRoutes(ground).map(({ route }) => route);
  const canal = routes.filter(({ named }) => named?.on === 'canal').slice(0, 2);
  const town = routes.find(({ named }) => named?.name === TOWN_ROUTE)!;
  const [bruay, houdain, south] = SOUTHWARD.map((code) => findCommune(ground, code));
  const southward = [
    ...wayBetween(ground, bruay!.centre, houdain!.centre),
    ...wayBetween(ground, houdain!.centre, south!.centre).slice(1),
  ];
  const sections: [string, Position[], string, string][] = [
    ...canal.map(({ line, from, to, named }): [string, Position[], string, string] => [
      `${from.name} – ${to.name}, voie verte du canal d’Aire`,
      line,
      'aménagé',
      describeSource(named!.source),
    ]),
    [works.name, town.line, 'en travaux', describeSource(works.source)],
    [
      studied.name,
      sliceLine(southward, 0, studied.metres),
      'à l’étude',
      describeSource(studied.source),
    ],
    [
      `Houdain – ${south!.name}`,
      sliceLine(southward, studied.metres, lineLength(southward)),
      'à définir',
      'Tracé simulé',
    ],
  ];
  const features = sections.map(([nom, line, etat, source], i) => ({
    geometry: { type: 'LineString' as const, coordinates: line },
    properties: {
      id: `EV5-${String(i + 1).padStart(2, '0')}`,
      nom,
      etat,
      longueur_km: Number((lineLength(line) / 1000).toFixed(3)),
      source,
    },
  }));
  return { id: 'eurovelo5', features };
}

const TOWN_ROUTE = 'EuroVelo 5 à Béthune';
/** INSEE codes: Bruay-la-Buissière, Houdain, Fresnicourt-le-Dolmen. */
const SOUTHWARD = ['62178', '62457', '62356'];
