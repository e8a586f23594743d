import type { Answer } from '../domain/answer.ts';
import type { Layer } from '../domain/layer.ts';
import type { Engine } from '../engine/protocol.ts';
import { answerContent } from './answer-content.ts';
import { ANSWER_WRITERS } from './writers.ts';

/** Writes all rows of an answer in a format and hands the file to the browser to keep. */
export async function saveAnswer(
  engine: Engine,
  answer: Answer,
  layer: Layer,
  format: keyof typeof ANSWER_WRITERS,
): Promise<void> {
  const content = await answerContent(engine, answer, layer);
  const { extension, mediaType, write } = ANSWER_WRITERS[format];
  download(new Blob([write(content)], { type: mediaType }), `arpent-${layer.id}.${extension}`);
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}

/** Time a browser is left to read the file before its memory is given back, in milliseconds. */
const RELEASE_MS = 60_000;
