import type { Feature } from 'geojson';
import type { MetricCrs } from '../../../src/domain/crs.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { projectColumn } from '../../../src/geo/project.ts';
import { rowArea } from '../../../src/geo/row-measures.ts';

/** The feature (degrees) with `surface_ha`: its area in the plane of a metric CRS, in hectares, to the hundredth. */
export function withSurface(feature: Feature, crs: MetricCrs): Feature {
  const area = rowArea(projectColumn(geometriesToColumn([feature.geometry]), crs), 0);
  const surface_ha = Math.round(area / 100) / 100;
  return { ...feature, properties: { ...feature.properties, surface_ha } };
}
