import type { Layer } from '../domain/layer.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';

/** The table of SQL that lists the layers themselves; a layer of that id stands before it. */
export const CATALOGUE_TABLE = 'couches';

/** A column of `CATALOGUE_TABLE`: its type in DuckDB, and what it holds of a layer. */
interface CatalogueColumn {
  type: 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'BOOLEAN';
  of(layer: Layer): string | number | boolean | undefined;
}

/** The columns of `CATALOGUE_TABLE`; their French labels are in `ui/strings/`. Dates are ISO text, as in the layers. */
export const CATALOGUE_COLUMNS = {
  id: { type: 'VARCHAR', of: ({ id }) => id },
  titre: { type: 'VARCHAR', of: ({ title }) => title },
  resume: { type: 'VARCHAR', of: ({ abstract }) => abstract },
  theme: { type: 'VARCHAR', of: ({ theme }) => theme },
  producteur: { type: 'VARCHAR', of: ({ producer }) => producer },
  service: { type: 'VARCHAR', of: ({ service }) => service },
  date: { type: 'VARCHAR', of: ({ date }) => date },
  maintenance: { type: 'VARCHAR', of: ({ maintenance }) => maintenance },
  licence: { type: 'VARCHAR', of: ({ licence }) => licence },
  standard: { type: 'VARCHAR', of: ({ standard }) => standard },
  crs: { type: 'VARCHAR', of: ({ sourceCrs }) => sourceCrs },
  provenance: { type: 'VARCHAR', of: ({ lineage }) => lineage },
  qualite: { type: 'VARCHAR', of: ({ quality }) => quality },
  geometrie: { type: 'VARCHAR', of: ({ geometry }) => geometry },
  champs: { type: 'INTEGER', of: ({ fields }) => fields.length },
  entites: { type: 'INTEGER', of: ({ file }) => file.rows },
  octets: { type: 'BIGINT', of: ({ file }) => file.bytes },
  simule: { type: 'BOOLEAN', of: ({ simulated }) => simulated },
} satisfies Record<string, CatalogueColumn>;

/** Name of a column of `CATALOGUE_TABLE`. */
export type CatalogueColumnName = keyof typeof CATALOGUE_COLUMNS;

/** A query that gives a row for each layer, with `CATALOGUE_COLUMNS`. */
export function catalogueQuery(layers: readonly Layer[]): string {
  const columns: [string, CatalogueColumn][] = Object.entries(CATALOGUE_COLUMNS);
  const rowOf = (values: (string | number | boolean | undefined)[]) =>
    `(${values.map((value) => (value === undefined ? 'NULL' : quoteLiteral(value))).join(', ')})`;
  const rows = layers.map((layer) => rowOf(columns.map(([, column]) => column.of(layer))));
  const none = rowOf(columns.map(() => undefined));
  const selected = columns.map(
    ([name, { type }], i) => `CAST(c${i} AS ${type}) AS ${quoteIdentifier(name)}`,
  );
  const places = columns.map((_, i) => `c${i}`);
  return `SELECT ${selected.join(', ')} FROM (VALUES ${[none, ...rows].join(', ')}) t(${places.join(', ')}) WHERE c0 IS NOT NULL`;
}
