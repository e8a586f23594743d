import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { closeRing } from '../../ground/ring.ts';
import { hashText } from '../../random.ts';
import { type Building, buildingsOf } from './buildings.ts';

/** The footprints of the buildings: one rectangle each. Cost: about five seconds beyond the parcels. */
export function buildBatiments(ground: Ground): DemoLayer {
  return { id: 'batiments', features: buildingsOf(ground).map(describe) };
}

function describe(building: Building): DemoFeature {
  return {
    geometry: { type: 'Polygon', coordinates: [closeRing(building.ring)] },
    properties: {
      id: `BAT${building.parcel}`,
      commune: building.commune,
      nature: building.nature,
      usage: usageOf(building),
      logements: building.dwellings,
      hauteur_m: building.heightM,
      annee: building.year,
      surface_m2: Math.round(building.widthM * building.depthM),
    },
  };
}

const HALL_USES = {
  activité: ['Industriel', 'Industriel', 'Commercial et services'],
  équipement: ['Sportif', 'Commercial et services', 'Indifférencié'],
};

/** A value of `usage_1` of the BD TOPO. */
function usageOf({ nature, parcel }: Building): string {
  if (nature === 'résidentiel') return 'Résidentiel';
  if (nature === 'annexe') return 'Annexe';
  return HALL_USES[nature][hashText(parcel) % 3]!;
}
