import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { ofPlace } from '../../of-place.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { UNITS, unitOf } from './distribution-units.ts';

/**
 * The drinking-water reservoirs: as many, and as many cubic metres in all, as published. The water tower of Béthune is
 * named by the documents; the others are simulated, shared among communes by population.
 */
export function buildReservoirs(ground: Ground): DemoLayer {
  const random = createRandom('reservoirs');
  const seats = UNITS.map(({ seat }) => seat);
  const count = publishedFigure('ind-076');
  const held = new Map(seats.map((seat) => [seat, 1]));
  const codes = [...seats, ...sharePlaces(ground.communes, count - seats.length, held)].sort();
  const capacities = apportion(
    publishedFigure('ind-078') / STEP_M3,
    codes.map((code) => 2 + findCommune(ground, code).population ** 0.4 * random.between(0.2, 1)),
  );
  const ranks = new Map<string, number>();
  const features = codes.map((code, i): DemoFeature => {
    const commune = findCommune(ground, code);
    const rank = (ranks.get(code) ?? 0) + 1;
    ranks.set(code, rank);
    const isTower = (code === BETHUNE && rank === 1) || random.next() < 0.62;
    const kind = isTower ? 'château d’eau' : 'réservoir au sol';
    return {
      geometry: {
        type: 'Point',
        coordinates: streetPlaces(ground, commune, rank, 'reservoirs', PLACE)[rank - 1]!,
      },
      properties: {
        id: `RES${String(i + 1).padStart(2, '0')}`,
        nom: `${isTower ? 'Château d’eau' : 'Réservoir'} ${ofPlace(commune.name)}${rank > 1 ? ` n° ${rank}` : ''}`,
        comm_insee: code,
        comm_nom: commune.name,
        type: kind,
        capacite_m3: capacities[i]! * STEP_M3,
        udi: unitOf(ground).get(code)!.code,
        annee: random.integer(1926, 1994),
        diagnostic: 'à réaliser (marché attribué en 2025)',
        source:
          code === BETHUNE && rank === 1
            ? 'Rapport d’activité 2024, lignes 941-942'
            : 'Ouvrage simulé',
      },
    };
  });
  return { id: 'reservoirs', features };
}

const BETHUNE = '62119';
const STEP_M3 = 10;
const PLACE = { central: 0.1, spacingM: 500, asideM: 22 };
