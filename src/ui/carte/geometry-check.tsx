import { Focus, ShieldCheck } from 'lucide-react';
import type { LayerFault, LayerFaults } from '../../domain/geometry-fault.ts';
import type { Layer } from '../../domain/layer.ts';
import type { LngLat } from '../../domain/units.ts';
import { faultReasons } from '../../publish/strings/fault-reasons.ts';
import { flyTo } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { geometryCheck } from '../strings/geometry-check.ts';
import { useLayerFaults } from './use-layer-faults.ts';

/** Which features of a layer have a geometry that could not be read or, once checked, is not valid, and why. */
export function GeometryCheck({ layer }: { layer: Layer }) {
  const { found, isChecking, progress, error, check, cancel } = useLayerFaults(layer);
  return (
    <div className="geometry-check">
      <div role="status">{found && !isChecking && <FaultCounts found={found} layer={layer} />}</div>
      {isChecking && (
        <p className="quiet">
          {progress?.phase === 'test'
            ? geometryCheck.checking(progress.done, progress.total)
            : geometryCheck.reading}
        </p>
      )}
      {error && <ErrorText error={error} />}
      {found && found.faults.length > 0 && <FaultList faults={found.faults} />}
      <button type="button" className="button" onClick={isChecking ? cancel : check}>
        <ShieldCheck size={16} aria-hidden="true" />
        {isChecking ? geometryCheck.cancel : geometryCheck.check}
      </button>
    </div>
  );
}

function FaultCounts({ found: { faults, checked }, layer }: { found: LayerFaults; layer: Layer }) {
  const unread = faults.filter(({ isRead }) => !isRead).length;
  const unsound = faults.length - unread;
  return (
    <>
      {unread > 0 && <p className="warning">{geometryCheck.unread(unread, layer.noun)}</p>}
      {unsound > 0 && <p className="warning">{geometryCheck.unsound(unsound, layer.noun)}</p>}
      {checked > 0 && (
        <p>{unsound > 0 ? geometryCheck.checked(checked) : geometryCheck.sound(checked)}</p>
      )}
    </>
  );
}

function FaultList({ faults }: { faults: LayerFault[] }) {
  const act = useAct();
  return (
    <ol className="fault-list" aria-label={geometryCheck.list}>
      {faults.slice(0, MAX_LISTED).map(({ row, key, reason, at }) => (
        <li key={row}>
          <span>
            <strong>{key}</strong> {faultReasons[reason]}
          </span>
          {at && (
            <button
              type="button"
              className="icon-button"
              aria-label={geometryCheck.show(key)}
              onClick={() => act((state) => flyTo(state, around(at)))}
            >
              <Focus size={16} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      {faults.length > MAX_LISTED && (
        <li className="quiet">{geometryCheck.more(faults.length - MAX_LISTED)}</li>
      )}
    </ol>
  );
}

const around = ([lng, lat]: LngLat) =>
  [lng - REACH_DEG, lat - REACH_DEG, lng + REACH_DEG, lat + REACH_DEG] as const;

/** About 50 m: a fault is to be seen with what lies beside it. */
const REACH_DEG = 0.0005;

/** More are counted, not listed: nobody corrects them one by one. */
const MAX_LISTED = 300;
