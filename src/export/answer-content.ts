import type { Answer } from '../domain/answer.ts';
import type { Layer } from '../domain/layer.ts';
import type { Engine } from '../engine/protocol.ts';
import { readRows } from '../loaders/read-arrow.ts';
import type { AnswerContent } from './answer-file.ts';

/** All rows of an answer, in file order, with their geometry, as the engine still holds them. @throws {AppError} `answer-gone`. */
export async function answerContent(
  engine: Engine,
  answer: Answer,
  layer: Layer,
): Promise<AnswerContent> {
  const request = { answer: answer.id, offset: 0, limit: answer.count, sort: null };
  const [stream, batch] = await Promise.all([
    engine.call('answerRows', request),
    engine.call('answerGeometry', { answer: answer.id }),
  ]);
  const { columns, rows } = readRows(stream);
  return {
    answer,
    layer,
    columns: columns.slice(1),
    rows: rows.map((cells) => cells.slice(1)),
    geometry: batch.geometry,
  };
}
