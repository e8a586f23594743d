import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestRoad } from '../../shapes/nearest-road.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { readEconomy } from '../economie/economie-facts.ts';
import { placeStations } from './gares.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * The car parks of the intercommunality: those that the documents name, those of its incubators, and simulated ones.
 * As many as published are of community interest; which ones, sizes, shade and footprints are simulated.
 */
export function buildParkings(ground: Ground): DemoLayer {
  const sites = sitesOf(ground);
  const isOpen = ({ state }: Site) => state === 'en service';
  const ofInterest = new Set(sites.filter(isOpen).slice(0, publishedFigure(OF_INTEREST)));
  const features = sites.map((site, i) => describe(ground, site, i + 1, ofInterest.has(site)));
  return { id: 'parkings', features };
}

interface Site {
  name: string;
  commune: string;
  state: string;
  point: Position;
  places: number | null;
  source: string;
}

/** Indicator: car parks of community interest. */
const OF_INTEREST = 'ind-198';
const SIMULATED = 10;
const PLACE_M2 = 25;
/** From this area on, half of a car park must be shaded (loi n° 2023-175, article 40). */
const SHADED_FROM_M2 = 1500;
const SHADED_SHARE = 50;
const ASIDE_M = 9;

function sitesOf(ground: Ground): Site[] {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const townPoint = (code: string, seed: string) =>
    streetPlaces(ground, findCommune(ground, code), 1, seed, { central: 0.4 })[0]!;
  const named = readMobility().carParks.map(
    ({ name, commune, state, near, places, source }): Site => {
      const station = stations.find((placed) => placed.commune.code === commune);
      const point = near === 'gare' && station ? station.point : townPoint(commune, name);
      return {
        name,
        commune,
        state,
        point,
        places: places ?? null,
        source: describeSource(source),
      };
    },
  );
  const incubators = readEconomy().incubators.map(
    ({ name, commune, source }): Site => ({
      name: `Parking : ${name}`,
      commune,
      state: 'en service',
      point: townPoint(commune, name),
      places: null,
      source: `Site nommé : ${describeSource(source)}`,
    }),
  );
  const others = sharePlaces(ground.communes, SIMULATED, new Map()).map(
    (commune, i): Site => ({
      name: `Parking communautaire n° ${i + 1}`,
      commune,
      state: 'en service',
      point: townPoint(commune, `car park ${i}`),
      places: null,
      source: 'Site simulé',
    }),
  );
  return [...named, ...incubators, ...others];
}

function describe(ground: Ground, site: Site, number: number, isOfInterest: boolean): DemoFeature {
  const random = createRandom(`car park ${number}`);
  const places = site.places ?? 5 * random.integer(6, 44);
  const area = places * PLACE_M2;
  const shade = Math.round(55 * random.next() ** 2);
  return {
    geometry: { type: 'Polygon', coordinates: [besideStreet(ground, site.point, area)] },
    properties: {
      id: `PK${String(number).padStart(2, '0')}`,
      comm_insee: site.commune,
      comm_nom: findCommune(ground, site.commune).name,
      nom: site.name,
      etat: site.state,
      places,
      surface_m2: area,
      interet_communautaire: isOfInterest,
      ombrage_pct: shade,
      obligation_ombriere: area >= SHADED_FROM_M2,
      ombriere_possible:
        site.state === 'en service' && area >= SHADED_FROM_M2 && shade < SHADED_SHARE,
      source: site.source,
    },
  };
}

/** A rectangle of that area (m²) beside the street nearest to a position, along it. */
function besideStreet(ground: Ground, position: Position, area: number): Position[] {
  const near = nearestRoad(ground, position);
  const [ux, uy] = near?.heading ?? [1, 0];
  const [px, py] = near?.point ?? position;
  const side = (position[0]! - px!) * -uy! + (position[1]! - py!) * ux! < 0 ? -1 : 1;
  const [width, depth] = [Math.sqrt(2 * area), Math.sqrt(area / 2)];
  const at = (u: number, v: number) => [
    px! + u * ux! - side * v * uy!,
    py! + u * uy! + side * v * ux!,
  ];
  const ring = [
    at(-width / 2, ASIDE_M),
    at(width / 2, ASIDE_M),
    at(width / 2, ASIDE_M + depth),
    at(-width / 2, ASIDE_M + depth),
  ];
  return [...ring, ring[0]!];
}
