import type {
  CommuneFigure,
  CommuneFigures,
  CommuneList,
  CommuneStatement,
} from '../../src/domain/library.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import type { QuestionFault } from './check-question.ts';
import type { KnownNames } from './check-saved.ts';
import { checkStatement } from './check-statement.ts';

/** The figures and lists of a theme with the layers that each of their statements reads, and their faults. */
export function checkCommuneFigures(
  figures: CommuneFigures,
  known: KnownNames,
): { checked: CommuneFigures; faults: QuestionFault[] } {
  const faults: QuestionFault[] = [];
  const at = <T extends CommuneStatement | CommuneList>(item: T, path: string): T => {
    const own = 'figures' in item ? statementFaults(item, known) : listFaults(item, known);
    faults.push(...own.faults.map((fault) => ({ ...fault, path: `${path}${fault.path}` })));
    return { ...item, layers: own.reads };
  };
  const { sheet, lists } = figures;
  const checked = {
    ...at(figures, ''),
    ...(sheet && { sheet: sheet.map((item, i) => at(item, `sheet.${i}.`)) }),
    ...(lists && { lists: lists.map((item, i) => at(item, `lists.${i}.`)) }),
  };
  return { checked, faults };
}

type Checked = { faults: QuestionFault[]; reads: string[] };

/** The faults of a statement of figures: what the engine refuses, each column that it does not give, each layer it does not read. */
function statementFaults({ figures, sql }: CommuneStatement, known: KnownNames): Checked {
  const wanted = figures.map(({ column }, i) => ({ path: `figures.${i}.column`, value: column }));
  const { faults, reads } = columnFaults(sql, wanted, known);
  const strange = figures.flatMap((figure, i) => unreadLayers(figure, `figures.${i}.from`, reads));
  return { faults: [...faults, ...(reads.length > 0 ? strange : [])], reads };
}

function unreadLayers({ from = [] }: CommuneFigure, path: string, reads: readonly string[]) {
  return from.flatMap((value, i): QuestionFault[] => {
    if (reads.includes(value)) return [];
    return [{ path: `${path}.${i}`, kind: 'layer', value, nearest: closestName(value, reads) }];
  });
}

/** The faults of a list: what the engine refuses, each column that it does not give, each field of codes that is none. */
function listFaults({ columns, sql }: CommuneList, known: KnownNames): Checked {
  const wanted = columns.map(({ id }, i) => ({ path: `columns.${i}.id`, value: id }));
  const { faults, reads } = columnFaults(sql, wanted, known);
  const coded = columns.flatMap(({ codes }, i): QuestionFault[] => {
    const [id, name] = codes?.split('.') ?? [];
    const fields = known.layers.find((layer) => layer.id === id)?.fields ?? [];
    if (codes === undefined || fields.some((field) => field.name === name && field.codes))
      return [];
    return [{ path: `columns.${i}.codes`, kind: 'field', value: name ?? '', detail: id ?? '' }];
  });
  return { faults: [...faults, ...coded], reads };
}

function columnFaults(
  sql: readonly string[],
  columns: readonly { path: string; value: string }[],
  { layers, bind }: KnownNames,
): Checked {
  const { bound, faults } = checkStatement(sql.join('\n'), bind, layers);
  const inStatement = faults.map(({ path, ...fault }) => ({
    ...fault,
    path: path ? `sql.${path}` : 'sql',
  }));
  if (!bound) return { faults: inStatement, reads: [] };
  const absent = [{ path: 'sql', value: 'code' }, ...columns].filter(
    ({ value }) => !bound.columns.includes(value),
  );
  const missing = absent.map(({ path, value }): QuestionFault => {
    return { path, kind: 'column', value, nearest: closestName(value, bound.columns) };
  });
  return { faults: [...inStatement, ...missing], reads: bound.layers };
}
