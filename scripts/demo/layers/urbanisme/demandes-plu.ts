import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { readPlanning } from './urbanisme-facts.ts';

/**
 * Requests to adjust a plan, as the working group weighs them: those that led to a procedure in 2024, and simulated
 * ones. The criteria are simulated: the report names the purpose alone, to keep to what the community needs.
 */
export function buildDemandesPlu(ground: Ground): DemoLayer {
  const real = readPlanning().procedures;
  const codes = [
    ...real.map(({ commune }) => commune),
    ...sharePlaces(ground.communes, SIMULATED, new Map(real.map(({ commune }) => [commune, 2]))),
  ];
  const features = codes.map((code, i) => {
    const commune = findCommune(ground, code);
    const procedure = real[i];
    const random = createRandom(`plan request ${i}`);
    const [point] = streetPlaces(ground, commune, 1, `plan request ${i}`, { central: 0.2 });
    const criteria = CRITERIA.map(() => random.next() < (procedure ? 0.75 : 0.42));
    if (procedure) criteria.fill(true, 0, 3);
    const met = criteria.filter(Boolean).length;
    return {
      geometry: { type: 'Point' as const, coordinates: point! },
      properties: {
        id: `dem-${String(i + 1).padStart(2, '0')}`,
        comm_insee: code,
        comm_nom: commune.name,
        objet: procedure?.object ?? OBJECTS[random.integer(0, OBJECTS.length - 1)]!,
        ...Object.fromEntries(CRITERIA.map((name, at) => [name, criteria[at]!])),
        criteres: met,
        annee: procedure ? 2024 : random.integer(2023, 2025),
        suite: procedure ? `procédure ${procedure.stage}` : followUp(met),
        reelle: procedure !== undefined,
      },
    };
  });
  return { id: 'demandes_plu', features };
}

const SIMULATED = 24;
const CRITERIA = [
  'equipement_communautaire',
  'emploi',
  'logement_social',
  'sans_terre_agricole',
  'hors_risque',
] as const;
const OBJECTS = [
  'Ouverture d’une zone à l’urbanisation',
  'Règle de hauteur en centre-bourg',
  'Emplacement réservé à supprimer',
  'Extension d’une entreprise',
  'Résidence pour personnes âgées',
  'Reconversion d’un corps de ferme',
  'Parc photovoltaïque au sol',
];

function followUp(met: number): string {
  if (met >= 3) return 'à l’étude';
  return met === 2 ? 'renvoyée au PLUi-H' : 'écartée';
}
