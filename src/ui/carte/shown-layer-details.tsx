import { ArrowDown, ArrowUp, Focus } from 'lucide-react';
import type { Layer } from '../../domain/layer.ts';
import { flyTo, setOpacity } from '../../state/actions.ts';
import { goToSheet } from '../../state/version-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { costText } from '../strings/catalogue.ts';
import { formatShare } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { shownLayers as strings } from '../strings/shown-layers.ts';
import { FreshnessBadge } from './freshness-badge.tsx';

interface ShownLayerDetailsProps {
  id: string;
  layer: Layer;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onOnly: () => void;
}

/** The settings of a layer that is shown: opacity, place in the list, place on the map; what it holds, and its sheet. */
export function ShownLayerDetails(props: ShownLayerDetailsProps) {
  const { id, layer, index, count, onMove, onOnly } = props;
  const act = useAct();
  return (
    <div className="shown-details" id={id}>
      <OpacitySlider layer={layer} />
      <div className="shown-tools">
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
        <button
          type="button"
          className="link-button"
          aria-disabled={count === 1}
          onClick={() => count > 1 && onOnly()}
        >
          {strings.only}
          <span className="visually-hidden"> ({layer.title})</span>
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => goToSheet(state, layer.id))}
        >
          {strings.sheet}
          <span className="visually-hidden"> {layer.title}</span>
        </button>
      </div>
      <p className="layer-facts">
        <span>{[costText(layer), fr.layers.date(layer.date)].join('\u00a0· ')}</span>
        <FreshnessBadge layer={layer} />
      </p>
    </div>
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
      />
      <output>{formatShare(opacity, 0)}</output>
    </span>
  );
}
