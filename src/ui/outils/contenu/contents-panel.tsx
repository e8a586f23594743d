import { useEffect, useRef } from 'react';
import { type Catalogue, findLayer } from '../../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../../domain/commune.ts';
import type { LayerInView } from '../../../domain/view-contents.ts';
import type { AppState } from '../../../state/app-state.ts';
import { sightOf } from '../../../state/view-contents-effects.ts';
import { useAppState, useServices } from '../../app-context.tsx';
import { contentsSentence, contenu, placeSentence } from '../../strings/contenu.ts';
import { LayerContents } from './layer-contents.tsx';
import '../../styles/contenu.css';

/**
 * The map as text: where it looks, what it shows, layer by layer, and where each of the nearest features lies. It follows the
 * map; only its two first sentences are announced.
 */
export function ContentsPanel() {
  const catalogue = useAppState((state) => state.catalogue);
  const inView = useAppState((state) => state.inView);
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement?.matches('.map-skip')) start.current?.focus();
  }, []);
  return (
    <div className="contents" ref={start} tabIndex={-1}>
      <p role="status" id="map-summary">
        <Summary />
      </p>
      {catalogue && inView?.length === 0 && <p className="quiet">{contenu.noLayer}</p>}
      {catalogue && inView && <Layers catalogue={catalogue} inView={inView} />}
      <HiddenLayers />
      <details>
        <summary>{contenu.keysLabel}</summary>
        <dl className="contents-keys">
          {contenu.keys.map(([key, effect]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{effect}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="quiet">{contenu.order}</p>
    </div>
  );
}

/** Said of what was found, never of a place that the map has left since. */
function Summary() {
  const { store } = useServices();
  const inView = useAppState((state) => state.inView);
  const communes = useAppState((state) => state.communesInView);
  const state = store.getState();
  const { catalogue } = state;
  const sight = sightOf(state);
  if (!catalogue || !inView || !sight) return contenu.looking;
  const total = catalogue.layers.find(({ id }) => id === COMMUNE_LAYER)?.file.rows ?? 0;
  const layers = inView
    .map(({ layer, count }) => ({ count, ...findLayer(catalogue, layer) }))
    .filter(({ base }) => !base);
  return `${placeSentence(communes, total, sight.extent)} ${contentsSentence(layers)}`;
}

function Layers({ catalogue, inView }: { catalogue: Catalogue; inView: LayerInView[] }) {
  const filled = inView
    .filter(({ count }) => count > 0)
    .map((contents) => ({ contents, layer: findLayer(catalogue, contents.layer) }));
  const base = filled.filter(({ layer }) => layer.base);
  return (
    <>
      {filled
        .filter(({ layer }) => !layer.base)
        .map((props) => (
          <LayerContents key={props.layer.id} {...props} />
        ))}
      {base.length > 0 && (
        <details>
          <summary>{contenu.base}</summary>
          {base.map((props) => (
            <LayerContents key={props.layer.id} {...props} />
          ))}
        </details>
      )}
    </>
  );
}

/** The layers that are turned on but drawn from a larger scale on. */
function HiddenLayers() {
  const titles = useAppState(hiddenTitles);
  if (titles === '') return null;
  return (
    <section aria-label={contenu.hidden}>
      <h3>{contenu.hidden}</h3>
      <ul>
        {titles.split('\n').map((title) => (
          <li key={title}>{contenu.hiddenLayer(title)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Titles, one a line: one text, so that it is the same while nothing changes. */
function hiddenTitles(state: AppState): string {
  const { catalogue, shown } = state;
  const zoom = sightOf(state)?.zoom ?? Infinity;
  const layers = catalogue?.layers.filter(({ id, minZoom = 0 }) => {
    return minZoom > zoom && shown.some((layer) => layer.id === id);
  });
  return (layers ?? []).map(({ title }) => title).join('\n');
}
