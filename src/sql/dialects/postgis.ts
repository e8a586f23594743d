import { quoteIdentifier, quoteLiteral } from '../quote.ts';
import { type Dialect, GEOMETRY } from './dialect.ts';

/** PostGIS 3 on PostgreSQL 13 or later with UTF-8, for `normalize`; no other extension. */
export const postgis: Dialect = {
  name: 'postgis',
  relations: 'exists',
  unionAggregate: 'ST_Union',
  boxOperator: '&&',
  shape: (wkt, crs) =>
    `ST_Transform(ST_GeomFromText(${quoteLiteral(wkt)}, 4326), ${crs.slice(crs.indexOf(':') + 1)})`,
  valid: (geometry) => geometry,
  quote: quoteIdentifier,
  literal: quoteLiteral,
  inByteOrder: (column) => `${column} COLLATE "C"`,
  holdsText: (column, folded) => {
    const bare = `regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036F]', '', 'g')`;
    return `strpos(lower(${bare}), ${quoteLiteral(folded)}) > 0`;
  },
  setUp: [],
  loading: ({ id }, file, crs) => {
    const source = /^https?:/.test(file) ? `/vsicurl/${file}` : file;
    return [
      `ogr2ogr -f PostgreSQL PG:dbname=atlas "${source}" -nln ${id} -t_srs ${crs}`,
      `  -nlt PROMOTE_TO_MULTI -lco GEOMETRY_NAME=${GEOMETRY} -lco SPATIAL_INDEX=GIST -lco LAUNDER=NO`,
      `psql atlas -c '${repairStatement(id)}' -c 'ANALYZE ${id}'`,
    ];
  },
};

/** What repairs the features of a table that overlays would refuse: rings that cross themselves by a rounding. */
export function repairStatement(id: string): string {
  return `UPDATE ${id} SET ${GEOMETRY} = ST_MakeValid(${GEOMETRY}) WHERE NOT ST_IsValid(${GEOMETRY})`;
}
