import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestStreet } from '../../shapes/nearest-street.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';

const CABINETS = 64;
/** Hours of light in a year, and the power of a light, watts: before and after it is renewed. */
const HOURS = 4100;
const WATTS = { sodium: 140, LED: 52 };

/**
 * The street lighting cabinets of the Agglomération, which feed its 1 500 lights: in the communes that have an activity
 * zone, where it owns streets. Number of cabinets, places and consumptions are simulated.
 */
export function buildEclairagePublic(ground: Ground): DemoLayer {
  const random = createRandom('eclairage public');
  const busy = new Set(
    ground.covers.filter(({ kind }) => kind === 'activité').map(({ commune }) => commune),
  );
  const codes = sharePlaces(
    ground.communes.filter(({ code }) => busy.has(code)),
    CABINETS,
    new Map(),
  );
  const free = new Map<string, Position[]>();
  for (const code of new Set(codes)) {
    const count = codes.filter((other) => other === code).length;
    const options = { central: 0.2, spacingM: 250, asideM: 6 };
    free.set(code, streetPlaces(ground, findCommune(ground, code), count, 'armoire', options));
  }
  const lights = apportion(
    publishedFigure('ind-169'),
    codes.map(() => random.between(0.5, 1.6)),
  );
  const features = codes.map((code, index): DemoFeature => {
    const place = free.get(code)!.shift()!;
    const lamp = random.next() < 0.35 ? 'LED' : 'sodium';
    const kwh = (lights[index]! * WATTS[lamp] * HOURS * random.between(0.85, 1.2)) / 1000;
    return {
      geometry: { type: 'Point', coordinates: place },
      properties: {
        id: `ARM-${String(index + 1).padStart(2, '0')}`,
        comm_insee: code,
        comm_nom: findCommune(ground, code).name,
        rue: nearestStreet(ground, place),
        points_lumineux: lights[index]!,
        source_lumineuse: lamp,
        pilotage: lamp === 'LED' || random.next() < 0.2 ? 'à distance' : 'horloge',
        consommation_kwh: Math.round(kwh),
        kwh_par_point: Math.round(kwh / lights[index]!),
      },
    };
  });
  return { id: 'eclairage_public', features };
}
