import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Layer } from '../../domain/layer.ts';
import type { ShownLayer } from '../../state/app-state.ts';
import { setOtherLayers } from '../../state/split-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { comparer } from '../strings/comparer.ts';
import { formatShare } from '../strings/format.ts';

/** The layers of the other side: those of the map, or others, with their order and opacity. */
export function OtherLayers({ shown }: { shown: ShownLayer[] | null }) {
  const act = useAct();
  const change = (layers: ShownLayer[] | null) => act((state) => setOtherLayers(state, layers));
  return (
    <>
      <label className="compare-field">
        {comparer.layers}
        <select
          value={shown ? 'others' : 'same'}
          onChange={({ target }) =>
            act((state) => setOtherLayers(state, target.value === 'others' ? state.shown : null))
          }
        >
          <option value="same">{comparer.sameLayers}</option>
          <option value="others">{comparer.otherLayers}</option>
        </select>
      </label>
      {shown && <LayerList shown={shown} onChange={change} />}
    </>
  );
}

interface LayerListProps {
  shown: ShownLayer[];
  onChange: (shown: ShownLayer[]) => void;
}

function LayerList({ shown, onChange }: LayerListProps) {
  const catalogue = useAppState((state) => state.catalogue);
  const layers = (catalogue?.layers ?? []).filter(({ base }) => !base);
  const listed = shown.filter(({ id }) => layers.some((layer) => layer.id === id));
  const left = layers.filter(({ id }) => !shown.some((own) => own.id === id));
  const titled = [...left].sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  const move = (own: ShownLayer, by: number) => {
    const to = shown.indexOf(listed[listed.indexOf(own) + by] ?? own);
    const others = shown.filter((other) => other !== own);
    onChange([...others.slice(0, to), own, ...others.slice(to)]);
  };
  return (
    <>
      {listed.length === 0 && <p className="quiet">{comparer.none}</p>}
      <ul className="other-layers">
        {listed.map((own, index) => (
          <OtherLayer
            key={own.id}
            layer={layers.find(({ id }) => id === own.id) as Layer}
            opacity={own.opacity}
            isFirst={index === 0}
            isLast={index === listed.length - 1}
            onMove={(by) => move(own, by)}
            onOpacity={(opacity) =>
              onChange(shown.map((other) => (other === own ? { ...own, opacity } : other)))
            }
            onRemove={() => onChange(shown.filter((other) => other !== own))}
          />
        ))}
      </ul>
      <select
        value=""
        aria-label={comparer.addLabel}
        onChange={({ target }) => onChange([{ id: target.value, opacity: 1 }, ...shown])}
      >
        <option value="">{comparer.add}</option>
        {titled.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
}

interface OtherLayerProps {
  layer: Layer;
  opacity: number;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
  onOpacity: (opacity: number) => void;
  onRemove: () => void;
}

function OtherLayer({ layer: { title }, opacity, ...props }: OtherLayerProps) {
  return (
    <li>
      <span>{title}</span>
      <span className="row-buttons">
        <IconButton
          label={comparer.up(title)}
          icon={ArrowUp}
          isDisabled={props.isFirst}
          onClick={() => props.onMove(-1)}
        />
        <IconButton
          label={comparer.down(title)}
          icon={ArrowDown}
          isDisabled={props.isLast}
          onClick={() => props.onMove(1)}
        />
        <IconButton label={comparer.remove(title)} icon={X} onClick={props.onRemove} />
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(opacity * 100)}
        aria-label={comparer.opacity(title)}
        aria-valuetext={formatShare(opacity, 0)}
        onChange={({ target }) => props.onOpacity(Number(target.value) / 100)}
      />
    </li>
  );
}
