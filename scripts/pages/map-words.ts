import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../src/domain/commune.ts';
import type { GeometryFamily, Layer } from '../../src/domain/layer.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import type { MapLayerWords, MapThing } from '../../src/pages/map-view.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { directionOf } from './direction-of.ts';

/**
 * What the map of every commune shows, in words: INSEE code → layer by layer, things that share a name (or the label of their class)
 * as one, the largest first. Areas and lengths are those inside the commune, in the territory's metric CRS; where parts of a layer
 * overlap, each counts. One statement a layer for all communes.
 * @throws {AppError} as the engine does.
 */
export async function mapWords(
  engine: Engine,
  catalogue: Catalogue,
  { map }: PageChoice,
): Promise<Map<string, MapLayerWords[]>> {
  const { key } = findLayer(catalogue, COMMUNE_LAYER);
  const words = new Map<string, MapLayerWords[]>();
  for (const { layer: id, words: field } of map) {
    if (field === undefined) continue;
    const layer = findLayer(catalogue, id);
    const found = await rowsOf(engine, statement(layer, field, key));
    const things = new Map<string, MapThing[]>();
    for (const row of found) {
      const code = String(row.code);
      const known = things.get(code) ?? [];
      if (row.amount !== null) known.push(thingOf(row, layer, field));
      things.set(code, known);
    }
    for (const [code, list] of things) {
      words.set(code, [...(words.get(code) ?? []), { layer, things: merged(list) }]);
    }
  }
  return words;
}

interface Found {
  code: string;
  name: string | number | boolean | null;
  /** Class of the layer's style; null where it has none. */
  kind: string | number | boolean | null;
  amount: number | null;
  /** Middle of it, and middle and size of the commune: metres. */
  x: number;
  y: number;
  cx: number;
  cy: number;
  size: number;
}

/** A row a commune and name; a commune with nothing has one without an amount. What only touches the border is nothing. */
function statement({ id, geometry, style }: Layer, field: string, key: string): string {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const size = { polygon: 'ST_Area(shape)', line: 'ST_Length(shape)', point: '1' }[geometry];
  const kind = style.field ? `z.${quoted(style.field)}` : 'NULL';
  return `WITH parts AS (
  SELECT c.${quoted(key)} AS code, z.${quoted(field)} AS name, ${kind} AS kind, ST_Intersection(z.geom, c.geom) AS shape
  FROM ${quoted(id)} z JOIN ${quoted(COMMUNE_LAYER)} c ON ST_Intersects(z.geom, c.geom)),
sized AS (
  SELECT code, name, kind, ${size} AS size, ST_X(ST_Centroid(shape)) AS x, ST_Y(ST_Centroid(shape)) AS y FROM parts),
things AS (
  SELECT code, name, kind, sum(size) AS amount, sum(x * size) / sum(size) AS x, sum(y * size) / sum(size) AS y
  FROM sized WHERE size >= ${LEAST[geometry]} GROUP BY code, name, kind)
SELECT c.${quoted(key)} AS code, t.name, t.kind, t.amount, t.x, t.y, ST_X(ST_Centroid(c.geom)) AS cx, ST_Y(ST_Centroid(c.geom)) AS cy,
  sqrt(ST_Area(c.geom)) AS size
FROM ${quoted(COMMUNE_LAYER)} c LEFT JOIN things t ON t.code = c.${quoted(key)} ORDER BY code, amount DESC`;
}

/** Below this a part is a border that two layers do not draw alike: m², m, number. */
const LEAST: Record<GeometryFamily, number> = { polygon: 100, line: 10, point: 1 };

function thingOf(row: Found, layer: Layer, field: string): MapThing {
  const { x, y, cx, cy, size, amount } = row;
  return {
    name: nameOf(row, layer, field),
    amount: Number(amount),
    where: directionOf([x - cx, y - cy], size),
  };
}

/** The name of a thing, with the meaning of a code; the label of its class where it has no name. */
function nameOf({ name, kind }: Found, { style, fields }: Layer, field: string): string {
  const labelOf = (value: Found['kind']) =>
    style.classes?.find((one) => one.value === value)?.label ?? '';
  if (name === null || name === '') return labelOf(kind);
  if (field === style.field) return labelOf(name) || String(name);
  return fields.find((one) => one.name === field)?.codes?.[String(name)] ?? String(name);
}

/** Things of one name, which differ by their class alone, as one: where the largest is. */
function merged(things: MapThing[]): MapThing[] {
  const byName = new Map<string, MapThing>();
  for (const thing of things) {
    const known = byName.get(thing.name);
    byName.set(thing.name, known ? { ...known, amount: known.amount + thing.amount } : thing);
  }
  return [...byName.values()].sort((a, b) => b.amount - a.amount);
}

async function rowsOf(engine: Engine, sql: string): Promise<Found[]> {
  const { columns, rows } = readRows((await engine.call('sql', { sql })).ipc);
  return rows.map((cells) => {
    return Object.fromEntries(columns.map((name, i) => [name, cells[i]])) as unknown as Found;
  });
}
