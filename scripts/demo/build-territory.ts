import type { Catalogue, Territory } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { buildLibrary } from '../library/build-library.ts';
import { libraryOfLayers } from '../library/follow-layers.ts';
import { writeLibrary } from '../library/write-library.ts';
import { enterTerritory } from '../publish/enter-territory.ts';
import { readDataFile } from '../publish/read-data-file.ts';
import { repairSite } from '../publish/repair-site.ts';
import { readCatalogue, type Site } from '../publish/site.ts';
import { withSite } from '../publish/site-lock.ts';
import type { BuildLayer } from './demo-layer.ts';
import type { Ground } from './ground/ground.ts';
import { keptGround } from './ground/kept-ground.ts';
import { readOfficialCommunes } from './ground/official-communes.ts';
import { keepLayer } from './kept-layers.ts';
import { LayerWriter } from './layer-writer.ts';
import { EAU_LAYERS } from './layers/eau/eau-layers.ts';
import { ECONOMIE_LAYERS } from './layers/economie/economie-layers.ts';
import { ENERGIE_LAYERS } from './layers/energie/energie-layers.ts';
import { FONCIER_LAYERS } from './layers/foncier/foncier-layers.ts';
import { FOND_LAYERS } from './layers/fond/fond-layers.ts';
import { HABITAT_LAYERS } from './layers/habitat/habitat-layers.ts';
import { LIMITES_LAYERS } from './layers/limites/limites-layers.ts';
import { MOBILITE_LAYERS } from './layers/mobilite/mobilite-layers.ts';
import { NATURE_LAYERS } from './layers/nature/nature-layers.ts';
import { PROJETS_LAYERS } from './layers/projets/projets-layers.ts';
import { RISQUES_LAYERS } from './layers/risques/risques-layers.ts';
import { SERVICES_LAYERS } from './layers/services/services-layers.ts';
import { URBANISME_LAYERS } from './layers/urbanisme/urbanisme-layers.ts';
import { readLayerMetas } from './read-layer-metas.ts';

/** The layers of the embedded territory, in the order of the catalogue: id → builder. */
export const DEMO_LAYERS: Record<string, BuildLayer> = {
  ...LIMITES_LAYERS,
  ...URBANISME_LAYERS,
  ...RISQUES_LAYERS,
  ...ECONOMIE_LAYERS,
  ...FONCIER_LAYERS,
  ...MOBILITE_LAYERS,
  ...HABITAT_LAYERS,
  ...EAU_LAYERS,
  ...NATURE_LAYERS,
  ...ENERGIE_LAYERS,
  ...SERVICES_LAYERS,
  ...PROJETS_LAYERS,
  ...FOND_LAYERS,
};

/** What a build may be told. */
export interface BuildOptions {
  /** Ids of the layers to build; absent: all. */
  only?: string[];
  /** Hears a line of progress, in English. */
  log?: (line: string) => void;
}

/**
 * Builds the embedded territory of `data/`: its ground, `writeTerritory`, then the library of its themes, questions and
 * systems, which is checked before anything is replaced; where published layers stand for some of its own, the library follows them.
 * The same inputs give the same bytes. Cost: about a minute and 2 GB.
 * @throws {AppError} as `buildLibrary` and `writeTerritory`.
 */
export async function buildTerritory(site: Site, options: BuildOptions = {}): Promise<Catalogue> {
  const log = options.log ?? (() => {});
  const start = performance.now();
  const library = await buildLibrary(await libraryGround(site));
  log(`library: ${library.questions.length} questions, ${secondsSince(start)}`);
  const ground = keptGround((what) => log(`ground: ${what}`));
  log(`ground: ${secondsSince(start)}`);
  const catalogue = await writeTerritory(site, ground, options);
  const isMixed = catalogue.layers.some(({ id, simulated }) => id in DEMO_LAYERS && !simulated);
  const served = isMixed ? await libraryOfLayers(site.dataDir, catalogue, true) : { library };
  await writeLibrary(site.publicDir, served.library);
  log(`territory: ${catalogue.layers.length} layers, ${secondsSince(start)}`);
  return catalogue;
}

/**
 * Writes the layers laid on a ground: every layer's file, then the catalogue in one stroke, then the removal of files
 * that the catalogue no longer names. Layers published by hand stay. A build that fails leaves the catalogue, and the
 * files that it names, as they were.
 * @throws {AppError} `layer-unknown` for an id of `only` that has no builder; `layer-invalid` when a layer does not
 * fit `data/layers/<id>.json`; what `readLayerMetas` throws.
 */
export async function writeTerritory(
  site: Site,
  ground: Ground,
  { only = Object.keys(DEMO_LAYERS), log = () => {} }: BuildOptions = {},
): Promise<Catalogue> {
  const builders = only.map((id) => [id, builderOf(id)] as const);
  const metas = await readLayerMetas(site, only);
  return withSite(site, async (locked) => {
    await repairSite(locked);
    const writer = new LayerWriter(site.publicDir);
    try {
      const written = builders.map(([id, build], i) => {
        const start = performance.now();
        const laid = build(ground);
        keepLayer(laid);
        log(`${id}: ${laid.features.length} features, ${secondsSince(start)}`);
        return writer.write(nameCommunes(metas[i] as LayerMeta, ground), laid);
      });
      return await enterTerritory(locked, await Promise.all(written));
    } finally {
      await writer.close();
    }
  });
}

/** The names of the communes of an intercommunality by their INSEE codes, from the official list. */
export function communeNames(siren: string): Record<string, string> {
  const members = readOfficialCommunes(siren).filter(({ member }) => member);
  return Object.fromEntries(members.map(({ code, name }) => [code, name]));
}

/** Every layer that the embedded territory may have, and those that were published by hand. */
async function libraryGround(site: Site): Promise<Parameters<typeof buildLibrary>[0]> {
  const metas = await readLayerMetas(site, Object.keys(DEMO_LAYERS));
  const served = (await readCatalogue(site))?.layers ?? [];
  const others = served.filter(({ id }) => !(id in DEMO_LAYERS));
  const { metricCrs: crs, siren } = await readDataFile<Territory>(site.dataDir, 'territory.json');
  const communes = communeNames(siren);
  const published = others.map(({ id }) => id);
  return { dataDir: site.dataDir, layers: [...metas, ...others], published, crs, communes };
}

function builderOf(id: string): BuildLayer {
  const build = DEMO_LAYERS[id];
  if (!build) throw new AppError('layer-unknown', `no builder for layer "${id}"`, { layer: id });
  return build;
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
