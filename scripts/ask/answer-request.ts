import type { Answer } from '../../src/domain/answer.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { findLayer } from '../../src/domain/catalogue.ts';
import { checkQuestion } from '../../src/domain/check-question.ts';
import { rowsToCsv } from '../../src/domain/csv-text.ts';
import type { Progress } from '../../src/domain/progress.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { answerContent } from '../../src/export/answer-content.ts';
import type { ExportContent } from '../../src/export/export-content.ts';
import { writeContent } from '../../src/export/write-content.ts';
import { loadGeos } from '../../src/geos/geos.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import type { DialectName } from '../../src/sql/dialects/dialect.ts';
import {
  questionToDuckdb,
  questionToPostgis,
  questionToSedona,
} from '../../src/sql/dialects/question-sql.ts';
import { answerSelection } from '../../src/ui/strings/answer-export.ts';
import { questionToSentence } from '../../src/ui/strings/question-sentence.ts';
import type { Form } from './arguments.ts';

/** What was asked, as text to be printed, and how many features or rows it holds. */
export interface Reply {
  text: string;
  count: number;
}

/**
 * The answer to a question: the keys of the features found, one a line, or all their fields and measures.
 * @throws {AppError} what the engine throws.
 */
export async function answerQuestion(
  engine: Engine,
  catalogue: Catalogue,
  question: Question,
  form: Form,
  onProgress: (progress: Progress) => void,
): Promise<Reply> {
  const answer = await engine.call('ask', { question }, { onProgress });
  const layer = findLayer(catalogue, question.target);
  const selection = answerSelection(answer, catalogue, { filters: [], columns: null, link: '' });
  const content = await answerContent(engine, answer, layer, selection);
  return { text: await answerText(form, answer, content), count: answer.count };
}

/**
 * What a statement gives, as CSV or JSON; geometry as WKT in the territory's CRS.
 * @throws {AppError} what the engine throws.
 */
export async function answerSql(
  engine: Engine,
  sql: string,
  form: 'csv' | 'json',
  onProgress: (progress: Progress) => void,
): Promise<Reply> {
  const result = await engine.call('sql', { sql }, { onProgress });
  const { rows } = readRows(result.ipc);
  const columns = result.columns.map(({ name }) => name);
  await writeBytes(rows);
  const text = form === 'csv' ? rowsToCsv({ columns, rows }) : toLine(toRecords(columns, rows));
  return { text, count: result.rowCount };
}

/** Puts text in place of bytes: WKT where they are a geometry, else hexadecimal digits. */
async function writeBytes(rows: unknown[][]): Promise<void> {
  if (!rows.some((cells) => cells.some((value) => value instanceof Uint8Array))) return;
  const { toText } = await loadGeos();
  for (const cells of rows) {
    for (const [i, value] of cells.entries()) {
      if (!(value instanceof Uint8Array)) continue;
      try {
        cells[i] = toText(value);
      } catch {
        cells[i] = `0x${Buffer.from(value).toString('hex')}`;
      }
    }
  }
}

/** A question in the SQL of another engine, its layers read from `base` (a folder, with its final slash). */
export function emitSql(
  question: Question,
  catalogue: Catalogue,
  dialect: DialectName,
  base: string,
): string {
  checkQuestion(question, catalogue);
  const sentence = questionToSentence(question, catalogue);
  return EMITTERS[dialect](question, catalogue, { sentence, base });
}

const EMITTERS = {
  postgis: questionToPostgis,
  duckdb: questionToDuckdb,
  sedona: questionToSedona,
};

async function answerText(form: Form, answer: Answer, content: ExportContent): Promise<string> {
  const { rows, key } = content;
  const columns = content.columns.map(({ name }) => name);
  if (form === 'json') return toLine({ ...answer, rows: toRecords(columns, rows) });
  if (form === 'ids') {
    const place = columns.indexOf(key ?? '');
    return rows.map((cells) => `${cells[place]}\n`).join('');
  }
  const openGdal = () => Promise.reject(new Error('no format of the command wants GDAL'));
  const { blob } = await writeContent(content, form, 'EPSG:4326', { openGdal });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

function toRecords(columns: string[], rows: unknown[][]): Record<string, unknown>[] {
  const names = distinctNames(columns);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
}

/** The names, `_2` and so on after one that came before. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  return names.map((name, i) => {
    if (names.indexOf(name) === i) return name;
    let n = 2;
    while (taken.has(`${name}_${n}`)) n++;
    taken.add(`${name}_${n}`);
    return `${name}_${n}`;
  });
}

function toLine(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
