import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom, type Random } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestStreet } from '../../shapes/nearest-street.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';

/** Most markets are held on the days named twice. */
const DAYS = [
  'vendredi',
  'dimanche',
  'mercredi',
  'samedi',
  'mardi',
  'jeudi',
  'lundi',
  'vendredi',
  'samedi',
  'dimanche',
];
const HOURS = ['8 h – 12 h 30', '8 h – 13 h', '9 h – 12 h', '16 h – 19 h'];
const GOODS = [
  'fruits et légumes, volailles',
  'fruits et légumes, fromages, poissons',
  'alimentation, vêtements, plantes',
  'produits fermiers, pain, miel',
  'alimentation, textile, maroquinerie',
];
const SMALLEST_TOWN = 1300;

/** The 44 weekly markets, shared among the towns by population; place, day and hours are simulated. */
export function buildMarches(ground: Ground): DemoLayer {
  const towns = ground.communes.filter(({ population }) => population >= SMALLEST_TOWN);
  const random = createRandom('marches');
  const held = new Map<string, number>();
  const codes = sharePlaces(towns, publishedFigure('ind-023'), new Map());
  const features = codes.map((code, index): DemoFeature => {
    const rank = held.get(code) ?? 0;
    held.set(code, rank + 1);
    const commune = findCommune(ground, code);
    const places = streetPlaces(ground, commune, rank + 1, 'marche', {
      central: 0.85,
      spacingM: 220,
    });
    const place = places[rank]!;
    return {
      geometry: { type: 'Point', coordinates: place },
      properties: {
        id: `MAR-${String(index + 1).padStart(2, '0')}`,
        nom: `Marché, ${nearestStreet(ground, place) ?? commune.name}`,
        comm_insee: code,
        comm_nom: commune.name,
        jour: DAYS[(codes.indexOf(code) + rank) % DAYS.length]!,
        horaires: pick(HOURS, random),
        produits: pick(GOODS, random),
        exposants: Math.max(4, Math.round((commune.population / 260) * random.between(0.6, 1.3))),
      },
    };
  });
  return { id: 'marches', features };
}

function pick(values: string[], random: Random): string {
  return values[random.integer(0, values.length - 1)]!;
}
