import type { Answer } from '../domain/answer.ts';
import type { RowFilter } from '../domain/answer-view.ts';
import type { Value } from '../domain/feature.ts';
import type { Layer } from '../domain/layer.ts';
import type { Engine } from '../engine/protocol.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { readRows } from '../loaders/read-arrow.ts';
import type { ExportColumn, ExportContent } from './export-content.ts';

/** What of an answer is taken away, with the words that go with it. */
export interface AnswerSelection
  extends Pick<
    ExportContent,
    'name' | 'title' | 'criteria' | 'conditions' | 'sources' | 'notes' | 'link'
  > {
  /** Columns to keep, in this order: names of fields of the layer and of measures. */
  columns: ExportColumn[];
  /** Filters that the rows must pass; none keeps all. */
  filters: RowFilter[];
}

/**
 * Rows of an answer, in file order, with their geometry, as the engine still holds them.
 * @throws {AppError} `answer-gone`.
 */
export async function answerContent(
  engine: Engine,
  answer: Answer,
  layer: Layer,
  { columns, filters, ...words }: AnswerSelection,
  signal?: AbortSignal,
): Promise<ExportContent> {
  const options = signal ? { signal } : {};
  const request = { answer: answer.id, offset: 0, limit: answer.count, sort: null, filters };
  const [stream, batch] = await Promise.all([
    engine.call('answerRows', request, options),
    engine.call('answerGeometry', { answer: answer.id, filters }, options),
  ]);
  const table = readRows(stream);
  const places = columns.map(({ name }) => table.columns.indexOf(name));
  return {
    ...words,
    columns,
    rows: table.rows.map((cells) => places.map((place): Value => cells[place] ?? null)),
    geometry: sameOrder(table, batch.rows, batch.geometry),
    family: layer.geometry,
    key: layer.key,
    metricCrs: answer.crs,
  };
}

/**
 * The geometry, once it is sure that it comes in the order of the rows.
 * @throws {RangeError} when it does not: a file whose rows have the shapes of others must not be written.
 */
function sameOrder(
  table: { columns: string[]; rows: Value[][] },
  rows: Uint32Array,
  geometry: GeometryColumn,
): GeometryColumn {
  const place = table.columns.indexOf('__row');
  const isSame =
    rows.length === table.rows.length && table.rows.every((cells, i) => cells[place] === rows[i]);
  if (!isSame) throw new RangeError('rows and geometry of the answer are not in one order');
  return geometry;
}
