import type { Issue, Severity } from '../issue.ts';
import { ruleTitle } from '../strings/issue-sentences.ts';

/** The issues of one rule. */
export interface RuleSummary {
  rule: string;
  /** Its short French name. */
  title: string;
  severity: Severity;
  count: number;
  /** The first of them, at most `EXAMPLES`; `count` says how many there are. */
  examples: Issue[];
}

/** How many issues there are, and of what. */
export interface IssueSummary {
  counts: Record<Severity, number>;
  /** Errors first, then warnings and notices; within each, as they come. */
  rules: RuleSummary[];
}

/** What a list of issues comes to, rule by rule: nothing is left out of the counts. Linear. */
export function summariseIssues(issues: readonly Issue[]): IssueSummary {
  const counts = { error: 0, warning: 0, notice: 0 };
  const rules = new Map<string, RuleSummary>();
  for (const issue of issues) {
    counts[issue.severity]++;
    const { rule, severity } = issue;
    const known = rules.get(rule);
    if (!known) {
      rules.set(rule, { rule, title: ruleTitle(rule), severity, count: 1, examples: [issue] });
      continue;
    }
    known.count++;
    if (known.examples.length < EXAMPLES) known.examples.push(issue);
  }
  const sorted = [...rules.values()].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);
  return { counts, rules: sorted };
}

/** Examples that a summary keeps of each rule. */
const EXAMPLES = 3;

const RANKS: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };
