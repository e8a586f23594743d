import { ArrowDown, ArrowUp, Focus, GripVertical, X } from 'lucide-react';
import type { Layer } from '../../domain/layer.ts';
import { flyTo, setOpacity, toggleLayer } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { formatShare } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { LayerStatusLine } from './layer-status-line.tsx';

interface ShownLayerRowProps {
  layer: Layer;
  index: number;
  count: number;
  isDragged: boolean;
  onMove: (to: number) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  onDropHere: () => void;
}

/** A layer that is turned on: its place among the others, its opacity, where it is. */
export function ShownLayerRow(props: ShownLayerRowProps) {
  const { layer, index, count, isDragged, onMove } = props;
  const act = useAct();
  return (
    <li
      className="shown-row"
      data-dragged={isDragged}
      draggable
      onDragStart={props.onDragStart}
      onDragEnd={props.onDragEnd}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDropHere}
    >
      <span className="grip" title={fr.layers.drag}>
        <GripVertical size={16} aria-hidden="true" />
      </span>
      <span className="layer-title">{layer.title}</span>
      <span className="row-buttons">
        <IconButton
          label={fr.layers.up(layer.title)}
          icon={ArrowUp}
          isDisabled={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <IconButton
          label={fr.layers.down(layer.title)}
          icon={ArrowDown}
          isDisabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        />
        <IconButton
          label={fr.layers.zoomTo(layer.title)}
          icon={Focus}
          onClick={() => act((state) => flyTo(state, layer.extent))}
        />
        <IconButton
          label={fr.layers.hide(layer.title)}
          icon={X}
          onClick={() => act((state) => toggleLayer(state, layer.id))}
        />
      </span>
      <OpacitySlider layer={layer} />
      <LayerStatusLine layer={layer} />
    </li>
  );
}

function OpacitySlider({ layer }: { layer: Layer }) {
  const opacity = useAppState(
    (state) => state.shown.find(({ id }) => id === layer.id)?.opacity ?? 1,
  );
  const act = useAct();
  return (
    <span className="opacity">
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(opacity * 100)}
        aria-label={fr.layers.opacity(layer.title)}
        aria-valuetext={formatShare(opacity, 0)}
        onChange={(event) =>
          act((state) => setOpacity(state, layer.id, Number(event.target.value) / 100))
        }
        draggable
        onDragStart={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output>{formatShare(opacity, 0)}</output>
    </span>
  );
}
