import type { MetricCrs } from '../../src/domain/crs.ts';
import type { Value } from '../../src/domain/feature.ts';
import type { FieldType, Layer } from '../../src/domain/layer.ts';
import type { LoadedRows } from '../../src/engine/loaded-rows.ts';
import type { GeometryColumn } from '../../src/geo/geometry-column.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { repairStatement } from '../../src/sql/dialects/postgis.ts';
import { quoteIdentifier } from '../../src/sql/quote.ts';

/** What takes the rows in. */
interface Target {
  run(sql: string): Promise<string>;
  copy(table: string, lines: Iterable<string>): Promise<void>;
}

/** Makes the table that the SQL of a question reads: the layer's fields, `geom` in `crs` and repaired, a spatial index. */
export async function loadLayer(target: Target, rows: LoadedRows, crs: MetricCrs): Promise<void> {
  const { layer } = rows;
  const table = quoteIdentifier(layer.id);
  const srid = Number(crs.slice(crs.indexOf(':') + 1));
  const columns = layer.fields.map(({ name, type }) => `${quoteIdentifier(name)} ${TYPES[type]}`);
  await target.run(
    `CREATE TABLE ${table} (${[...columns, `geom geometry(Geometry, ${srid})`].join(', ')});`,
  );
  await target.copy(table, copyLines(layer, rows.table.columns, rows.metric().column, srid));
  await target.run(`${repairStatement(layer.id)};
    CREATE INDEX ON ${table} USING gist (geom); ANALYZE ${table};`);
}

/** WKB of a row with its CRS, in hexadecimal, as PostGIS reads it from text; null without geometry. */
export function toHexEwkb(column: GeometryColumn, row: number, srid: number): string | null {
  const wkb = writeWkb(column, row);
  if (!wkb) return null;
  const head = Buffer.alloc(9);
  head[0] = 1;
  head.writeUInt32LE((Buffer.from(wkb).readUInt32LE(1) | SRID_FLAG) >>> 0, 1);
  head.writeUInt32LE(srid, 5);
  return Buffer.concat([head, wkb.subarray(5)]).toString('hex');
}

const SRID_FLAG = 0x20000000;

const TYPES: Record<FieldType, string> = {
  text: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date',
};

function* copyLines(
  { fields }: Layer,
  columns: Record<string, readonly Value[]>,
  geometry: GeometryColumn,
  srid: number,
): Iterable<string> {
  const values = fields.map(({ name }) => columns[name] as readonly Value[]);
  for (let row = 0; row < geometry.length; row++) {
    const cells = values.map((column) => copyText(column[row] ?? null));
    yield [...cells, toHexEwkb(geometry, row, srid) ?? '\\N'].join('\t');
  }
}

function copyText(value: Value): string {
  if (value === null) return '\\N';
  return String(value).replace(/[\\\t\n\r]/g, (sign) => COPY_ESCAPES[sign] as string);
}

const COPY_ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
