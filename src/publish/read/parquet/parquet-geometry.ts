import type { FileMetaData, SchemaTree } from 'hyparquet';
import { STORAGE_CRS } from '../../../domain/crs.ts';
import { crsOfProjJson } from '../../crs/crs-of-projjson.ts';
import { crsOfWkt } from '../../crs/crs-of-wkt.ts';
import { parseCrs } from '../../crs/parse-crs.ts';
import type { NativeEncoding } from './native-geometry.ts';

/** Where and how a Parquet file holds its geometry. */
export interface ParquetGeometry {
  column: string;
  encoding: 'wkb' | NativeEncoding;
  crs: string | null;
  /** Column of the boxes of features, which says nothing new; null for none. */
  covering: string | null;
}

/**
 * The geometry column of a Parquet file: what the key `geo` says (GeoParquet 1.0 and 1.1, https://geoparquet.org: without
 * `crs` it is OGC:CRS84, with null it is unknown); else a column of type GEOMETRY or GEOGRAPHY (Parquet 2.11); else a
 * column of bytes with the name of a geometry. Null when there is none.
 */
export function findGeometryColumn(
  metadata: FileMetaData,
  children: readonly SchemaTree[],
): ParquetGeometry | null {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  const told = text ? ofGeoKey(text) : null;
  if (told && children.some(({ element }) => element.name === told.column)) return told;
  for (const { element } of children) {
    const { logical_type: type, name } = element;
    if (type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY') {
      return { column: name, encoding: 'wkb', crs: crsOfText(type.crs), covering: null };
    }
  }
  const bytes = children.find(({ element }) => {
    const isText = element.converted_type !== undefined || element.logical_type !== undefined;
    return element.type === 'BYTE_ARRAY' && !isText && GEOMETRY_NAME.test(element.name);
  });
  return bytes ? { column: bytes.element.name, encoding: 'wkb', crs: null, covering: null } : null;
}

interface GeoKey {
  primary_column?: string;
  columns?: Record<
    string,
    { encoding?: string; crs?: unknown; covering?: { bbox?: { xmin?: string[] } } }
  >;
}

function ofGeoKey(text: string): ParquetGeometry | null {
  const { primary_column: column, columns } = parse(text) ?? {};
  const told = column === undefined ? undefined : columns?.[column];
  if (column === undefined || !told) return null;
  const encoding = String(told.encoding ?? 'WKB').toLowerCase();
  return {
    column,
    encoding: encoding as ParquetGeometry['encoding'],
    crs: crsOfMember(told.crs),
    covering: told.covering?.bbox?.xmin?.[0] ?? null,
  };
}

function parse(text: string): GeoKey | null {
  try {
    return JSON.parse(text) as GeoKey | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function crsOfMember(crs: unknown): string | null {
  if (crs === undefined) return STORAGE_CRS;
  if (crs === null) return null;
  return typeof crs === 'object' ? crsOfProjJson(crs) : crsOfText(String(crs));
}

/** A code, PROJJSON or WKT as text; without any, OGC:CRS84. */
function crsOfText(text: string | undefined): string {
  if (!text) return STORAGE_CRS;
  const definition = text.startsWith('{') ? parse(text) : null;
  return definition ? crsOfProjJson(definition) : (parseCrs(text) ?? crsOfWkt(text));
}

const GEOMETRY_NAME = /^(geometry|geom|the_geom|wkb|wkb_geometry|geo|shape|geometrie)$/i;
