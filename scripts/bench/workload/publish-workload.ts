import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CATALOGUE_VERSION,
  type Catalogue,
  parseCatalogue,
} from '../../../src/domain/catalogue.ts';
import type { Layer } from '../../../src/domain/layer.ts';
import type { Extent } from '../../../src/domain/units.ts';
import type { GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { unprojectColumn } from '../../../src/geo/project.ts';
import { GRID_DEGREES } from '../../demo/to-layer-table.ts';
import { writeLayer } from '../../publish/write-layer.ts';
import { hashInputs } from '../../steps/stamp.mjs';
import { createWorkload } from './create-workload.ts';
import { WORKLOAD_LAYERS } from './layer-ids.ts';
import { LAYER_METAS } from './layer-metas.ts';

/** A workload as a site: a folder with `catalogue.json` and `layers/`. */
export interface WorkloadSite {
  publicDir: string;
  catalogue: Catalogue;
}

/**
 * The workload of that many parcels as published layers, in degrees on the grid that the embedded territory's layers are
 * snapped to (1 cm): written below `cacheDir` the first time (20 s for 300 000), found there as long as neither the
 * generator nor the writer changes. What every system is given is what these files hold.
 */
export async function publishWorkload(parcels: number, cacheDir: string): Promise<WorkloadSite> {
  const version = (await hashInputs(INPUTS)).slice(0, 12);
  const publicDir = join(cacheDir, `${parcels}-${version}`);
  const path = join(publicDir, 'catalogue.json');
  if (existsSync(path)) {
    return { publicDir, catalogue: parseCatalogue(JSON.parse(await readFile(path, 'utf8'))) };
  }
  await rm(publicDir, { recursive: true, force: true });
  await mkdir(publicDir, { recursive: true });
  const workload = createWorkload(parcels);
  const layers: Layer[] = [];
  for (const id of WORKLOAD_LAYERS) {
    const { geometry, columns } = workload[id];
    const table = { geometry: toGrid(unprojectColumn(geometry, 'EPSG:3950')), columns };
    layers.push(await writeLayer(LAYER_METAS[id], table, publicDir));
  }
  const catalogue = catalogueOf(layers);
  await writeFile(path, JSON.stringify(catalogue));
  return { publicDir, catalogue };
}

/** Degrees on the grid of the embedded territory: neighbours keep the vertices that they share. */
function toGrid(column: GeometryColumn): GeometryColumn {
  return { ...column, xy: column.xy.map((v) => Math.round(v / GRID_DEGREES) * GRID_DEGREES) };
}

function catalogueOf(layers: Layer[]): Catalogue {
  return {
    version: CATALOGUE_VERSION,
    territory: {
      name: 'Banc d’essai',
      shortName: 'Banc',
      siren: '000000000',
      metricCrs: 'EPSG:3950',
      extent: layers[0]?.extent as Extent,
      banner: null,
    },
    themes: [{ id: 'bench', title: 'Banc d’essai' }],
    layers,
  };
}

const INPUTS = [
  'scripts/bench/workload',
  'scripts/demo/random.ts',
  'scripts/publish',
  'src/geo/project.ts',
  'src/geo/lambert-conic.ts',
  'src/geo/write-wkb.ts',
];
