import { ChevronDown, Eye, EyeOff, GripVertical, X } from 'lucide-react';
import { Suspense, useId, useRef, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { legendOf } from '../../domain/style/legend.ts';
import { setOpacity } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { formatShare } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { shownLayers as strings } from '../strings/shown-layers.ts';
import { LayerStatusLine } from './layer-status-line.tsx';

interface ShownLayerRowProps {
  layer: Layer;
  index: number;
  count: number;
  isDragged: boolean;
  onMove: (to: number) => void;
  /** Shows it alone. */
  onOnly: () => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  onDropHere: () => void;
}

/** A layer that is turned on: its place among the others, whether it is seen, and its settings, on demand. */
export function ShownLayerRow(props: ShownLayerRowProps) {
  const { layer, index, count, isDragged, onMove, onOnly, onRemove } = props;
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const opacity = useAppState(
    (state) => state.shown.find(({ id }) => id === layer.id)?.opacity ?? 1,
  );
  const symbol = legendOf(layer)[0]?.symbol ?? layer.style.symbol;
  return (
    <li
      className="shown-row"
      data-dragged={isDragged}
      draggable={!isOpen}
      onDragStart={props.onDragStart}
      onDragEnd={props.onDragEnd}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDropHere}
    >
      <span className="grip" title={fr.layers.drag}>
        <GripVertical size={16} aria-hidden="true" />
      </span>
      <button
        ref={opener}
        type="button"
        className="shown-open"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        title={strings.details(layer.title)}
        onClick={() => setOpen(!isOpen)}
      >
        <SymbolSwatch symbol={symbol} geometry={layer.geometry} />
        <span className="layer-title">{layer.title}</span>
        {opacity > 0 && opacity < 1 && (
          <span className="shown-opacity">{formatShare(opacity, 0)}</span>
        )}
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <VeilButton layer={layer} opacity={opacity} />
      <IconButton label={strings.remove(layer.title)} icon={X} onClick={onRemove} />
      <LayerStatusLine layer={layer} home={opener} />
      {isOpen && (
        <Suspense>
          <ShownLayerDetails
            id={detailsId}
            layer={layer}
            index={index}
            count={count}
            onMove={onMove}
            onOnly={onOnly}
          />
        </Suspense>
      )}
    </li>
  );
}

/** Hides a layer without taking it off the list, and shows it again with the opacity that it had. */
function VeilButton({ layer, opacity }: { layer: Layer; opacity: number }) {
  const [before, setBefore] = useState(1);
  const act = useAct();
  const isVeiled = opacity === 0;
  const toggle = () => {
    if (!isVeiled) setBefore(opacity);
    act((state) => setOpacity(state, layer.id, isVeiled ? before : 0));
  };
  return (
    <IconButton
      label={isVeiled ? strings.unveil(layer.title) : strings.veil(layer.title)}
      icon={isVeiled ? EyeOff : Eye}
      onClick={toggle}
    />
  );
}

const ShownLayerDetails = lazyPart(
  async () => (await import('./shown-layer-details.tsx')).ShownLayerDetails,
);
