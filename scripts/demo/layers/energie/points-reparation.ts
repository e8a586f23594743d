import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { ofPlace } from '../../of-place.ts';
import { publishedFigure } from '../../published-figures.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * Places to compost, mend, give and buy used: the composting sites of 2022 in the communes that the documents name, as
 * many of 2024 as published in simulated communes, and simulated repairers and charity shops.
 */
export function buildPointsReparation(ground: Ground): DemoLayer {
  const { compostingSites } = ENERGY_FACTS;
  const wanted = [
    ...compostingSites.communes.map((code) => ({
      code,
      type: COMPOST,
      year: compostingSites.year,
      source: describeSource(compostingSites.source),
    })),
    ...sharePlaces(ground.communes, publishedFigure('ind-216'), held(compostingSites.communes)).map(
      (code) => ({
        code,
        type: COMPOST,
        year: 2024,
        source: 'Nombre : Rapport d’activité 2024, lignes 1586 à 1589 ; commune simulée',
      }),
    ),
    ...SIMULATED.flatMap(({ type, count }) =>
      sharePlaces(ground.communes, count, new Map()).map((code) => ({
        code,
        type,
        year: null,
        source: 'Lieu simulé',
      })),
    ),
  ];
  const ranks = new Map<string, number>();
  const features = wanted.map(({ code, type, year, source }, i): DemoFeature => {
    const commune = findCommune(ground, code);
    const key = `${type} ${code}`;
    const rank = (ranks.get(key) ?? 0) + 1;
    ranks.set(key, rank);
    return {
      geometry: {
        type: 'Point',
        coordinates: streetPlaces(ground, commune, rank, `reuse ${type}`, PLACE)[rank - 1]!,
      },
      properties: {
        id: `REP${String(i + 1).padStart(3, '0')}`,
        nom: `${LABELS[type]} ${ofPlace(commune.name)}${rank > 1 ? ` n° ${rank}` : ''}`,
        comm_insee: code,
        comm_nom: commune.name,
        type,
        annee: year,
        source,
      },
    };
  });
  return { id: 'points_reparation', features };
}

const COMPOST = 'compostage partagé';
const SIMULATED = [
  { type: 'réparation', count: 46 },
  { type: 'réemploi', count: 21 },
  { type: 'don', count: 34 },
];
const LABELS: Record<string, string> = {
  [COMPOST]: 'Composteur partagé',
  réparation: 'Atelier de réparation',
  réemploi: 'Ressourcerie',
  don: 'Borne de don textile',
};
const PLACE = { central: 0.6, spacingM: 150, asideM: 11 };

function held(codes: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
