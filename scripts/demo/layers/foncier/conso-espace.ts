import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { ringArea } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { readLand } from './foncier-facts.ts';

/** Land taken by building from 2010 to 2020, by commune, in tenths of a hectare that add up to the published 900 ha. */
export function buildConsoEspace(ground: Ground): DemoLayer {
  const works = activityByCommune(ground);
  const weights = ground.communes.map(({ code, population, areaM2 }) => {
    const random = createRandom(`land take ${code}`);
    return (
      (population / 60 + (works.get(code) ?? 0) / 5e4 + areaM2 / 1e6) * random.between(0.6, 1.4)
    );
  });
  const tenths = apportion(10 * readLand().consumedHa, weights);
  const features = ground.communes.map(({ code, name, shape, population, areaM2 }, i) => {
    const random = createRandom(`land use ${code}`);
    const share = (works.get(code) ?? 0) / 5e4 / (population / 60 + (works.get(code) ?? 0) / 5e4);
    const parts = apportion(tenths[i]!, [1 - share, share, random.between(0.08, 0.2)]);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        id: `enaf-${code}`,
        comm_insee: code,
        comm_nom: name,
        conso_ha: tenths[i]! / 10,
        habitat_ha: parts[0]! / 10,
        activite_ha: parts[1]! / 10,
        infrastructure_ha: parts[2]! / 10,
        part_pct: Math.round((1e5 * tenths[i]!) / (areaM2 / 1000)) / 100,
        par_habitant_m2: Math.round((1000 * tenths[i]!) / population),
      },
    };
  });
  return { id: 'conso_espace', features };
}

/** INSEE code → area of activity, m². */
function activityByCommune({ blocks }: Ground): Map<string, number> {
  const areas = new Map<string, number>();
  for (const { commune, cover, ring } of blocks) {
    if (cover !== 'activité') continue;
    areas.set(commune, (areas.get(commune) ?? 0) + ringArea(ring));
  }
  return areas;
}
