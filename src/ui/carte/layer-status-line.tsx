import type { Layer } from '../../domain/layer.ts';
import { isLarge } from '../../domain/style/large-layer.ts';
import { retryLayer, setLayerStatus } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { fr } from '../strings/fr.ts';
import { shownLayers as strings } from '../strings/shown-layers.ts';

/** What stands between a layer that is turned on and its being seen: loading, a failure, a zoom too small, an opacity of 0. */
export function LayerStatusLine({ layer }: { layer: Layer }) {
  const opacity = useAppState((state) => state.shown.find(({ id }) => id === layer.id)?.opacity);
  const status = useAppState((state) => state.layerStatus[layer.id]);
  const isTooFar = useAppState((state) => state.zoom < (layer.minZoom ?? 0));
  const act = useAct();
  const sentenceOf = useErrorSentence();
  if (opacity === undefined) return null;
  const retry = (label: string) => (
    <button
      type="button"
      className="link-button"
      onClick={() => act((state) => retryLayer(state, layer.id))}
    >
      {label}
      <span className="visually-hidden"> {layer.title}</span>
    </button>
  );
  if (status?.kind === 'failed') {
    return (
      <p className="layer-status layer-failed" role="alert">
        {sentenceOf(status.error).title} {retry(fr.layers.retry)}
      </p>
    );
  }
  if (status?.kind === 'stopped') {
    return (
      <p className="layer-status" role="status">
        {strings.stopped} {retry(strings.resume)}
      </p>
    );
  }
  if (opacity === 0) return <p className="layer-status">{strings.veiled}</p>;
  if (isTooFar) return <p className="layer-status">{fr.layers.zoomIn}</p>;
  if (status?.kind !== 'loading') return null;
  const { progress } = status;
  return (
    <div className="layer-status">
      <p role="status">{fr.layers.loading}</p>
      {progress && (
        <>
          <progress
            value={progress.done}
            max={progress.total}
            aria-label={fr.layers.loadingOf(layer.title)}
          />
          <span>{strings.progress(progress)}</span>
        </>
      )}
      {!isLarge(layer) && (
        <button
          type="button"
          className="link-button"
          aria-label={strings.stopOf(layer.title)}
          onClick={() => act((state) => setLayerStatus(state, layer.id, { kind: 'stopped' }))}
        >
          {strings.stop}
        </button>
      )}
    </div>
  );
}
