import { useEffect, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { useEffects } from '../app-context.tsx';
import { builder as words } from '../strings/builder.ts';
import { formatShare } from '../strings/format.ts';
import { useBuilder } from './builder-context.ts';
import { type DistributionScale, distributionScale } from './distribution-scale.ts';

interface DistributionSliderProps {
  layer: Layer;
  /** A field of numbers; null: the size of the features. */
  field: string | null;
  label: string;
  /** NaN while it is still to be written. */
  value: number;
  /** A value as readers see it. */
  format: (value: number) => string;
  onChange: (value: number) => void;
}

/** A slider over the values of a layer, with how they spread on its track; nothing while that is not known. */
export function DistributionSlider(props: DistributionSliderProps) {
  const { layer, field, label, value, format, onChange } = props;
  const { endStep } = useBuilder();
  const scale = useScale(layer, field);
  if (!scale) return null;
  const { min, max, step, beyond } = scale;
  const at = Number.isNaN(value) ? min : Math.min(Math.max(value, min), max);
  return (
    <span className="slider">
      <Bars scale={scale} at={at} />
      <input
        type="range"
        aria-label={words.quantity.slider(label)}
        aria-valuetext={format(at)}
        min={min}
        max={max}
        step={step}
        value={at}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerDown={endStep}
      />
      <span className="slider-ends">
        <span>{format(min)}</span>
        <span>{format(max)}</span>
      </span>
      {beyond > 0 && (
        <span className="quiet">{words.quantity.beyond(formatShare(beyond), format(max))}</span>
      )}
    </span>
  );
}

function Bars({ scale, at }: { scale: DistributionScale; at: number }) {
  const { bars, min, max } = scale;
  const highest = Math.max(...bars, 1);
  const width = 100 / bars.length;
  const chosen = ((at - min) / (max - min)) * 100;
  return (
    <svg className="slider-bars" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      {bars.map((count, i) => {
        const height = count === 0 ? 0 : Math.max(1, (24 * count) / highest);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place on the track
            key={i}
            x={i * width}
            y={24 - height}
            width={width * 0.85}
            height={height}
            data-above={(i + 0.5) * width >= chosen}
          />
        );
      })}
    </svg>
  );
}

/** The scale of a field, once it is known; null without one, for the slider is a help that the field does without. */
function useScale(layer: Layer, field: string | null): DistributionScale | null {
  const { distribution } = useEffects();
  const [scale, setScale] = useState<DistributionScale | null>(null);
  const { id, file } = layer;
  useEffect(() => {
    let isGone = false;
    setScale(null);
    distribution(id, file.version, field).then(
      ({ bins }) => !isGone && setScale(distributionScale(bins)),
      () => !isGone && setScale(null),
    );
    return () => {
      isGone = true;
    };
  }, [distribution, id, file.version, field]);
  return scale;
}
