import { gzipSync } from 'fflate';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import { DAY_MS, isIsoDay } from '../../domain/iso-day.ts';
import type { Field, LayerMeta } from '../../domain/layer.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import { rowBoxes } from '../../geo/row-boxes.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import { coveringRows } from './covering.ts';
import { geoMetadata } from './geo-key.ts';
import { rowGroupSizes } from './row-group-sizes.ts';

/** What a GeoParquet file may say besides its rows. */
export interface GeoParquetExtras {
  /** CRS of the coordinates as PROJJSON; absent: OGC:CRS84. */
  crs?: object;
  /** Key → text of the file's metadata, beside `geo`. */
  metadata?: Record<string, string>;
  /** Rows of each row group; absent: `rowGroupSizes`. */
  rowGroups?: readonly number[];
}

/**
 * A layer's rows as the bytes of a GeoParquet 1.1 file: attributes in the order of the layer's fields, then `geometry`
 * (WKB, null for an empty one), then the covering `bbox`, in row groups of `rowGroupSizes` unless others are
 * given. The same rows give the same
 * bytes. Needs, beside the table, the file and one row group.
 * @throws {AppError} `layer-invalid` when a field has no column, has a reserved name, or a value is not of its type.
 */
export function encodeGeoParquet(
  meta: Pick<LayerMeta, 'id' | 'fields'>,
  table: LayerTable,
  { crs, metadata = {}, rowGroups = rowGroupSizes(table) }: GeoParquetExtras = {},
): Uint8Array<ArrayBuffer> {
  const { geometry } = table;
  const attributes = meta.fields.map((field) => attributeColumn(meta, field, table));
  const repetition_type = geometry.kinds.includes(GEOMETRY_KIND.none) ? 'OPTIONAL' : 'REQUIRED';
  const schema: SchemaElement[] = [
    { name: 'schema', num_children: attributes.length + 2 },
    ...attributes.map(({ element }) => element),
    { name: 'geometry', type: 'BYTE_ARRAY', repetition_type },
    { name: 'bbox', repetition_type, num_children: 4 },
    ...['xmin', 'ymin', 'xmax', 'ymax'].map(
      (name): SchemaElement => ({ name, type: 'FLOAT', repetition_type: 'REQUIRED' }),
    ),
  ];
  const boxes = rowBoxes(geometry);
  const columnsOf = (start: number, end: number): ColumnSource[] => [
    ...attributes.map(({ element: { name }, data }) => ({ name, data: data.slice(start, end) })),
    {
      name: 'geometry',
      data: Array.from({ length: end - start }, (_, i) => writeWkb(geometry, start + i)),
      statistics: false,
    },
    { name: 'bbox', data: coveringRows(boxes, start, end), encoding: 'BYTE_STREAM_SPLIT' },
  ];
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema,
    codec: 'GZIP',
    compressors: COMPRESSORS,
    kvMetadata: [
      { key: 'geo', value: JSON.stringify(geoMetadata(geometry, crs)) },
      ...Object.entries(metadata).map(([key, value]) => ({ key, value })),
    ],
    createdBy: 'arpent',
  });
  let start = 0;
  for (const size of rowGroups) {
    const columnData = columnsOf(start, start + size);
    file.write({ columnData, rowGroupSize: size, pageSize: MAX_PAGE_BYTES });
    start += size;
  }
  file.finish();
  return new Uint8Array(writer.getBuffer());
}

interface AttributeColumn {
  element: SchemaElement;
  data: (string | number | bigint | boolean | null)[];
}

function attributeColumn(
  meta: Pick<LayerMeta, 'id'>,
  field: Field,
  table: LayerTable,
): AttributeColumn {
  const values = table.columns[field.name];
  const isReserved = field.name === 'geometry' || field.name === 'bbox';
  if (isReserved || values?.length !== table.geometry.length) {
    const reason = values ? 'name kept for geometry, or wrong length' : 'no such column';
    throw new AppError('layer-invalid', `${meta.id}: field ${field.name}: ${reason}`, {
      layer: meta.id,
      field: field.name,
    });
  }
  values.forEach((value, row) => {
    if (value === null || fits(field, value)) return;
    const context = { layer: meta.id, field: field.name, row, value };
    throw new AppError('layer-invalid', `${meta.id}: ${value} is no ${field.type}`, context);
  });
  return encodeColumn(field, values);
}

function encodeColumn({ name, type }: Field, values: Value[]): AttributeColumn {
  const repetition_type = repetition(values);
  if (type === 'text') {
    const element: SchemaElement = {
      name,
      type: 'BYTE_ARRAY',
      converted_type: 'UTF8',
      logical_type: { type: 'STRING' },
      repetition_type,
    };
    return { element, data: values };
  }
  if (type === 'date') {
    const data = values.map((value) => value && Date.parse(value as string) / DAY_MS);
    return { element: { name, type: 'INT32', converted_type: 'DATE', repetition_type }, data };
  }
  if (type === 'boolean')
    return { element: { name, type: 'BOOLEAN', repetition_type }, data: values };
  if (type === 'integer' && values.some((value) => Math.abs(Number(value)) > MAX_INT32)) {
    const data = values.map((value) => (value === null ? null : BigInt(value)));
    return { element: { name, type: 'INT64', repetition_type }, data };
  }
  const physical = type === 'integer' ? 'INT32' : 'DOUBLE';
  return { element: { name, type: physical, repetition_type }, data: values };
}

function fits({ type }: Field, value: NonNullable<Value>): boolean {
  if (type === 'text') return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === 'string' && isIsoDay(value);
}

/** A column without nulls is `REQUIRED`: it decodes faster and needs no levels. */
function repetition(values: readonly unknown[]): 'OPTIONAL' | 'REQUIRED' {
  return values.includes(null) ? 'OPTIONAL' : 'REQUIRED';
}

/** One page a column chunk: pages inside a row group would not be fetched apart. */
const MAX_PAGE_BYTES = 2 ** 30;
const MAX_INT32 = 2 ** 31 - 1;

/** No time stands in the GZIP headers: the same rows give the same bytes. */
const COMPRESSORS = { GZIP: compress };

function compress(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SMALL_PAGE) return gzipSync(bytes, { level: 6, mtime: 0 });
  const content = String.fromCharCode(...bytes);
  let packed = smallPages.get(content);
  if (!packed) {
    packed = gzipSync(bytes, { level: 6, mtime: 0 });
    if (smallPages.size >= MOST_PAGES) smallPages.clear();
    smallPages.set(content, packed);
  }
  return packed;
}

/** Pages of a few bytes are mostly those of columns without values: one like another, and each as dear to begin as a large one. */
const smallPages = new Map<string, Uint8Array>();
const SMALL_PAGE = 64;
const MOST_PAGES = 1000;
