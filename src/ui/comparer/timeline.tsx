import { useEffect, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { currentLayer } from '../../state/version-actions.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { newestOfEachFile } from '../donnees/newest-of-each-file.ts';
import { ErrorText } from '../frame/notices.tsx';
import { timeline } from '../strings/comparer.ts';
import { TimeSlider } from './time-slider.tsx';

/** The versions of one layer in time: of a layer that is shown and has several, else of any that has. */
export function Timeline() {
  const layers = useDatedLayers();
  const [chosen, setChosen] = useState<string | null>(null);
  const layer = layers.find(({ id }) => id === chosen) ?? layers[0];
  return (
    <section aria-labelledby="timeline-title" className="timeline">
      <h3 id="timeline-title">{timeline.title}</h3>
      {!layer && <p className="quiet">{timeline.none}</p>}
      {layers.length > 1 && (
        <label className="compare-field">
          {timeline.layer}
          <select value={layer?.id} onChange={({ target }) => setChosen(target.value)}>
            {layers.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {layer && <LayerTimeline key={layer.id} layer={layer} isNamed={layers.length === 1} />}
    </section>
  );
}

/** The layers that have a history, those that are shown first, as the catalogue serves them now. */
function useDatedLayers(): Layer[] {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  const past = useAppState((state) => state.past);
  const layers = (catalogue?.layers ?? [])
    .map((layer) => currentLayer({ catalogue, past }, layer.id) ?? layer)
    .filter(({ history }) => history);
  const isShown = ({ id }: Layer) => shown.some((own) => own.id === id);
  return [...layers.filter(isShown), ...layers.filter((layer) => !isShown(layer))];
}

function LayerTimeline({ layer, isNamed }: { layer: Layer; isNamed: boolean }) {
  const status = useAppState((state) => state.histories[layer.id]);
  const { readHistory } = useEffects();
  useEffect(() => {
    void readHistory(layer.id);
  }, [readHistory, layer.id]);
  if (status?.kind === 'failed') {
    return (
      <div role="alert">
        <ErrorText error={status.error} />
        <button type="button" className="button" onClick={() => void readHistory(layer.id)}>
          {timeline.retry}
        </button>
      </div>
    );
  }
  if (status?.kind !== 'ready') return <p className="quiet">{timeline.loading}</p>;
  const versions = newestOfEachFile(status.history.versions).toReversed();
  return (
    <>
      {isNamed && <p>{layer.title}</p>}
      {versions.length > 1 ? (
        <TimeSlider layer={layer.id} versions={versions} />
      ) : (
        <p className="quiet">{timeline.only(versions[0]?.publishedAt ?? layer.date)}</p>
      )}
    </>
  );
}
