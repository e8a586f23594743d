import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { findCommune, partsInside } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { isSewered } from './served-land.ts';
import { sewageWorks } from './sewage-works.ts';

/**
 * Storm overflows and overflows of pumping stations, simulated beside the watercourses of sewered communes: as many, and
 * as many of them that measure themselves, as published. Those are the ones of the largest load, as the law wants.
 */
export function buildDeversoirs(ground: Ground): DemoLayer {
  const random = createRandom('deversoirs');
  const sewered = ground.communes.filter((commune) => isSewered(commune, commune.centre));
  const codes = sharePlaces(sewered, publishedFigure('ind-116'), new Map()).sort();
  const ranks = new Map<string, number>();
  const overflows = codes.map((code) => {
    const commune = findCommune(ground, code);
    const rank = (ranks.get(code) ?? 0) + 1;
    ranks.set(code, rank);
    return {
      commune,
      rank,
      load: Math.round(4 + commune.population ** 0.62 * random.between(0.1, 1.1)),
    };
  });
  const monitored = new Set(
    [...overflows].sort((a, b) => b.load - a.load).slice(0, publishedFigure('ind-117')),
  );
  const features = overflows.map((overflow, i): DemoFeature => {
    const { commune, rank, load } = overflow;
    const { point, river } = outlets(ground, commune)[rank - 1]!;
    const isPump = random.next() < 0.28;
    return {
      geometry: { type: 'Point', coordinates: point },
      properties: {
        id: `DO${String(i + 1).padStart(3, '0')}`,
        nom: `${isPump ? 'Trop-plein' : 'Déversoir'} ${commune.name} n° ${rank}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        type: isPump ? 'trop-plein de poste' : 'déversoir d’orage',
        autosurveille: monitored.has(overflow),
        charge_kg_dbo5_j: load,
        milieu: river,
        systeme: nearestSystem(ground, point),
      },
    };
  });
  return { id: 'deversoirs', features };
}

const STEP_M = 40;
const SPACING_M = 130;
const MOST = 20;

/** Places by the water, nearest to the town first; by the streets where there is none. */
function outlets(
  ground: Ground,
  commune: GroundCommune,
): { point: Position; river: string | null }[] {
  const banks = ground.rivers
    .filter(({ kind }) => kind !== 'fossé')
    .flatMap(({ name, line }) =>
      partsInside(commune, [line], STEP_M).flatMap((part) =>
        part.slice(1, -1).map((point) => ({ point, river: name === '' ? null : name })),
      ),
    )
    .sort((a, b) => distance(a.point, commune.centre) - distance(b.point, commune.centre));
  const chosen: { point: Position; river: string | null }[] = [];
  for (const bank of banks) {
    if (chosen.length === MOST) break;
    if (chosen.every(({ point }) => distance(point, bank.point) >= SPACING_M)) chosen.push(bank);
  }
  const places = streetPlaces(ground, commune, MOST - chosen.length, 'overflows', {
    central: 0.4,
    spacingM: SPACING_M,
  });
  return [...chosen, ...places.map((point) => ({ point, river: null }))];
}

/** The station that the place drains to: the nearest one in service. */
function nearestSystem(ground: Ground, point: Position): string {
  const stations = sewageWorks(ground).filter(
    ({ kind, state }) => kind === 'station d’épuration' && state === 'en service',
  );
  return stations.reduce((best, works) =>
    distance(works.point, point) < distance(best.point, point) ? works : best,
  ).name;
}
