import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';

/** The communes: one multi-polygon each, CC50 metres, neighbours sharing their borders vertex for vertex. */
export function buildCommunes(ground: Ground): DemoLayer {
  return {
    id: 'communes',
    features: ground.communes.map(({ code, name, population, shape, areaM2 }) => ({
      geometry: { type: 'MultiPolygon', coordinates: shape },
      properties: {
        code,
        nom: name,
        population,
        surface_ha: Math.round(areaM2 / 100) / 100,
      },
    })),
  };
}
