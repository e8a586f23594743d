import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, readProjects } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';

/** The communes with the label "Village patrimoine", at the heart of each. */
export function buildVillagesPatrimoine(ground: Ground): DemoLayer {
  const villages = readProjects().projects.filter(({ id }) => id.startsWith('pat-village-'));
  const features = villages.map(({ communes, date, sources }): DemoFeature => {
    const commune = findCommune(ground, Object.keys(communes)[0]!);
    return {
      geometry: { type: 'Point', coordinates: commune.centre },
      properties: {
        id: `VP-${commune.code}`,
        nom: commune.name,
        comm_insee: commune.code,
        comm_nom: commune.name,
        label_le: date,
        population: commune.population,
        source: describeSource(sources[0]!),
      },
    };
  });
  return { id: 'villages_patrimoine', features };
}
