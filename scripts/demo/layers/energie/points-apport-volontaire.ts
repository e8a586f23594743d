import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';

/**
 * Places of columns for household waste and recyclables: in Béthune as many places and columns as published, in the
 * other towns simulated ones, up to the published number of columns.
 */
export function buildPointsApportVolontaire(ground: Ground): DemoLayer {
  const bethune = findCommune(ground, BETHUNE);
  const places = publishedFigure('ind-220');
  const columns = publishedFigure('ind-219');
  const others = publishedFigure('ind-218') - columns;
  const towns = ground.communes.filter(
    ({ code, population }) => code !== BETHUNE && population > SMALLEST_TOWN,
  );
  const groups = [
    { commune: bethune, places, columns, source: describeSource('000:1678-1680') },
    ...townGroups(sharePlaces(towns, others / COLUMNS_A_PLACE, new Map())).map(
      ({ code, count }) => ({
        commune: findCommune(ground, code),
        places: count,
        columns: count * COLUMNS_A_PLACE,
        source: 'Emplacement simulé',
      }),
    ),
  ];
  const features = groups.flatMap(({ commune, places: count, columns: total, source }) => {
    const shares = apportion(total, new Array<number>(count).fill(1));
    return streetPlaces(ground, commune, count, 'drop-off', PLACE).map(
      (coordinates, i): DemoFeature => ({
        geometry: { type: 'Point', coordinates },
        properties: {
          id: `PAV-${commune.code}-${String(i + 1).padStart(2, '0')}`,
          nom: `Point d’apport ${commune.name} n° ${i + 1}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          colonnes: shares[i]!,
          flux: shares[i]! > 1 ? 'ordures ménagères et recyclables' : 'recyclables',
          frequence: 'hebdomadaire',
          source,
        },
      }),
    );
  });
  return { id: 'points_apport_volontaire', features };
}

const BETHUNE = '62119';
const SMALLEST_TOWN = 4500;
const COLUMNS_A_PLACE = 2;
const PLACE = { central: 0.55, spacingM: 120, asideM: 8 };

function townGroups(codes: string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}
