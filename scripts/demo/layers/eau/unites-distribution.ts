import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { servedAreas } from './distribution-units.ts';
import { WATER_FACTS } from './eau-facts.ts';

/**
 * Units of distribution of drinking water by commune, with the date since which their water is softened. Communes of the
 * softened unit are those that the documents name; the others are simulated.
 */
export function buildUnitesDistribution(ground: Ground): DemoLayer {
  const { softened } = WATER_FACTS;
  const features = servedAreas(ground).map(
    ({ unit, commune, part, shape, subscribers, softenedSince }): DemoFeature => ({
      geometry: { type: 'MultiPolygon', coordinates: shape },
      properties: {
        id: `${unit.code}-${commune.code}`,
        code: unit.code,
        nom: unit.name,
        comm_insee: commune.code,
        comm_nom: commune.name,
        secteur: part,
        gestion: unit.management,
        abonnes: subscribers,
        decarbonatee: softenedSince !== null,
        decarbonatee_depuis: softenedSince,
        source: softenedSince === null ? 'Périmètre simulé' : describeSource(softened.source),
      },
    }),
  );
  return { id: 'unites_distribution', features };
}
