import { isAbort } from '../../domain/errors.ts';
import { rowsExtent } from '../../geo/row-boxes.ts';
import type { Finding, Issue, Severity } from '../issue.ts';
import { messageOf, repairOf, ruleTitle } from '../strings/issue-sentences.ts';
import { hidePersonal } from './hide-personal.ts';
import { type Measured, measure } from './measured.ts';
import { READER_SEVERITIES } from './reader-severities.ts';
import { RULES } from './registry.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * Every issue of a table: what its readers found, then what each rule finds, in the order of `RULES`. Rows are those of the
 * table given. A rule that fails itself is an issue `rule.failed`, and the others go on.
 * @throws the reason of the context's signal when it is aborted.
 */
export async function validate(
  context: RuleContext,
  readerFindings: readonly Finding[],
  rules: readonly Rule[] = RULES,
): Promise<Issue[]> {
  const issues = readerFindings.map((finding) => toIssue(finding, severityOf(finding), context));
  const measured = measure(context);
  for (const rule of rules) {
    context.signal?.throwIfAborted();
    const findings = await checkRule(rule, context, measured);
    for (const { finding, severity } of findings) issues.push(toIssue(finding, severity, context));
  }
  return issues;
}

async function checkRule(
  { id, severity, check }: Rule,
  context: RuleContext,
  measured: Measured,
): Promise<{ finding: Finding; severity: Severity }[]> {
  try {
    const seen = await check(context, measured);
    const sightings = id.startsWith('privacy.') ? seen : await hidePersonal(seen, measured);
    return sightings.map((sighting) => ({ finding: { rule: id, ...sighting }, severity }));
  } catch (error) {
    context.signal?.throwIfAborted();
    if (isAbort(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const facts = { rule: id, title: ruleTitle(id), reason };
    const finding = { rule: 'rule.failed', row: null, place: null, facts };
    return [{ finding, severity: 'warning' }];
  }
}

function severityOf({ rule }: Finding) {
  const severity = READER_SEVERITIES[rule];
  if (!severity) throw new Error(`no severity for ${rule}`);
  return severity;
}

function toIssue(finding: Finding, severity: Severity, context: RuleContext): Issue {
  const { meta, table } = context;
  const { row } = finding;
  const key = row === null ? null : table.columns[meta.key]?.[row];
  return {
    ...finding,
    severity,
    layer: meta.id,
    key: key === null || key === undefined ? null : String(key),
    place: finding.place ?? (row === null ? null : middleOf(context, row)),
    message: messageOf(finding),
    repair: repairOf(finding, 'command'),
  };
}

/** The middle of a row's box: where a map can point to. */
function middleOf({ table }: RuleContext, row: number): Issue['place'] {
  const extent = rowsExtent(table.geometry, Uint32Array.of(row));
  return extent && [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
}
