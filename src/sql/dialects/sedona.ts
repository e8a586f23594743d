import { type Dialect, foldAccents, GEOMETRY } from './dialect.ts';

/** Apache Sedona 1.7 or later (`ST_Perimeter`) on Spark 3.3 or later, with Spark's own way of escaping text. */
export const sedona: Dialect = {
  name: 'sedona',
  relations: 'joined',
  unionAggregate: 'ST_Union_Aggr',
  boxOperator: null,
  shape: (wkt, crs) => `ST_Transform(ST_GeomFromWKT(${quoteText(wkt)}), 'EPSG:4326', '${crs}')`,
  valid: (geometry) => geometry,
  quote: quoteName,
  literal: (value) => (typeof value === 'string' ? quoteText(value) : String(value)),
  inByteOrder: (column) => column,
  holdsText: (column, folded) =>
    `instr(translate(lower(${column}), '${ACCENTED}', '${UNACCENTED}'), ${quoteText(folded)}) > 0`,
  setUp: [],
  loading: ({ id }, file, crs) => [
    `CREATE TEMPORARY VIEW ${quoteName(`_${id}`)} USING geoparquet OPTIONS (path ${quoteText(file)});`,
    `CREATE TEMPORARY VIEW ${quoteName(id)} AS SELECT *,`,
    `  ST_MakeValid(ST_Transform(geometry, 'EPSG:4326', '${crs}')) AS ${GEOMETRY} FROM ${quoteName(`_${id}`)};`,
  ],
};

function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

function quoteText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The accented lower-case letters of Latin-1 and Latin Extended-A, and what they are without accents. */
const LETTERS = Array.from({ length: 0x180 - 0xe0 }, (_, i) => String.fromCodePoint(0xe0 + i))
  .filter((letter) => letter === letter.toLowerCase())
  .map((letter) => [letter, foldAccents(letter)] as const)
  .filter(([letter, bare]) => bare !== letter && bare.length === 1);
const ACCENTED = LETTERS.map(([letter]) => letter).join('');
const UNACCENTED = LETTERS.map(([, bare]) => bare).join('');
