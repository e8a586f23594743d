import { useState } from 'react';
import { moveLayer } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { fr } from '../strings/fr.ts';
import { ShownLayerRow } from './shown-layer-row.tsx';
import { useShownLayers } from './use-shown-layers.ts';

/** The layers that are turned on, topmost first: their order is changed by dragging a row or by its two buttons. */
export function ShownLayers() {
  const layers = useShownLayers();
  const act = useAct();
  const isNarrow = useIsNarrow();
  const [dragged, setDragged] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const move = (id: string, index: number) => {
    const layer = layers.find((candidate) => candidate.id === id);
    if (!layer || index < 0 || index >= layers.length) return;
    act((state) => moveLayer(state, id, index));
    setAnnouncement(fr.layers.moved(layer.title, index + 1, layers.length));
  };
  return (
    <details className="theme shown-layers" open={!isNarrow}>
      <summary>
        <h2>{fr.layers.shown}</h2>
        <span className="badge">{layers.length}</span>
      </summary>
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
            onDragStart={() => setDragged(layer.id)}
            onDragEnd={() => setDragged(null)}
            onDropHere={() => dragged && move(dragged, index)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
    </details>
  );
}
