import type { Issue } from '../issue.ts';
import { restSentence } from '../strings/report.ts';
import { countSeverity, SEVERITY_NAMES } from '../strings/severity-names.ts';
import { type RuleSummary, summariseIssues } from './summarise-issues.ts';

/**
 * The issues as lines for a terminal: a heading for each rule with how many there are, its first issues, then how many more
 * there are, and the repair, under each issue where they differ. Issues of several layers say which they are of. Control
 * characters of the data are taken out, so that a value cannot write on the terminal. Empty for no issue.
 */
export function issueLines(issues: readonly Issue[]): string[] {
  const hasLayers = issues.some(({ layer }) => layer !== issues[0]?.layer);
  return summariseIssues(issues).rules.flatMap((summary) => [
    heading(summary),
    ...body(summary, hasLayers),
  ]);
}

function heading({ severity, title, rule, count }: RuleSummary): string {
  const kind = count > 1 ? countSeverity(severity, count) : SEVERITY_NAMES[severity];
  return `${kind} · ${title} (${rule})`;
}

function body({ examples, count }: RuleSummary, hasLayers: boolean): string[] {
  const [first] = examples;
  const isShared = examples.every(({ repair }) => repair === first?.repair);
  const lines = examples.flatMap((issue) => [
    `  ${where(issue, hasLayers)}${issue.message}`,
    ...(!isShared && issue.repair ? [`    → ${issue.repair}`] : []),
  ]);
  if (count > examples.length) lines.push(`  ${restSentence(count - examples.length)}`);
  if (isShared && first?.repair) lines.push(`  → ${first.repair}`);
  return lines.map((line) => line.replace(/\p{Cc}/gu, ' '));
}

/** The layer where there are several, the feature as its key or its line in the file, and the field. */
function where({ layer, row, key, field }: Issue, hasLayers: boolean): string {
  const feature = row === null ? null : (key ?? `ligne ${row + 1}`);
  const words = [hasLayers && layer, feature, feature !== null && field].filter(Boolean);
  return words.length > 0 ? `${words.join(', ')} : ` : '';
}
