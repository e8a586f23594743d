import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { numbered } from '../../numbered.ts';
import { createRandom, type Random } from '../../random.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { pointAlong } from '../../shapes/polyline.ts';
import { type NumberedRoute, numberedRoutes } from './itineraires-cyclables.ts';

/**
 * The signposts of the existing routes and of those of the first phase, every few hundred metres, with the state that a
 * round with the field application would note. Entirely simulated: the documents only name the application.
 */
export function buildJalonnement(ground: Ground): DemoLayer {
  const features = numberedRoutes(ground)
    .filter(({ progress }) => progress !== 'phase ultérieure')
    .flatMap((route) => alongRoute(ground, route));
  return { id: 'jalonnement', features: numbered(features, 'JA', 4) };
}

const EVERY_M: [number, number] = [320, 620];
const ASIDE_M = 3;
/** Signs of the French road code, most frequent first. */
const SIGNS = [
  'Dv21a, encart de direction',
  'Dv43c, confirmation',
  'Dv61, fléchage',
  'marquage au sol',
];
const FIRST_MONTH = 2024 * 12 + 3;
const ROUND_MONTHS = 20;

function alongRoute(ground: Ground, { route, number, progress }: NumberedRoute): DemoFeature[] {
  const random = createRandom(`signposts ${number}`);
  const wear = random.between(0.05, 0.3);
  const month = FIRST_MONTH + random.integer(0, ROUND_MONTHS);
  const features: DemoFeature[] = [];
  const length = lineLength(route.line);
  for (let along = 40; along < length; along += random.between(...EVERY_M)) {
    const { point, heading } = pointAlong(route.line, along);
    const [x, y] = [point[0]! - ASIDE_M * heading[1]!, point[1]! + ASIDE_M * heading[0]!];
    const commune = communeAt(ground, [x, y]) ?? route.from;
    features.push({
      geometry: { type: 'Point', coordinates: [x, y] },
      properties: {
        comm_insee: commune.code,
        comm_nom: commune.name,
        num_iti: String(number).padStart(4, '0'),
        avancement: progress,
        type: SIGNS[Math.floor(SIGNS.length * random.next() ** 2)]!,
        etat: stateOf(random, wear),
        releve: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(random.integer(2, 27)).padStart(2, '0')}`,
      },
    });
  }
  return features;
}

function stateOf(random: Random, wear: number): string {
  const chance = random.next();
  if (chance < 0.5 * wear) return 'manquant';
  return chance < 1.6 * wear ? 'abîmé' : 'bon';
}
