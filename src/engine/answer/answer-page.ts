import { rowsToIpc } from '../../loaders/to-arrow.ts';
import type { HeldAnswer } from './answer-question.ts';
import { answerColumns } from './answer-values.ts';

/**
 * Some rows of an answer as an Arrow IPC stream: `ROW_COLUMN`, the layer's fields, the measures, of which those that are not
 * finite are null. Read from what is in memory: some 50 ns a value.
 */
export function answerPage(held: HeldAnswer, places: Uint32Array): Uint8Array {
  const columns = answerColumns(held).map(({ field, valueAt }) => ({
    field,
    values: Array.from(places, valueAt),
  }));
  return rowsToIpc(
    places.map((place) => held.target.fileRow(held.rows[place] as number)),
    columns,
  );
}
