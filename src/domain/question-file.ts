import * as v from 'valibot';
import type { Catalogue, Territory } from './catalogue.ts';
import { checkQuestion } from './check-question.ts';
import { AppError, type ErrorData, errorToData } from './errors.ts';
import { foldText } from './fold-text.ts';
import { type KeptContent, QUESTION_FILE_EXTENSION, versionsSchema } from './kept-question.ts';
import { mendQuestion } from './mend-question.ts';
import { layersOf, type Question } from './question.ts';

/** The form of the file that this code reads and writes. */
const QUESTION_FILE_VERSION = 1;

/** Largest file that is read, in bytes; a question with detailed shapes has some hundred kilobytes. */
export const MAX_QUESTION_FILE_BYTES = 20_000_000;

/** The territory that a file was made for. */
export interface FileTerritory {
  /** SIREN. */
  code: string;
  name: string;
}

/** What a file holds, and all that keeps it from being asked as it stands. */
export interface OpenedFile {
  content: KeptContent;
  /** The territory it was made for, when it is another one than the catalogue's. */
  foreign: FileTerritory | null;
  /** Conditions that were left out, layers and fields that are not there: what there is to mend. */
  faults: ErrorData[];
}

/** The text of the file that a question is shared as: JSON, indented so that it can be read and compared. */
export function writeQuestionFile(content: KeptContent, territory: Territory): string {
  const { name, description, theme, question, versions } = content;
  const { siren: code, shortName } = territory;
  const file = {
    arpent: QUESTION_FILE_VERSION,
    kind: 'question',
    territory: { code, name: shortName },
    name,
    description,
    theme,
    question,
    versions,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The name of the file of a question: plain letters, so that every system takes it. */
export function questionFileName(name: string): string {
  const plain = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'question'}${QUESTION_FILE_EXTENSION}`;
}

/**
 * What the text of a file holds, held against a catalogue: what can be read is, the rest is told.
 * @throws {AppError} `question-file-invalid` when it is no JSON or no question; its `reason` is `json`, `kind`, `shape` (with
 * the `path` of the fault) or `version` (it was written by a later edition of the application: `seen`, `wanted`).
 */
export function readQuestionFile(text: string, catalogue: Catalogue): OpenedFile {
  const json = parseText(text);
  checkKind(json);
  const parsed = v.safeParse(fileSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    refuse('shape', issue.message, { path: v.getDotPath(issue) ?? '' });
  }
  const { territory, name, description, theme, versions, question: raw } = parsed.output;
  const { question, faults } = mend(raw);
  const isKnown = catalogue.themes.some(({ id }) => id === theme);
  return {
    content: { name, description, theme: isKnown ? theme : null, question, versions },
    foreign: territory.code === catalogue.territory.siren ? null : territory,
    faults: [...faults, ...catalogueFaults(question, catalogue)],
  };
}

/** What keeps a question from being asked of a catalogue: every layer it has not, else the first other fault. */
function catalogueFaults(question: Question, catalogue: Catalogue): ErrorData[] {
  const unknown = layersOf(question).filter((id) => !catalogue.layers.some((own) => own.id === id));
  if (unknown.length > 0) {
    return unknown.map((id) => ({
      code: 'layer-unknown',
      message: `question: no layer "${id}"`,
      context: { layer: id },
    }));
  }
  try {
    checkQuestion(question, catalogue);
    return [];
  } catch (error) {
    return [errorToData(error)];
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse('json', String(cause));
  }
}

function checkKind(json: unknown): void {
  const { arpent, kind } = (json ?? {}) as { arpent?: unknown; kind?: unknown };
  if (arpent === undefined || kind !== 'question') refuse('kind', `kind ${JSON.stringify(kind)}`);
  if (typeof arpent === 'number' && arpent > QUESTION_FILE_VERSION) {
    refuse('version', `version ${arpent}`, { seen: arpent, wanted: QUESTION_FILE_VERSION });
  }
}

function mend(raw: unknown) {
  try {
    return mendQuestion(raw);
  } catch (error) {
    const { message, context } = errorToData(error);
    return refuse('shape', message, { path: `question.${context.path ?? ''}` });
  }
}

const fileSchema = v.object({
  arpent: v.literal(QUESTION_FILE_VERSION),
  kind: v.literal('question'),
  territory: v.object({ code: v.string(), name: v.string() }),
  name: v.pipe(v.string(), v.trim()),
  description: v.optional(v.string(), ''),
  theme: v.optional(v.nullable(v.string()), null),
  question: v.unknown(),
  versions: v.optional(v.nullable(versionsSchema), null),
});

function refuse(
  reason: string,
  detail: string,
  evidence: Record<string, string | number> = {},
): never {
  const context = { reason, ...evidence };
  throw new AppError('question-file-invalid', `question file: ${detail}`, context);
}
