import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * The installations of renewable or recovered energy that the documents name, in their commune; where in it is simulated.
 * One that they do not place has no geometry.
 */
export function buildInstallationsEnr(ground: Ground): DemoLayer {
  const features = ENERGY_FACTS.plants.map((plant, i): DemoFeature => {
    const commune = plant.commune === null ? null : findCommune(ground, plant.commune);
    const place: Position | null =
      commune === null ? null : streetPlaces(ground, commune, 1, `plant ${plant.name}`, PLACE)[0]!;
    return {
      geometry: place === null ? null : { type: 'Point', coordinates: place },
      properties: {
        id: `ENR${String(i + 1).padStart(2, '0')}`,
        nom: plant.name,
        comm_insee: commune?.code ?? null,
        comm_nom: commune?.name ?? null,
        filiere: plant.kind,
        etat: plant.state,
        electricite_mwh: plant.power,
        vapeur_t: plant.heat,
        surface_ha: plant.areaHa,
        source: describeSource(plant.source),
      },
    };
  });
  return { id: 'installations_enr', features };
}

const PLACE = { central: 0.35, asideM: 20 };
