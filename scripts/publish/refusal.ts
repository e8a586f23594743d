import type { Issue } from '../../src/publish/issue.ts';
import type { PreparedLayer } from '../../src/publish/prepare.ts';

/** What stops a publication: errors, or that many warnings that nobody accepted. */
export interface Refusal {
  kind: 'errors' | 'warnings';
  count: number;
}

/** Layer → rule → number of warnings that somebody accepted before. */
export type AcceptedBefore = Record<string, Record<string, number>>;

/**
 * What stops layers; null for nothing. Warnings are accepted as many of a rule as before, all of them (`true`), or all of some
 * rules (their ids).
 */
export function findRefusal(
  layers: readonly PreparedLayer[],
  before: AcceptedBefore,
  accept: boolean | readonly string[],
): Refusal | null {
  const issues = layers.flatMap((layer) => layer.issues);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return { kind: 'errors', count: errors };
  if (accept === true) return null;
  const rules = new Set(accept || []);
  const open = layers.flatMap(({ meta, issues: own }) =>
    Object.entries(countWarnings(own)).filter(
      ([rule, count]) => !rules.has(rule) && count > (before[meta.id]?.[rule] ?? 0),
    ),
  );
  const count = open.reduce((sum, [, warnings]) => sum + warnings, 0);
  return count > 0 ? { kind: 'warnings', count } : null;
}

/** What stops all together: every error, else every warning that nobody accepted. */
export function worstRefusal(refusals: readonly (Refusal | null)[]): Refusal | null {
  for (const kind of ['errors', 'warnings'] as const) {
    const own = refusals.filter((refusal) => refusal?.kind === kind);
    const count = own.reduce((sum, refusal) => sum + (refusal?.count ?? 0), 0);
    if (count > 0) return { kind, count };
  }
  return null;
}

/** Rule → how many warnings of it there are. */
export function countWarnings(issues: readonly Issue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity, rule } of issues) {
    if (severity === 'warning') counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}
