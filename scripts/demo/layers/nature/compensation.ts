import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';
import { naturalSites } from './espaces-naturels.ts';
import { naturalLand } from './natural-land.ts';
import { readNatureFacts } from './nature-facts.ts';

/** Land of ecological compensation: that of the expansion zone of Gosnay, which the documents name, and simulated ones. */
export function buildCompensation(ground: Ground): DemoLayer {
  const taken = naturalSites(ground).map(({ at }) => at);
  const features = readNatureFacts().compensation.map((land, i) => {
    const commune = findCommune(ground, land.commune);
    const { shape } = naturalLand(ground, commune, 'prairie', land.hectares * 10_000, taken);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        id: `COMP-${i + 1}`,
        nom: land.name,
        comm_insee: commune.code,
        comm_nom: commune.name,
        projet: land.project,
        mesure: land.measure,
        annee: land.year,
        etat: land.state,
        surface_ha: land.hectares,
        source: land.source ? describeSource(land.source) : null,
      },
    };
  });
  return { id: 'compensation', features };
}
