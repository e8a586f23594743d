import type { Issue } from '../issue.ts';
import { restSentence } from '../strings/report.ts';
import { countSeverity, SEVERITY_NAMES } from '../strings/severity-names.ts';
import { type RuleSummary, summariseIssues } from './summarise-issues.ts';

/**
 * The issues as lines for a terminal: a heading for each rule with how many there are, its first issues, then how many more
 * there are. Control characters of the data are taken out, so that a value cannot write on the terminal. Empty for no issue.
 */
export function issueLines(issues: readonly Issue[]): string[] {
  return summariseIssues(issues).rules.flatMap((summary) => [heading(summary), ...body(summary)]);
}

function heading({ severity, title, rule, count }: RuleSummary): string {
  const kind = count > 1 ? countSeverity(severity, count) : SEVERITY_NAMES[severity];
  return `${kind} · ${title} (${rule})`;
}

function body({ examples, count }: RuleSummary): string[] {
  const lines = examples.map((issue) => `  ${where(issue)}${issue.message}`);
  if (count > examples.length) lines.push(`  ${restSentence(count - examples.length)}`);
  const repair = examples[0]?.repair;
  if (repair) lines.push(`  → ${repair}`);
  return lines.map((line) => line.replace(/\p{Cc}/gu, ' '));
}

/** The feature that an issue is of, as its key or its line in the file. */
function where({ row, key, field }: Issue): string {
  if (row === null) return '';
  const name = key === null ? `ligne ${row + 1}` : key;
  return `${name}${field ? `, ${field}` : ''} : `;
}
