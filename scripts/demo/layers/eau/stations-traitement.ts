import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { findCommune } from '../../shapes/commune.ts';
import { UNITS } from './distribution-units.ts';
import { type NamedPlant, WATER_FACTS } from './eau-facts.ts';
import { wellFields } from './well-fields.ts';

/**
 * The drinking-water treatment plants, beside the wells of their unit: those that the documents name, and simulated ones
 * up to the published number of plants in service.
 */
export function buildStationsTraitement(ground: Ground): DemoLayer {
  const features = plants().map((plant, i): DemoFeature => {
    const field = wellFields(ground).find(({ commune }) => commune.code === plant.commune);
    const commune = findCommune(ground, plant.commune);
    const [x, y] = (field?.wells[0] ?? commune.centre) as [number, number];
    return {
      geometry: { type: 'Point', coordinates: [x + 45, y - 30] },
      properties: {
        id: `TRT${String(i + 1).padStart(2, '0')}`,
        nom: plant.name,
        comm_insee: commune.code,
        comm_nom: commune.name,
        traitement: plant.treatment,
        etat: plant.state,
        annee: plant.year,
        udi: UNITS.find(({ seat }) => seat === plant.commune)?.code ?? null,
        source: plant.source === '' ? 'Ouvrage simulé' : describeSource(plant.source),
      },
    };
  });
  return { id: 'stations_traitement', features };
}

/** Communes of the simulated plants and what they remove. */
const SIMULATED: [commune: string, name: string, treatment: string][] = [
  ['62276', 'Unité de traitement du fer de Douvrin', 'déferrisation'],
  ['62841', 'Unité de filtration de Vendin-lès-Béthune', 'filtration sur charbon actif'],
  ['62516', 'Unité de traitement des nitrates de Lillers', 'dénitratation'],
  ['62473', 'Unité de filtration d’Isbergues', 'filtration sur charbon actif'],
];

function plants(): NamedPlant[] {
  const named = WATER_FACTS.plants;
  const missing =
    publishedFigure('ind-074') - named.filter(({ state }) => state === 'en service').length;
  const simulated = SIMULATED.slice(0, missing).map(
    ([commune, name, treatment]): NamedPlant => ({
      name,
      commune,
      treatment,
      state: 'en service',
      year: null,
      source: '',
    }),
  );
  return [...named, ...simulated];
}
