import { useId, useMemo, useState } from 'react';
import { CHANGE_KINDS, type Change, type ChangeKind } from '../../domain/change.ts';
import { useAppState } from '../app-context.tsx';
import { comparison as words } from '../strings/donnees.ts';
import { formatNumber } from '../strings/format.ts';
import { ChangeDetail } from './change-detail.tsx';
import { ChangeList } from './change-list.tsx';

interface ChangeBrowserProps {
  changes: Change[];
  onSeeMap: () => void;
}

/** The features that changed, of one kind or of all, and the one that was chosen. */
export function ChangeBrowser({ changes, onSeeMap }: ChangeBrowserProps) {
  const [kind, setKind] = useState<ChangeKind | 'all'>('all');
  const chosen = useAppState((state) => state.change);
  if (chosen && kind !== 'all' && chosen.kind !== kind) setKind('all');
  const id = useId();
  const kept = useMemo(
    () => changes.filter((change) => kind === 'all' || change.kind === kind),
    [changes, kind],
  );
  const countOf = (wanted: ChangeKind) => changes.filter((own) => own.kind === wanted).length;
  const kinds = CHANGE_KINDS.filter((own) => countOf(own) > 0);
  return (
    <>
      {chosen && <ChangeDetail change={chosen} />}
      <div className="change-filter">
        <label htmlFor={id}>{words.filter}</label>
        <select
          id={id}
          value={kind}
          onChange={(event) => setKind(event.target.value as ChangeKind | 'all')}
        >
          <option value="all">{`${words.all} (${formatNumber(changes.length, 0)})`}</option>
          {kinds.map((own) => (
            <option key={own} value={own}>
              {`${words.kinds[own]} (${formatNumber(countOf(own), 0)})`}
            </option>
          ))}
        </select>
      </div>
      <ChangeList changes={kept} onSeeMap={onSeeMap} />
    </>
  );
}
