import type { Geometry } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';

/** A feature of the embedded territory, its geometry in EPSG:3950 (CC50) metres, [x, y]. */
export interface DemoFeature {
  geometry: Geometry | null;
  properties: Record<string, Value>;
}

/** The features of one layer of the embedded territory; what is known of the layer stands in `data/layers/<id>.json`. */
export interface DemoLayer {
  id: string;
  features: DemoFeature[];
}
