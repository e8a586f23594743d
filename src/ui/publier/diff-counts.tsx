import { useMemo } from 'react';
import { changesOf } from '../../domain/change.ts';
import type { Layer } from '../../domain/layer.ts';
import type { LayerDiff } from '../../domain/layer-diff.ts';
import type { PreparedReport } from '../../publish/protocol.ts';
import { flyTo } from '../../state/actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { leaveComparison, setDiff } from '../../state/version-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { ChangeBrowser } from '../donnees/change-browser.tsx';
import { formatCount } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import type { StepProps } from './publish-wizard.tsx';

const words = publier.check;

interface DiffCountsProps extends Pick<StepProps, 'state' | 'onSeeMap'> {
  report: PreparedReport;
}

/** How a layer differs from what is published, and the way to see it on the map. */
export function DiffCounts({ report, state, onSeeMap }: DiffCountsProps) {
  const layers = useAppState(({ catalogue }) => catalogue?.layers);
  const isShown = useAppState(({ comparison }) => comparison?.layer === report.id);
  const act = useAct();
  const { diff } = report;
  if (!diff) return null;
  const { added, removed, changed, unchanged, fieldsAdded, fieldsRemoved } = diff;
  const moved = changed.filter(({ isMoved }) => isMoved).length;
  const counts = [
    [added.length, words.added],
    [removed.length, words.removed],
    [moved, words.moved],
    [changed.length - moved, words.edited],
  ] as const;
  const hasChanged = counts.some(([count]) => count > 0);
  const from = layers?.find(({ id }) => id === report.id);
  const shown = layers?.find(({ id }) => id === state.shownAs[report.index]);
  const fields = words.fields(fieldsAdded, fieldsRemoved);
  const see = (before: Layer, preview: Layer) => {
    onSeeMap();
    act((now) => flyTo(compare(now, report, before, preview), preview.extent));
  };
  return (
    <div className="publier-diff">
      <p className="publier-diff-title">{words.diff}</p>
      {hasChanged ? (
        <ul>
          {counts.map(
            ([count, noun]) => count > 0 && <li key={noun[0]}>{formatCount(count, noun)}</li>,
          )}
          <li className="quiet">{formatCount(unchanged, words.unchanged)}</li>
        </ul>
      ) : (
        <p>{words.diffNone}</p>
      )}
      {hasChanged && diff.key === null && <p className="quiet">{words.diffUnkeyed}</p>}
      {fields && <p className="quiet">{fields}</p>}
      {hasChanged && from && shown && (
        <button
          type="button"
          className="link-button"
          aria-pressed={isShown}
          onClick={() => (isShown ? act(leaveComparison) : see(from, shown))}
        >
          {isShown ? words.diffLeave : words.diffMap}
        </button>
      )}
      {isShown && <ShownChanges diff={diff} onSeeMap={onSeeMap} />}
    </div>
  );
}

/** The changes that the map shows, one by one. */
function ShownChanges({ diff, onSeeMap }: { diff: LayerDiff; onSeeMap: () => void }) {
  const changes = useMemo(() => changesOf(diff), [diff]);
  return (
    <div className="publier-changes">
      <ChangeBrowser changes={changes} onSeeMap={onSeeMap} />
    </div>
  );
}

/** The state with the published version and the one that is being made compared on the map. */
function compare(
  state: AppState,
  { id, diff }: PreparedReport,
  from: Layer,
  shown: Layer,
): AppState {
  if (!diff) return state;
  const to = { ...shown, id };
  const comparison = { layer: id, from: from.file.version, to: to.file.version };
  const next = { ...state, comparison, change: null };
  return setDiff(next, { kind: 'ready', from, to, diff: { ...diff, to: to.file.version } });
}
