import type { ReactNode, RefObject } from 'react';
import type { Layer } from '../../domain/layer.ts';
import type { Progress } from '../../domain/progress.ts';
import { retryLayer, setLayerStatus } from '../../state/actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { zoomToLayer } from '../../state/shown-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { ErrorTitle } from '../frame/notices.tsx';
import { fr } from '../strings/fr.ts';
import { shownLayers as strings } from '../strings/shown-layers.ts';

interface LayerStatusLineProps {
  layer: Layer;
  /** What takes the focus in the row when a button goes with what it has done. */
  home: RefObject<HTMLElement | null>;
}

/** What stands between a layer that is turned on and its being seen: loading, a failure, a zoom too small, an opacity of 0. */
export function LayerStatusLine({ layer, home }: LayerStatusLineProps) {
  const opacity = useAppState((state) => state.shown.find(({ id }) => id === layer.id)?.opacity);
  const status = useAppState((state) => state.layerStatus[layer.id]);
  const isTooFar = useAppState((state) => state.zoom < (layer.minZoom ?? 0));
  const act = useAct();
  if (opacity === undefined) return null;
  const button = (label: string, action: (state: AppState) => AppState) => (
    <StatusButton
      of={layer.title}
      onClick={() => {
        act(action);
        home.current?.focus({ preventScroll: true });
      }}
    >
      {label}
    </StatusButton>
  );
  if (status?.kind === 'failed') {
    return (
      <p className="layer-status layer-failed" role="alert">
        <ErrorTitle error={status.error} />{' '}
        {button(fr.layers.retry, (state) => retryLayer(state, layer.id))}
      </p>
    );
  }
  if (status?.kind === 'stopped') {
    return (
      <p className="layer-status" role="status">
        {strings.stopped} {button(strings.resume, (state) => retryLayer(state, layer.id))}
      </p>
    );
  }
  if (opacity === 0) return <p className="layer-status">{strings.veiled}</p>;
  if (isTooFar) {
    return (
      <p className="layer-status">
        {strings.tooFar} {button(strings.zoomIn, (state) => zoomToLayer(state, layer))}
      </p>
    );
  }
  if (status?.kind !== 'loading') return null;
  return (
    <div className="layer-status">
      <p role="status">{fr.layers.loading}</p>
      {status.progress && <ReadingProgress layer={layer} progress={status.progress} />}
      {button(strings.stop, (state) => setLayerStatus(state, layer.id, { kind: 'stopped' }))}
    </div>
  );
}

function ReadingProgress({ layer, progress }: { layer: Layer; progress: Progress }) {
  return (
    <>
      <progress
        value={progress.done}
        max={progress.total}
        aria-label={fr.layers.loadingOf(layer.title)}
      />
      <span>{strings.progress(progress)}</span>
    </>
  );
}

interface StatusButtonProps {
  /** Title of the layer, which its name says to those who do not see where it stands. */
  of: string;
  onClick: () => void;
  children: ReactNode;
}

function StatusButton({ of, onClick, children }: StatusButtonProps) {
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {children}
      <span className="visually-hidden"> {of}</span>
    </button>
  );
}
