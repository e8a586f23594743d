import type { CommuneFigures } from '../../src/domain/library.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import type { QuestionFault } from './check-question.ts';
import type { KnownNames } from './check-saved.ts';
import { checkStatement } from './check-statement.ts';

/** The faults of the figures of the communes: what the engine refuses, and each column that their statement does not give. */
export function checkCommuneFigures(
  { figures, sql }: CommuneFigures,
  { layers, bind }: KnownNames,
): { faults: QuestionFault[]; reads: string[] } {
  const { bound, faults } = checkStatement(sql.join('\n'), bind, layers);
  const inStatement = faults.map(({ path, ...fault }) => ({
    ...fault,
    path: path ? `sql.${path}` : 'sql',
  }));
  if (!bound) return { faults: inStatement, reads: [] };
  const wanted = [
    { path: 'sql', value: 'code' },
    ...figures.map(({ column }, i) => ({ path: `figures.${i}.column`, value: column })),
  ];
  const absent = wanted.filter(({ value }) => !bound.columns.includes(value));
  const columns = absent.map(({ path, value }): QuestionFault => {
    return { path, kind: 'column', value, nearest: closestName(value, bound.columns) };
  });
  return { faults: [...inStatement, ...columns], reads: bound.layers };
}
