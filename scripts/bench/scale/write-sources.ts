import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unprojectColumn } from '../../../src/geo/project.ts';
import { encodeGeoParquet } from '../../../src/publish/write/encode-geoparquet.ts';
import { GRID_DEGREES } from '../../demo/to-layer-table.ts';
import { hashInputs } from '../../steps/stamp.mjs';
import { LAYER_METAS } from '../workload/layer-metas.ts';
import { createParcels, type WorkloadLayer } from '../workload/parcels.ts';
import { groundFor } from '../workload/territory.ts';
import { createZones, zonesFor } from '../workload/zones.ts';

/** Paths of the files that are published, as a department's cadastre and flood zones would be handed over. */
export interface ScaleSources {
  parcelles: string;
  zones: string;
}

/**
 * That many parcels, and the zones that go with them, as two GeoParquet files in degrees, their rows as the generator lays them:
 * row of blocks by row of blocks, across communes. Written below `cacheDir` the first time, in a minute and 2 GB for 2 000 000.
 */
export async function writeSources(rows: number, cacheDir: string): Promise<ScaleSources> {
  const folder = join(cacheDir, `scale-${rows}-${(await hashInputs(INPUTS)).slice(0, 12)}`);
  const ground = groundFor(rows);
  await mkdir(folder, { recursive: true });
  const write = async (id: 'parcels' | 'zones', name: string, create: () => WorkloadLayer) => {
    const path = join(folder, `${name}.parquet`);
    if (existsSync(path)) return path;
    const { geometry, columns } = create();
    const degrees = unprojectColumn(geometry, 'EPSG:3950');
    const xy = degrees.xy.map((value) => Math.round(value / GRID_DEGREES) * GRID_DEGREES);
    const bytes = encodeGeoParquet(LAYER_METAS[id], { geometry: { ...degrees, xy }, columns });
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    return path;
  };
  return {
    parcelles: await write('parcels', 'parcelles', () => createParcels(rows, ground)),
    zones: await write('zones', 'zones', () => createZones(zonesFor(rows), ground)),
  };
}

const INPUTS = [
  'scripts/bench/workload',
  'scripts/bench/scale/write-sources.ts',
  'src/geo/project.ts',
];
