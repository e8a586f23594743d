import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Value } from '../../src/domain/feature.ts';
import type { CommuneFigures, CommuneList, CommuneStatement } from '../../src/domain/library.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';

/** The rows of a statement, by the commune's code, and the version of each layer that it read. */
export interface CommuneRows {
  columns: string[];
  byCode: ReadonlyMap<string, Value[][]>;
  versions: Record<string, string>;
}

/** A statement of figures and what it gave. */
export interface AnsweredFigures {
  theme: string;
  statement: CommuneStatement;
  found: CommuneRows;
}

/** A list and what its statement gave. */
export interface AnsweredList {
  theme: string;
  list: CommuneList;
  found: CommuneRows;
}

/** A statement that gave nothing: the catalogue lacks layers that it reads, or the engine refused it. */
export interface Unanswered {
  theme: string;
  /** French labels of the figures, or title of the list. */
  labels: string[];
  reason: { kind: 'absent'; layers: string[] } | { kind: 'failed'; error: AppError };
}

/** What all statements of the communes' pages gave. */
export interface Answers {
  figures: AnsweredFigures[];
  lists: AnsweredList[];
  unanswered: Unanswered[];
}

/**
 * Runs every statement of the communes' pages once, for all communes. One that cannot be run is told and the next one asked.
 * @param onStatement how many are done, of how many.
 */
export async function askStatements(
  engine: Engine,
  { layers }: Catalogue,
  themes: readonly CommuneFigures[],
  onStatement: (done: number, total: number) => void = () => {},
): Promise<Answers> {
  const known = new Set(layers.map(({ id }) => id));
  const answers: Answers = { figures: [], lists: [], unanswered: [] };
  const items = themes.flatMap((theme) => [
    ...[theme, ...(theme.sheet ?? [])].map((statement) => ({ theme: theme.theme, statement })),
    ...(theme.lists ?? []).map((list) => ({ theme: theme.theme, list })),
  ]);
  for (const [done, item] of items.entries()) {
    onStatement(done, items.length);
    const asked = 'list' in item ? item.list : item.statement;
    const absent = (asked.layers ?? []).filter((id) => !known.has(id));
    const labels =
      'list' in item ? [item.list.title] : item.statement.figures.map(({ label }) => label);
    const { theme } = item;
    if (absent.length > 0) {
      answers.unanswered.push({ theme, labels, reason: { kind: 'absent', layers: absent } });
      continue;
    }
    try {
      const found = await askOne(engine, asked.sql.join('\n'));
      if ('list' in item) answers.lists.push({ ...item, found });
      else answers.figures.push({ ...item, found });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      answers.unanswered.push({ theme, labels, reason: { kind: 'failed', error } });
    }
  }
  return answers;
}

async function askOne(engine: Engine, sql: string): Promise<CommuneRows> {
  const { ipc, layers } = await engine.call('sql', { sql });
  const { columns, rows } = readRows(ipc);
  const at = columns.indexOf('code');
  const byCode = new Map<string, Value[][]>();
  for (const row of rows) {
    const code = String(row[at]);
    const own = byCode.get(code);
    if (own) own.push(row);
    else byCode.set(code, [row]);
  }
  return { columns, byCode, versions: layers };
}
