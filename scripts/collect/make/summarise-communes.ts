import type { Feature, Geometry } from 'geojson';
import type { CollectTerritory } from '../collect-territory.ts';
import { type CommuneOutlines, communeShape } from './commune-outlines.ts';
import { type Take, takeValue } from './take-value.ts';
import { communesByCode } from './territory-codes.ts';

/** A row of a source that names a commune. */
export type CommuneRow = Record<string, unknown>;

/** A field of the layer that says of each commune what its rows come to. */
export interface CommuneColumn {
  field: string;
  /** Which rows: a collection of the source. */
  of: string;
  /** Field of these rows, or of the objects in one of them: `risques_detail.libelle_risque_long`. Absent for `count`. */
  value?: string | undefined;
  take: Take;
  /** Only rows where that field matches that pattern, without regard to case. */
  where?: { field: string; like: string } | undefined;
}

/** The rows of a collection, and the field in which they name their commune. */
export interface CommuneRows {
  rows: readonly CommuneRow[];
  code: string;
}

/**
 * A feature for each commune of which a row is there, with its outline and what its rows come to; a field is null where a commune has no row
 * for it: nothing was returned, which is not the same as nothing there. Communes that were merged count for the one they are in
 * where they have their own code no more.
 */
export function summariseCommunes(
  territory: CollectTerritory,
  outlines: CommuneOutlines,
  collections: Record<string, CommuneRows>,
  columns: readonly CommuneColumn[],
): Feature[] {
  const homes = communesByCode(territory);
  const byCommune = Object.entries(collections).map(([name, { rows, code }]) => {
    return [name, rowsByCommune(rows, code, homes)] as const;
  });
  return territory.communes.flatMap(({ code, name }, place) => {
    const own = Object.fromEntries(byCommune.map(([key, rows]) => [key, rows.get(code) ?? []]));
    if (Object.values(own).every((rows) => rows.length === 0)) return [];
    const said = columns.map((column) => [column.field, valueIn(own[column.of] ?? [], column)]);
    const properties = { comm_insee: code, comm_nom: name, ...Object.fromEntries(said) };
    const geometry = communeShape(outlines, territory, place) as Geometry;
    return [{ type: 'Feature' as const, geometry, properties }];
  });
}

function rowsByCommune(
  rows: readonly CommuneRow[],
  code: string,
  homes: ReadonlyMap<string, string>,
): Map<string, CommuneRow[]> {
  const found = new Map<string, CommuneRow[]>();
  for (const row of rows) {
    const home = homes.get(String(row[code] ?? '').padStart(5, '0'));
    if (home === undefined) continue;
    const own = found.get(home);
    if (own) own.push(row);
    else found.set(home, [row]);
  }
  return found;
}

function valueIn(rows: readonly CommuneRow[], { value, take, where }: CommuneColumn) {
  const pattern = where && new RegExp(where.like, 'i');
  const meant = rows.filter((row) => !where || pattern?.test(String(row[where.field] ?? '')));
  if (rows.length === 0) return null;
  return takeValue(value ? meant.flatMap((row) => valuesAt(row, value)).map(toIso) : meant, take);
}

/** The values at a path of names; a list on the way gives those of all its items. */
function valuesAt(row: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (found, name) =>
      found.flatMap((item) => {
        const next = (item as Record<string, unknown> | null)?.[name];
        return Array.isArray(next) ? next : [next];
      }),
    [row],
  );
}

/** Days as France and databases write them, as ISO days, which can be put in order: `25/12/1999`, `1999-12-25 00:00:00`. */
function toIso(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, day, month, year] = value.match(/^(\d\d)\/(\d\d)\/(\d{4})$/) ?? [];
  if (day) return `${year}-${month}-${day}`;
  return value.match(/^(\d{4}-\d\d-\d\d)[ T]00:00/)?.[1] ?? value;
}
