import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Catalogue, layerMetaSchema } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import { enterTerritory, type Site } from '../publish/write-catalogue.ts';
import { writeLayer } from '../publish/write-layer.ts';
import type { DemoLayer } from './demo-layer.ts';
import { createGround } from './ground/create-ground.ts';
import type { Ground } from './ground/ground.ts';
import { buildCommunes } from './layers/communes.ts';
import { buildCoursEau } from './layers/cours-eau.ts';
import { buildFriches } from './layers/friches.ts';
import { buildGares } from './layers/gares.ts';
import { buildItinerairesCyclables } from './layers/itineraires-cyclables.ts';
import { buildOccupationSol } from './layers/occupation-sol.ts';
import { buildParcelles } from './layers/parcelles.ts';
import { buildPpr } from './layers/ppr.ts';
import { buildProjets } from './layers/projets.ts';
import { buildVoiesFerrees } from './layers/voies-ferrees.ts';
import { buildVoirie } from './layers/voirie.ts';
import { buildZae } from './layers/zae.ts';
import { buildZoneUrba } from './layers/zone-urba.ts';
import { toLayerTable } from './to-layer-table.ts';

/** The layers of the embedded territory, in the order of the catalogue: id → builder. */
export const DEMO_LAYERS: Record<string, (ground: Ground) => DemoLayer> = {
  communes: buildCommunes,
  parcelles: buildParcelles,
  zone_urba: buildZoneUrba,
  ppr: buildPpr,
  cours_eau: buildCoursEau,
  zae: buildZae,
  friches: buildFriches,
  itineraires_cyclables: buildItinerairesCyclables,
  gares: buildGares,
  projets: buildProjets,
  voirie: buildVoirie,
  voies_ferrees: buildVoiesFerrees,
  occupation_sol: buildOccupationSol,
};

/** What a build may be told. */
export interface BuildOptions {
  /** Ids of the layers to build; absent: all. */
  only?: string[];
  /** Hears a line of progress, in English. */
  log?: (line: string) => void;
}

/**
 * Builds the embedded territory of `data/`: its ground, then `writeTerritory`. The same inputs give the same bytes.
 * Cost: about a minute and 2 GB.
 * @throws {AppError} as `writeTerritory`.
 */
export async function buildTerritory(site: Site, options: BuildOptions = {}): Promise<Catalogue> {
  const log = options.log ?? (() => {});
  const start = performance.now();
  const ground = createGround((what) => log(`ground: ${what}`));
  log(`ground: ${secondsSince(start)}`);
  const catalogue = await writeTerritory(site, ground, options);
  log(`territory: ${catalogue.layers.length} layers, ${secondsSince(start)}`);
  return catalogue;
}

/**
 * Writes the layers laid on a ground: every layer's file, then the catalogue in one stroke, then the removal of files
 * that the catalogue no longer names. Layers published by hand stay. A build that fails leaves the catalogue, and the
 * files that it names, as they were.
 * @throws {AppError} `layer-unknown` for an id of `only` that has no builder; `layer-invalid` when a layer does not
 * fit `data/layers/<id>.json`.
 */
export async function writeTerritory(
  site: Site,
  ground: Ground,
  { only = Object.keys(DEMO_LAYERS), log = () => {} }: BuildOptions = {},
): Promise<Catalogue> {
  const builders = only.map((id) => [id, builderOf(id)] as const);
  const layers: Layer[] = [];
  for (const [id, build] of builders) {
    const start = performance.now();
    const meta = nameCommunes(await readMeta(site, id), ground);
    const table = await toLayerTable(build(ground), meta);
    const layer = await writeLayer(meta, table, site.publicDir);
    log(`${id}: ${layer.file.rows} features, ${secondsSince(start)}`);
    layers.push(layer);
  }
  return enterTerritory(site, layers);
}

function builderOf(id: string): (ground: Ground) => DemoLayer {
  const build = DEMO_LAYERS[id];
  if (!build) throw new AppError('layer-unknown', `no builder for layer "${id}"`, { layer: id });
  return build;
}

async function readMeta(site: Site, id: string): Promise<LayerMeta> {
  const text = await readFile(join(site.dataDir, 'layers', `${id}.json`), 'utf8');
  const parsed = v.safeParse(layerMetaSchema, JSON.parse(text));
  if (parsed.success) return parsed.output as LayerMeta;
  const path = v.getDotPath(parsed.issues[0]) ?? '';
  throw new AppError('layer-invalid', `data/layers/${id}.json at ${path}`, { layer: id, path });
}

/** The layer with the names of the communes as the meaning of the INSEE codes in its field `commune` (Etalab cadastre). */
function nameCommunes(meta: LayerMeta, { communes }: Ground): LayerMeta {
  const codes = Object.fromEntries(communes.map(({ code, name }) => [code, name]));
  const fields = meta.fields.map((field) =>
    field.name === 'commune' ? { ...field, codes } : field,
  );
  return { ...meta, fields };
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
