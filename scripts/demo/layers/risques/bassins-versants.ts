import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { catchments } from '../../shapes/catchments.ts';
import { polygonArea } from '../../shapes/polygon.ts';

/** The catchments of the territory, each with the one that its water goes to: a partition, nothing left out. */
export function buildBassinsVersants(ground: Ground): DemoLayer {
  const features = catchments(ground).map(({ code, name, river, downstream, outlet, shape }) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: shape },
    properties: {
      code,
      nom: name,
      cours_eau: river,
      aval: downstream,
      exutoire: outlet,
      surface_km2: Math.round(shape.reduce((sum, part) => sum + polygonArea(part), 0) / 1e4) / 100,
    },
  }));
  return { id: 'bassins_versants', features };
}
