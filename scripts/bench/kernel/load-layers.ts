import type { Catalogue } from '../../../src/domain/catalogue.ts';
import { findLayer } from '../../../src/domain/catalogue.ts';
import type { Value } from '../../../src/domain/feature.ts';
import type { GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { projectColumn } from '../../../src/geo/project.ts';
import { memorySource } from '../../../src/loaders/byte-source.ts';
import { readGeoParquet } from '../../../src/loaders/geoparquet.ts';
import { WORKLOAD_LAYERS, type WorkloadLayerId } from '../workload/layer-ids.ts';

/** A layer of the workload in memory: geometry in EPSG:3950 metres. */
export interface LoadedLayer {
  geometry: GeometryColumn;
  columns: Record<string, Value[]>;
}

/** The files of the workload's layers, in memory. */
export type LayerFiles = Record<WorkloadLayerId, Uint8Array<ArrayBuffer>>;

/** All layers of the workload. */
export type LoadedLayers = Record<WorkloadLayerId, LoadedLayer>;

/** Decodes the files of the workload's layers, attributes too, and projects their geometry: what the engine does to load. */
export async function loadLayers(files: LayerFiles, catalogue: Catalogue): Promise<LoadedLayers> {
  const layers: Partial<LoadedLayers> = {};
  for (const id of WORKLOAD_LAYERS) {
    const names = findLayer(catalogue, id).fields.map(({ name }) => name);
    const { geometry, columns } = await readGeoParquet(memorySource(id, files[id]), names);
    layers[id] = { geometry: projectColumn(geometry, catalogue.territory.metricCrs), columns };
  }
  return layers as LoadedLayers;
}
