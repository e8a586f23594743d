import type { NetworkBasemap } from '../../domain/basemap.ts';
import { retryLayer, setBasemap } from '../../state/actions.ts';
import { NETWORK_STATUS } from '../../state/basemap-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { fonds } from '../strings/fonds.ts';
import '../styles/fonds.css';

/** Whose pictures lie under the layers, as their licence asks; above it, where they do not come, what to do. */
export function NetworkCredit({ basemap }: { basemap: NetworkBasemap }) {
  const status = useAppState((state) => state.layerStatus[NETWORK_STATUS]);
  const act = useAct();
  return (
    <>
      <a href={basemap.attributionUrl} target="_blank" rel="noreferrer">
        {basemap.attribution}
      </a>
      <div className="basemap-status" role="status">
        {status?.kind === 'loading' && <p>{fonds.loading(basemap.title)}</p>}
        {status?.kind === 'failed' && (
          <div className="basemap-failed">
            <ErrorText error={status.error} />
            <p>
              <button
                type="button"
                className="button"
                onClick={() => act((state) => retryLayer(state, NETWORK_STATUS))}
              >
                {fonds.retry}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => act((state) => setBasemap(state, 'plan'))}
              >
                {fonds.back}
              </button>
            </p>
          </div>
        )}
      </div>
    </>
  );
}
