import { STORAGE_CRS } from '../../domain/crs.ts';
import { quoteIdentifier, quoteLiteral } from '../quote.ts';
import { type Dialect, GEOMETRY } from './dialect.ts';

/** DuckDB 1.3 or later, whose `spatial` extension joins by an index that it builds itself. */
export const duckdb: Dialect = {
  name: 'duckdb',
  relations: 'joined',
  unionAggregate: 'ST_Union_Agg',
  boxOperator: null,
  shape: (wkt, crs) =>
    `ST_Transform(ST_GeomFromText(${quoteLiteral(wkt)}), '${STORAGE_CRS}', '${crs}', true)`,
  valid: (geometry) => `ST_MakeValid(${geometry})`,
  quote: quoteIdentifier,
  literal: quoteLiteral,
  inByteOrder: (column) => column,
  holdsText: (column, folded) =>
    `contains(lower(strip_accents(${column})), ${quoteLiteral(folded)})`,
  setUp: ['INSTALL spatial; LOAD spatial;'],
  loading: ({ id }, file, crs) => [
    `CREATE TABLE ${quoteIdentifier(id)} AS SELECT * EXCLUDE (geometry),`,
    `  ST_Transform(geometry, '${STORAGE_CRS}', '${crs}', true) AS ${GEOMETRY}`,
    `  FROM read_parquet(${quoteLiteral(file)});`,
  ],
};
