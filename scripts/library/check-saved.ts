import { AppError } from '../../src/domain/errors.ts';
import { fillTemplate, namesInTemplate, parameterValues } from '../../src/domain/fill-question.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { ParameterValues, SavedQuestion } from '../../src/domain/library.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import { fillStatement, namesInStatement } from '../../src/sql/fill-statement.ts';
import { checkSavedQuestion, type QuestionFault } from './check-question.ts';
import { replyFaults } from './check-reply.ts';
import { checkStatement } from './check-statement.ts';
import type { StatementBinder } from './statement-binder.ts';

/** What a saved question is checked against. */
export interface KnownNames {
  layers: readonly LayerMeta[];
  /** Ids of the layers among them that are described in `published/`, not in `layers/`. */
  published?: readonly string[];
  /** Names of the communes by their INSEE codes; absent: none is checked. */
  communes?: Readonly<Record<string, string>>;
  bind: StatementBinder;
}

/**
 * The faults of what a saved question asks and replies: its parameters; its layers, columns and codes, with the values of
 * its parameters and each of their options; what its reply speaks of. `reads` are the layers of its statement.
 */
export function checkSaved(
  saved: SavedQuestion,
  known: KnownNames,
): { faults: QuestionFault[]; reads: string[] } {
  const named = namesOf(saved);
  const faults = [...parameterFaults(saved, named), ...communeFaults(saved, known.communes ?? {})];
  if (faults.length > 0) return { faults, reads: [] };
  const runs = choices(saved).map((chosen) => tryChoice(saved, chosen, known));
  const [first] = runs as [AskCheck];
  const replied = first.columns ? replyFaults(saved, first.columns) : [];
  const found = [...runs.flatMap((run) => run.faults), ...replied];
  return { faults: distinct(found), reads: first.reads };
}

/** What one run of a saved question would be; null columns are not known. */
interface AskCheck {
  faults: QuestionFault[];
  reads: string[];
  columns: string[] | null;
}

function checkAsk(
  { ask }: SavedQuestion,
  values: ParameterValues,
  { layers, bind }: KnownNames,
): AskCheck {
  if ('sql' in ask) {
    const { bound, faults } = checkStatement(fillStatement(ask.sql, values), bind, layers);
    const columns = bound?.columns ?? null;
    return { faults: under('ask.sql', faults), columns, reads: bound?.layers ?? [] };
  }
  const question = fillTemplate(ask.question, values) as { target?: unknown };
  const target = layers.find(({ id }) => id === question.target);
  const columns = target?.fields.map(({ name }) => name) ?? null;
  const faults = under('ask.question', checkSavedQuestion(question, layers));
  return { faults, columns, reads: [] };
}

function namesOf({ ask }: SavedQuestion): string[] {
  return 'sql' in ask ? namesInStatement(ask.sql) : namesInTemplate(ask.question);
}

function parameterFaults({ parameters = [] }: SavedQuestion, named: string[]): QuestionFault[] {
  const declared = parameters.map(({ name }) => name);
  const undeclared = named.filter((name) => !declared.includes(name));
  const unused = declared.filter((name) => !named.includes(name));
  return [
    ...undeclared.map((value): QuestionFault => {
      const nearest = closestName(value, declared);
      return { path: 'ask', kind: 'parameter-undeclared', value, nearest };
    }),
    ...unused.map((value): QuestionFault => {
      const path = `parameters.${declared.indexOf(value)}`;
      return { path, kind: 'parameter-unused', value, nearest: closestName(value, undeclared) };
    }),
  ];
}

/** The parameters whose commune is none that is known; nothing is said where none is. */
function communeFaults(
  { parameters = [] }: SavedQuestion,
  communes: Readonly<Record<string, string>>,
): QuestionFault[] {
  const codes = Object.keys(communes);
  return parameters.flatMap((parameter, i) => {
    const { type, value } = parameter;
    if (type !== 'commune' || codes.length === 0 || codes.includes(value)) return [];
    const path = `parameters.${i}.value`;
    return [{ path, kind: 'commune', value, nearest: nearestCommune(value, communes) }];
  });
}

/** "62119 (Béthune)", for a code or a name. */
function nearestCommune(text: string, communes: Readonly<Record<string, string>>): string | null {
  const isName = /^\D/.test(text);
  const entries = Object.entries(communes);
  const near = closestName(
    text,
    entries.map(([code, name]) => (isName ? name : code)),
  );
  const found = entries.find(([code, name]) => near === (isName ? name : code));
  return found ? `${found[0]} (${found[1]})` : null;
}

/** Nothing chosen, then each option of each parameter. */
function choices({ parameters = [] }: SavedQuestion): ParameterValues[] {
  const options = parameters.flatMap((parameter) =>
    parameter.type === 'choice'
      ? parameter.options.map((option) => ({ [parameter.name]: option }))
      : [],
  );
  return [{}, ...options];
}

function tryChoice(saved: SavedQuestion, chosen: ParameterValues, known: KnownNames): AskCheck {
  let values: ParameterValues;
  try {
    values = parameterValues(saved, chosen);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { path, reason } = error.context;
    const detail = String(reason);
    const fault: QuestionFault = { path: valuePath(saved, path), kind: 'question-invalid', detail };
    return { faults: [fault], columns: null, reads: [] };
  }
  return checkAsk(saved, values, known);
}

/** Where the value of a parameter stands in its file, for the path `parameters.distance` of its error. */
function valuePath({ parameters = [] }: SavedQuestion, path: unknown): string {
  const i = parameters.findIndex(({ name }) => path === `parameters.${name}`);
  return i < 0 ? String(path) : `parameters.${i}.value`;
}

function under(path: string, faults: QuestionFault[]): QuestionFault[] {
  return faults.map((fault) => ({ ...fault, path: [path, fault.path].filter(Boolean).join('.') }));
}

function distinct(faults: QuestionFault[]): QuestionFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
