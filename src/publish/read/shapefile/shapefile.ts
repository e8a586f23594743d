import type { Geometry } from 'geojson';
import { AppError } from '../../../domain/errors.ts';
import { geometriesToRows } from '../../../geo/from-geojson.ts';
import { crsOfWkt } from '../../crs/crs-of-wkt.ts';
import type { Finding } from '../../issue.ts';
import { type DbfTable, readDbf } from '../dbf/dbf.ts';
import type { SourceTable } from '../source.ts';
import { tableFinding } from '../source-findings.ts';
import { baseName, partOf, type SourceFormat, type SourceGroup } from '../source-format.ts';
import { readShp } from './shp.ts';

/**
 * Shapefile: geometry of its `.shp`, attributes of its `.dbf` in the encoding that `.cpg` names, CRS of its `.prj`. A
 * `.shp` without `.dbf` is geometry without attributes. Null shapes stay, heights are dropped, deleted records and their
 * shapes are left out, as other software does. `source-unreadable` with the reason `row-count` when shapes and records do
 * not go together, or what the parts' readers say.
 */
export const SHAPEFILE: SourceFormat = {
  name: 'Shapefile',
  extensions: ['shp'],
  parts: [
    'dbf',
    'shx',
    'prj',
    'cpg',
    'qpj',
    'sbn',
    'sbx',
    'qix',
    'fbn',
    'fbx',
    'ain',
    'aih',
    'atx',
    'cst',
  ],
  read: (group) => [readShapefile(group)],
};

/** A dBase file alone: a table without geometry. */
export const DBASE: SourceFormat = {
  name: 'dBase',
  extensions: ['dbf'],
  parts: ['cpg'],
  read: (group) => {
    const { path, bytes } = group.main;
    const { fields, columns, count, deleted, findings } = readDbf(
      bytes,
      textOf(group, 'cpg'),
      path,
    );
    const rows = Array.from({ length: count - deleted.length }, () => null);
    const table = { ...geometriesToRows(rows), columns };
    return [{ name: baseName(path), path, table, fields, crs: null, findings }];
  },
};

function readShapefile(group: SourceGroup): SourceTable {
  const { path, bytes } = group.main;
  const { shapes, hasHeights } = readShp(bytes, path);
  const dbf = partOf(group, 'dbf');
  const attributes = dbf ? readDbf(dbf.bytes, textOf(group, 'cpg'), dbf.path) : null;
  const { rows, count } = readRows(shapes, attributes);
  if (attributes && attributes.count !== count) {
    const context = { source: path, reason: 'row-count', shapes: count, records: attributes.count };
    throw new AppError('source-unreadable', `${path}: row-count`, context);
  }
  const prj = textOf(group, 'prj');
  const findings: Finding[] = [
    ...(attributes?.findings ?? [tableFinding('source.attributes-absent')]),
    ...(hasHeights ? [tableFinding('source.heights-dropped')] : []),
  ];
  return {
    name: baseName(path),
    path,
    table: { ...rows, columns: attributes?.columns ?? {} },
    fields: attributes?.fields ?? [],
    crs: prj?.trim() ? crsOfWkt(prj) : null,
    findings,
  };
}

function readRows(
  shapes: Iterable<Geometry | null>,
  attributes: DbfTable | null,
): { rows: ReturnType<typeof geometriesToRows>; count: number } {
  const deleted = new Set(attributes?.deleted);
  let count = 0;
  function* kept(): Generator<Geometry | null> {
    for (const shape of shapes) if (!deleted.has(count++)) yield shape;
  }
  const rows = geometriesToRows(kept());
  return { rows, count };
}

function textOf(group: SourceGroup, extension: string): string | undefined {
  const part = partOf(group, extension);
  return part && new TextDecoder().decode(part.bytes);
}
