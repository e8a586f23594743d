import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { ofPlace } from '../../of-place.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { directionName } from '../../shapes/directions.ts';
import { activityEstates } from '../../shapes/estates.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * Places that use much power or heat: those that the documents name, in their commune, the large estates of activity and
 * the middles of the large towns of the simulated ground. All demands are simulated.
 */
export function buildPolesConsommation(ground: Ground): DemoLayer {
  const random = createRandom('consumers');
  const named = ENERGY_FACTS.consumers.map(({ name, commune, use, source }) => {
    const [point] = streetPlaces(
      ground,
      findCommune(ground, commune),
      1,
      `consumer ${name}`,
      PLACE,
    );
    return {
      name,
      code: commune,
      use,
      point: point!,
      demand: use === 'industrie' ? 42_000 : 2600,
      source: describeSource(source),
    };
  });
  const estates = activityEstates(ground)
    .slice(0, ESTATES)
    .map(({ commune, centre, areaM2 }) => ({
      name: estateName(findCommune(ground, commune), centre),
      code: commune,
      use: 'industrie',
      point: centre,
      demand: areaM2 / 40,
      source: 'Pôle simulé',
    }));
  const towns = [...ground.communes]
    .sort((a, b) => b.population - a.population)
    .slice(0, TOWNS)
    .map(({ code, name, centre, population }) => ({
      name: `Centre ${ofPlace(name)}`,
      code,
      use: 'habitat et services',
      point: centre,
      demand: population * 1.4,
      source: 'Pôle simulé',
    }));
  const features = [...named, ...estates, ...towns].map(
    ({ name, code, use, point, demand, source }, i): DemoFeature => ({
      geometry: { type: 'Point', coordinates: point },
      properties: {
        id: `PC${String(i + 1).padStart(2, '0')}`,
        nom: name,
        comm_insee: code,
        comm_nom: findCommune(ground, code).name,
        usage: use,
        besoin: use === 'industrie' ? 'électricité' : 'chaleur',
        demande_mwh: Math.round((demand * random.between(0.7, 1.3)) / 10) * 10,
        source,
      },
    }),
  );
  return { id: 'poles_consommation', features };
}

function estateName({ name, centre: town }: GroundCommune, centre: Position): string {
  return `Zone d’activité ${ofPlace(name)}, ${directionName(town, centre)}`;
}

const ESTATES = 20;
const TOWNS = 15;
const PLACE = { central: 0.55, asideM: 16 };
