import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { Extent, LngLat } from '../../domain/units.ts';
import type { Issue } from '../../publish/issue.ts';
import type { PreparedReport } from '../../publish/protocol.ts';
import { flyTo } from '../../state/actions.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { formatNumber } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import type { RuleIssues } from './check-step.tsx';
import type { StepProps } from './publish-wizard.tsx';

const words = publier.check;

/** Examples that are listed at first, and at each request for more. */
const FIRST_EXAMPLES = 5;
const MORE_EXAMPLES = 50;

interface IssueGroupProps extends StepProps {
  group: RuleIssues;
  report: PreparedReport;
}

/** What one rule found in a layer: how often, examples, and the box that accepts its warnings. */
export function IssueGroup({ group, report, wizard, state, onSeeMap }: IssueGroupProps) {
  const [shown, setShown] = useState(FIRST_EXAMPLES);
  const { rule, title, severity, issues } = group;
  const isAccepted = state.accepted[report.index]?.includes(rule) ?? false;
  const left = issues.length - shown;
  return (
    <details className="publier-rule" data-severity={severity} open={severity === 'error'}>
      <summary>
        <span className="publier-rule-title">{title}</span>
        <span className="badge">{formatNumber(issues.length, 0)}</span>
      </summary>
      <ul>
        {issues.slice(0, shown).map(({ issue, number }) => (
          <IssueLine
            key={number}
            issue={issue}
            number={number}
            layer={state.issuesAs}
            onSeeMap={onSeeMap}
          />
        ))}
      </ul>
      {left > 0 && (
        <button
          type="button"
          className="link-button"
          onClick={() => setShown(shown + MORE_EXAMPLES)}
        >
          {words.more(Math.min(left, MORE_EXAMPLES))}
        </button>
      )}
      {isPrivacy(group) && (
        <KeepButton group={group} report={report} wizard={wizard} state={state} />
      )}
      {severity === 'warning' && (
        <label className="layer-check publier-accept">
          <input
            type="checkbox"
            checked={isAccepted}
            onChange={(event) => wizard.accept(report.index, rule, event.target.checked)}
          />
          {words.accept(issues.length)}
        </label>
      )}
    </details>
  );
}

interface IssueLineProps {
  issue: Issue;
  number: number;
  /** Temporary layer that shows the issues. */
  layer: string | null;
  onSeeMap: () => void;
}

function IssueLine({ issue, number, layer, onSeeMap }: IssueLineProps) {
  const { openFeature } = useEffects();
  const { message, repair, place, key } = issue;
  const act = useAct();
  const see = async () => {
    if (!layer || !place) return;
    onSeeMap();
    await openFeature(layer, String(number));
    act((state) => flyTo(state, around(place)));
  };
  return (
    <li className="publier-issue">
      <div>
        {key !== null && <p className="publier-issue-key">{words.row(key)}</p>}
        <p>{message}</p>
        {repair && <p className="quiet">{repair}</p>}
      </div>
      {place && layer && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.onMap(message)}
          title={words.onMap('')}
          onClick={() => void see()}
        >
          <MapPin size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/** What is shown around an issue, in degrees on each side: some 200 m to the east and to the north. */
const AROUND = { lng: 0.003, lat: 0.0018 };

const around = ([lng, lat]: LngLat): Extent => [
  lng - AROUND.lng,
  lat - AROUND.lat,
  lng + AROUND.lng,
  lat + AROUND.lat,
];

const isPrivacy = ({ rule, severity, issues }: RuleIssues) =>
  rule.startsWith('privacy.') && severity === 'error' && issues.some(({ issue }) => issue.field);

/** Columns that look personal are published only when somebody says so. */
function KeepButton({ group, report, wizard, state }: Omit<IssueGroupProps, 'onSeeMap'>) {
  const fields = [...new Set(group.issues.flatMap(({ issue }) => issue.field ?? []))];
  const kept = state.choices[report.index]?.keep ?? [];
  return (
    <ul className="publier-row">
      {fields.map((field) => (
        <li key={field}>
          <button
            type="button"
            className="button"
            onClick={() => void wizard.keepColumns(report.index, [...kept, field])}
          >
            {`${words.keep} : ${field}`}
          </button>
        </li>
      ))}
    </ul>
  );
}
