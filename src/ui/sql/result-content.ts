import type { Catalogue } from '../../domain/catalogue.ts';
import type { Value } from '../../domain/feature.ts';
import type { FieldType } from '../../domain/layer.ts';
import type { SqlResult, SqlType } from '../../domain/sql-result.ts';
import type { SqlShapes } from '../../engine/protocol.ts';
import type { ExportContent } from '../../export/export-content.ts';
import type { RowSource } from '../../state/effects.ts';
import { sqlScreen } from '../strings/sql-screen.ts';

/** What the rows of a statement are taken away with. */
export interface ResultParts {
  result: SqlResult;
  rows: RowSource;
  /** The geometries of its first column of geometry; null without any. */
  shapes: SqlShapes | null;
  statement: string;
  catalogue: Catalogue;
  link: string;
}

/** Every row of a statement with where it comes from. Columns of geometry are the geometry of the rows, and no column. */
export function resultContent({
  result,
  rows,
  shapes,
  statement,
  catalogue,
  link,
}: ResultParts): ExportContent {
  const kept = result.columns.flatMap(({ type }, place) => (type === 'geometry' ? [] : [place]));
  const read = catalogue.layers.filter(({ id }) => id in result.layers);
  const unplaced = shapes?.unplaced ?? { crs: 0, kind: 0 };
  return {
    name: sqlScreen.export.name,
    title: sqlScreen.export.title,
    criteria: statement.trim(),
    columns: kept.map((place) => {
      const { name, type } = result.columns[place] as SqlResult['columns'][number];
      return { name, label: name, type: TYPES[type] };
    }),
    rows: Array.from({ length: rows.length }, (_, row) =>
      kept.map((place) => plain(rows.valueAt(row, place))),
    ),
    geometry: shapes?.geometry ?? null,
    family: null,
    key: null,
    metricCrs: catalogue.territory.metricCrs,
    sources: read.map(({ id, title, producer, licence, date }) => ({
      title,
      producer,
      licence,
      date,
      version: result.layers[id] ?? '',
    })),
    notes: [
      ...(read.some(({ simulated }) => simulated) && catalogue.territory.banner
        ? [catalogue.territory.banner]
        : []),
      ...(unplaced.crs > 0 ? [sqlScreen.map.crs(unplaced.crs)] : []),
      ...(unplaced.kind > 0 ? [sqlScreen.map.kind(unplaced.kind)] : []),
    ],
    link,
  };
}

const TYPES: Record<SqlType, FieldType> = {
  text: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  geometry: 'text',
  other: 'text',
};

function plain(value: Value | Uint8Array): Value {
  return value instanceof Uint8Array ? sqlScreen.bytes(value.length) : value;
}
