import { rowsExtent } from '../../geo/row-boxes.ts';
import type { Finding, Issue } from '../issue.ts';
import { messageOf, repairOf } from '../strings/issue-sentences.ts';
import { READER_SEVERITIES } from './reader-severities.ts';
import { RULES } from './registry.ts';
import type { RuleContext } from './rule.ts';

/** Every issue of a table: what its readers found, then what each rule finds. Rows are those of the table given. */
export async function validate(
  context: RuleContext,
  readerFindings: readonly Finding[],
): Promise<Issue[]> {
  const issues = readerFindings.map((finding) => toIssue(finding, severityOf(finding), context));
  for (const rule of RULES) {
    context.signal?.throwIfAborted();
    const findings = await rule.check(context);
    for (const finding of findings) issues.push(toIssue(finding, rule.severity, context));
  }
  return issues;
}

function severityOf({ rule }: Finding) {
  const severity = READER_SEVERITIES[rule];
  if (!severity) throw new Error(`no severity for ${rule}`);
  return severity;
}

function toIssue(finding: Finding, severity: Issue['severity'], context: RuleContext): Issue {
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
    repair: repairOf(finding),
  };
}

/** The middle of a row's box: where a map can point to. */
function middleOf({ table }: RuleContext, row: number): Issue['place'] {
  const extent = rowsExtent(table.geometry, Uint32Array.of(row));
  return extent && [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
}
