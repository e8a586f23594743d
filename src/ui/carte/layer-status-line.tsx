import type { Layer } from '../../domain/layer.ts';
import { retryLayer } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { fr } from '../strings/fr.ts';

/** What stands between a layer that is turned on and its being seen: loading, a failure, a zoom too small. */
export function LayerStatusLine({ layer }: { layer: Layer }) {
  const isShown = useAppState((state) => state.shown.some(({ id }) => id === layer.id));
  const status = useAppState((state) => state.layerStatus[layer.id]);
  const isTooFar = useAppState((state) => state.zoom < (layer.minZoom ?? 0));
  const act = useAct();
  const sentenceOf = useErrorSentence();
  if (!isShown) return null;
  if (status?.kind === 'failed') {
    return (
      <p className="layer-status layer-failed" role="alert">
        {sentenceOf(status.error).title}{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => retryLayer(state, layer.id))}
        >
          {fr.layers.retry}
        </button>
      </p>
    );
  }
  if (isTooFar) return <p className="layer-status">{fr.layers.zoomIn}</p>;
  if (status?.kind === 'loading') {
    return (
      <p className="layer-status" role="status">
        {fr.layers.loading}
      </p>
    );
  }
  return null;
}
