import type { Layer } from '../../domain/layer.ts';
import { CATALOGUE_TABLE, catalogueQuery } from '../../sql/catalogue-table.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import type { Database } from '../database.ts';
import { VIEW_SCHEMA } from './session.ts';

/** Shows the catalogue itself to SQL as `CATALOGUE_TABLE`, unless a layer has that name. */
export function showCatalogue(database: Database, layers: readonly Layer[]): void {
  if (layers.some(({ id }) => id === CATALOGUE_TABLE)) return;
  const view = `${VIEW_SCHEMA}.${quoteIdentifier(CATALOGUE_TABLE)}`;
  database.query(`CREATE OR REPLACE VIEW ${view} AS ${catalogueQuery(layers)}`);
}
