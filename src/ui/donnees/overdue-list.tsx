import type { Layer } from '../../domain/layer.ts';
import { today } from '../carte/today.ts';
import { donnees } from '../strings/donnees.ts';
import { overdueGroups } from './overdue.ts';
import { SheetLink } from './sheet-link.tsx';

/** The layers that should have been refreshed, and whose they are. */
export function OverdueList({ layers }: { layers: readonly Layer[] }) {
  const groups = overdueGroups(layers, today());
  const count = groups.reduce((sum, group) => sum + group.layers.length, 0);
  if (count === 0) return <p className="quiet">{donnees.noneOverdue}</p>;
  return (
    <details className="overdue" open>
      <summary>
        <h3 className="overdue-title">{donnees.overdue(count)}</h3>
      </summary>
      {groups.map(({ owner, layers: late }) => (
        <div key={owner} className="overdue-owner">
          <h4>{owner}</h4>
          <ul>
            {late.map(({ layer, due, days }) => (
              <li key={layer.id}>
                <SheetLink layer={layer} />
                <span className="overdue-days">{donnees.late(days)}</span>
                <span className="quiet">{donnees.due(due)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
