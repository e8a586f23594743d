import type { Answer } from '../domain/answer.ts';
import type { Value } from '../domain/feature.ts';
import type { Layer } from '../domain/layer.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';

/** What every writer is given: all the rows of an answer, in one order, with their geometry. */
export interface AnswerContent {
  answer: Answer;
  layer: Layer;
  /** Names of the layer's fields, then of the measure columns. */
  columns: string[];
  /** One array a feature found, in the order of `columns`. */
  rows: Value[][];
  /** Geometry of each row, degrees, longitude first. */
  geometry: GeometryColumn;
}

/** One format that answers can be taken away in. */
export interface AnswerWriter {
  /** Ending of the file's name, without the dot. */
  extension: string;
  mediaType: string;
  /** The file's text, whole: every row of the answer, none left out. */
  write(content: AnswerContent): string;
}
