import type { Issue, Severity } from '../../publish/issue.ts';
import { MAX_SHOWN_ISSUES, placedIssues } from '../../publish/issue-layer.ts';
import type { PreparedReport } from '../../publish/protocol.ts';
import { ruleTitle } from '../../publish/strings/issue-sentences.ts';
import { formatCount } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import { DiffCounts } from './diff-counts.tsx';
import { IssueDownloads } from './issue-downloads.tsx';
import { IssueGroup } from './issue-group.tsx';
import type { StepProps } from './publish-wizard.tsx';
import { obstacles, readyReports } from './wizard-state.ts';
import { FailureText } from './work-line.tsx';

const words = publier.check;

/** Issues of one rule, with the number of each in the list of all. */
export interface RuleIssues {
  rule: string;
  title: string;
  severity: Severity;
  issues: { issue: Issue; number: number }[];
}

/** Step 3: what the rules found, what has changed, and what somebody takes upon themselves. */
export function CheckStep({ wizard, state, onSeeMap }: StepProps) {
  const ready = readyReports(state);
  const all = ready.flatMap(({ issues }) => issues);
  const placed = placedIssues(all).length;
  const { errors } = obstacles(state);
  const firsts = firstNumbers(ready);
  return (
    <section className="publier-step" aria-label={publier.steps.controle}>
      <ul className="publier-counts">
        {SEVERITIES.map((severity) => (
          <SeverityCount
            key={severity}
            severity={severity}
            count={all.filter((issue) => issue.severity === severity).length}
          />
        ))}
      </ul>
      {errors > 0 && <p className="warning">{words.blocked}</p>}
      {placed > MAX_SHOWN_ISSUES && (
        <p className="quiet">{words.shownSome(MAX_SHOWN_ISSUES, placed)}</p>
      )}
      {state.reports.map((report) =>
        report.kind === 'failed' ? (
          <div key={report.index} className="publier-failed" role="alert">
            <p className="error-title">{report.id}</p>
            <FailureText error={report.error} />
          </div>
        ) : (
          <LayerIssues
            key={report.index}
            report={report}
            first={firsts.get(report.index) ?? 1}
            isAlone={state.reports.length === 1}
            wizard={wizard}
            state={state}
            onSeeMap={onSeeMap}
          />
        ),
      )}
      {all.length > 0 && <IssueDownloads issues={all} />}
      <button
        type="button"
        className="primary-button"
        disabled={ready.length === 0 || state.work.kind === 'busy'}
        onClick={() => void wizard.goTo('metadonnees')}
      >
        {publier.next}
      </button>
    </section>
  );
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

function SeverityCount({ severity, count }: { severity: Severity; count: number }) {
  return (
    <li data-severity={severity} data-empty={count === 0}>
      <strong>{formatCount(count, words.severities[severity])}</strong>
      {count > 0 && <span>{words.explained[severity]}</span>}
    </li>
  );
}

interface LayerIssuesProps extends StepProps {
  report: PreparedReport;
  /** Number of its first issue in the list of all. */
  first: number;
  isAlone: boolean;
}

function LayerIssues({ report, first, isAlone, wizard, state, onSeeMap }: LayerIssuesProps) {
  const groups = groupIssues(report, first);
  return (
    <section className="publier-layer" aria-label={report.meta.title}>
      {!isAlone && (
        <h3>
          {report.meta.title}{' '}
          <span className="quiet">{formatCount(report.rows, report.meta.noun)}</span>
        </h3>
      )}
      {report.diff && <DiffCounts report={report} state={state} onSeeMap={onSeeMap} />}
      {groups.length === 0 && <p className="publier-clean">{words.clean}</p>}
      {groups.map((group) => (
        <IssueGroup
          key={`${group.severity} ${group.rule}`}
          group={group}
          report={report}
          wizard={wizard}
          state={state}
          onSeeMap={onSeeMap}
        />
      ))}
    </section>
  );
}

function firstNumbers(reports: readonly PreparedReport[]): Map<number, number> {
  const firsts = new Map<number, number>();
  let next = 1;
  for (const { index, issues } of reports) {
    firsts.set(index, next);
    next += issues.length;
  }
  return firsts;
}

/** The issues of a layer by rule, errors first. */
function groupIssues({ issues }: PreparedReport, first: number): RuleIssues[] {
  const groups = new Map<string, RuleIssues>();
  for (const [i, issue] of issues.entries()) {
    const { rule, severity } = issue;
    const group = groups.get(rule) ?? { rule, title: ruleTitle(rule), severity, issues: [] };
    group.issues.push({ issue, number: first + i });
    groups.set(rule, group);
  }
  const rank = ({ severity }: RuleIssues) => SEVERITIES.indexOf(severity);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}
