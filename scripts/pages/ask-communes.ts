import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER, type Commune, isInseeCode } from '../../src/domain/commune.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Extent } from '../../src/domain/units.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';

/** A commune as its page names and places it. */
export interface PlacedCommune extends Commune {
  /** Degrees. */
  extent: Extent;
  /** Communes that share a border or a point with it, by name. */
  neighbours: Commune[];
}

/**
 * The communes of the territory by their codes, with their boxes and neighbours.
 * @throws {AppError} `layer-unknown` where the catalogue has no layer of communes; `layer-invalid` with the `reason` `insee` and the
 * code `seen` where its key is no INSEE code: files are named by it; what the engine throws.
 */
export async function askCommunes(engine: Engine, catalogue: Catalogue): Promise<PlacedCommune[]> {
  const { key, titleField } = findLayer(catalogue, COMMUNE_LAYER);
  const [code, name] = [key, titleField].map((field) => `"${field.replaceAll('"', '""')}"`);
  const ask = async (sql: string) => readRows((await engine.call('sql', { sql })).ipc).rows;
  const degrees = `ST_Transform(geom, 4326)`;
  const rows = await ask(
    `SELECT ${code}, ${name}, ST_XMin(${degrees}), ST_YMin(${degrees}), ST_XMax(${degrees}), ST_YMax(${degrees})
     FROM ${COMMUNE_LAYER} ORDER BY 1`,
  );
  const pairs = await ask(
    `SELECT a.${code}, b.${code} FROM ${COMMUNE_LAYER} a JOIN ${COMMUNE_LAYER} b ON ST_Intersects(a.geom, b.geom)
     WHERE a.${code} <> b.${code}`,
  );
  for (const [id] of rows) {
    if (isInseeCode(String(id))) continue;
    const context = { layer: COMMUNE_LAYER, reason: 'insee', seen: String(id) };
    throw new AppError('layer-invalid', `"${id}" is no INSEE code`, context);
  }
  const communes = rows.map(([id, title, west, south, east, north]) => ({
    code: String(id),
    name: String(title),
    extent: [Number(west), Number(south), Number(east), Number(north)] satisfies Extent,
  }));
  const names = new Map(communes.map((commune) => [commune.code, commune.name]));
  return communes.map((commune) => ({
    ...commune,
    neighbours: pairs
      .filter(([id]) => id === commune.code)
      .map(([, other]) => ({ code: String(other), name: names.get(String(other)) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  }));
}
