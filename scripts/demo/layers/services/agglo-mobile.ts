import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { nearestStreet } from '../../shapes/nearest-street.ts';
import { streetPlaces } from '../../shapes/places.ts';

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
const SLOTS = ['9 h – 10 h 30', '11 h – 12 h 30', '14 h – 15 h 30', '16 h – 17 h 30'];
/** The first Monday of the calendar. */
const START = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/**
 * The monthly stop of the Agglo Mobile in each of the 68 communes served: the least populated ones, as the documents name
 * none. A day's tour is of neighbours; it comes back every fourth week on the same day of the week.
 */
export function buildAggloMobile(ground: Ground): DemoLayer {
  const served = [...ground.communes]
    .sort((a, b) => a.population - b.population || a.code.localeCompare(b.code))
    .slice(0, publishedFigure('ind-201'));
  const tours = cutTours(served);
  const features = tours.flatMap((tour, day) =>
    tour.map((commune, slot) => describe(ground, commune, day, slot)),
  );
  return { id: 'agglo_mobile', features };
}

/** Twenty tours, one for each working day of four weeks, round the middle of the territory. */
function cutTours(communes: GroundCommune[]): GroundCommune[][] {
  const mean = (axis: 0 | 1) =>
    communes.reduce((sum, { centre }) => sum + centre[axis]!, 0) / communes.length;
  const [x, y] = [mean(0), mean(1)];
  const angle = ({ centre }: GroundCommune) => Math.atan2(centre[1]! - y, centre[0]! - x);
  const round = [...communes].sort((a, b) => angle(a) - angle(b));
  const days = 4 * DAYS.length;
  return Array.from({ length: days }, (_, day) =>
    round.slice(
      Math.round((day * round.length) / days),
      Math.round(((day + 1) * round.length) / days),
    ),
  );
}

function describe(ground: Ground, commune: GroundCommune, day: number, slot: number): DemoFeature {
  const [place] = streetPlaces(ground, commune, 1, 'agglo mobile', { central: 1, asideM: 6 });
  const week = Math.floor(day / DAYS.length);
  const date = new Date(START + (7 * week + (day % DAYS.length)) * DAY_MS);
  return {
    geometry: { type: 'Point', coordinates: place! },
    properties: {
      id: `AM-${commune.code}`,
      comm_insee: commune.code,
      comm_nom: commune.name,
      lieu: `Arrêt ${nearestStreet(ground, place!) ?? 'de la mairie'}`,
      jour: DAYS[day % DAYS.length]!,
      semaine: week + 1,
      date: date.toISOString().slice(0, 10),
      heure: SLOTS[slot]!,
    },
  };
}
