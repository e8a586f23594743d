import type { AnswerWriter } from './answer-file.ts';
import { csvWriter } from './csv.ts';
import { geojsonWriter } from './geojson.ts';

/** The formats that an answer can be taken away in. A new one is a file beside this one and a line here. */
export const ANSWER_WRITERS = {
  csv: csvWriter,
  geojson: geojsonWriter,
} satisfies Record<string, AnswerWriter>;
