import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { livingAreas } from '../../shapes/living-areas.ts';
import { union } from '../../shapes/overlay.ts';
import { travellerNeed } from './aires-gens-voyage.ts';

/** The living areas: whole communes about a town. */
export function buildBassinsDeVie(ground: Ground): DemoLayer {
  const features = livingAreas(ground).map((area) => ({
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: union(area.communes.map(({ shape }) => shape)),
    },
    properties: {
      id: area.id,
      nom: area.name,
      comm_insee: area.town.code,
      comm_nom: area.town.name,
      communes: area.communes.length,
      population: area.communes.reduce((sum, { population }) => sum + population, 0),
      besoin_gens_voyage: travellerNeed(area),
    },
  }));
  return { id: 'bassins_de_vie', features };
}
