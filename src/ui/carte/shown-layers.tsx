import { useRef, useState } from 'react';
import { moveLayer, toggleLayer } from '../../state/actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { hideAll, restoreShown, showOnly } from '../../state/shown-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { shownLayers as strings } from '../strings/shown-layers.ts';
import { ShownLayerRow } from './shown-layer-row.tsx';
import { useShownLayers } from './use-shown-layers.ts';

/** The layers that are turned on, topmost first: their order is changed by dragging a row or by two buttons of its settings. */
export function ShownLayers() {
  const layers = useShownLayers();
  const hasBefore = useAppState((state) => state.shownBefore !== null);
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const move = (id: string, index: number) => {
    const layer = layers.find((candidate) => candidate.id === id);
    if (!layer || index < 0 || index >= layers.length) return;
    act((state) => moveLayer(state, id, index));
    setAnnouncement(fr.layers.moved(layer.title, index + 1, layers.length));
  };
  /** The button goes with what it has done: the focus goes to the title of the list. */
  const change = (action: (state: AppState) => AppState, done: string) => {
    act(action);
    setAnnouncement(done);
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <section className="shown-layers" aria-labelledby="shown-layers-title">
      <header className="shown-head">
        <h2 id="shown-layers-title" ref={heading} tabIndex={-1}>
          {fr.layers.shown}
        </h2>
        <span className="badge">{layers.length}</span>
        {layers.length > 0 && (
          <button
            type="button"
            className="link-button"
            onClick={() => change(hideAll, strings.allHidden)}
          >
            {strings.hideAll}
          </button>
        )}
      </header>
      {layers.length === 0 && <p className="quiet">{fr.layers.noneShown}</p>}
      <ol className="layer-list">
        {layers.map((layer, index) => (
          <ShownLayerRow
            key={layer.id}
            layer={layer}
            index={index}
            count={layers.length}
            isDragged={dragged === layer.id}
            onMove={(to) => move(layer.id, to)}
            onOnly={() => {
              act((state) => showOnly(state, layer.id));
              setAnnouncement(strings.alone(layer.title));
            }}
            onRemove={() =>
              change((state) => toggleLayer(state, layer.id), strings.removed(layer.title))
            }
            onDragStart={() => setDragged(layer.id)}
            onDragEnd={() => setDragged(null)}
            onDropHere={() => dragged && move(dragged, index)}
          />
        ))}
      </ol>
      {hasBefore && (
        <button
          type="button"
          className="link-button shown-restore"
          onClick={() => change(restoreShown, strings.restored)}
        >
          {strings.restore}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </section>
  );
}
