import { ChevronLeft, ChevronRight, Columns2, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PublishedVersion } from '../../domain/layer-history.ts';
import { setOtherVersion, startSplit } from '../../state/split-actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { timeline } from '../strings/comparer.ts';
import { formatShortDate } from '../strings/format.ts';

/** How long each version is shown while they are played, in milliseconds. */
const STEP_MS = 1500;

interface TimeSliderProps {
  layer: string;
  /** Oldest first, two at least; the last is the one that is served. */
  versions: PublishedVersion[];
}

/**
 * A slider over the versions of a layer: of the map, or of its other side while two are compared. They can be played, but for a
 * reader who asked for less motion: one steps through them.
 */
export function TimeSlider({ layer, versions }: TimeSliderProps) {
  const [index, show] = useShownVersion(layer, versions);
  const isSplit = useAppState((state) => state.split !== null);
  const [isPlaying, setPlaying] = usePlay(index, versions.length, show);
  const last = versions.length - 1;
  const label = (at: number) => {
    const { publishedAt } = versions[at] as PublishedVersion;
    return at === last ? timeline.current(publishedAt) : timeline.of(publishedAt);
  };
  return (
    <>
      <label className="compare-field">
        {timeline.version}
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          aria-valuetext={label(index)}
          onChange={({ target }) => show(Number(target.value))}
        />
      </label>
      <div className="timeline-ticks" aria-hidden="true">
        {versions.map(({ publishedAt }, at) => (
          <span key={publishedAt} data-shown={at === index} title={label(at)} />
        ))}
      </div>
      <div className="timeline-ends" aria-hidden="true">
        <span>{formatShortDate(versions[0]?.publishedAt.slice(0, 10) ?? '')}</span>
        <span>{formatShortDate(versions[last]?.publishedAt.slice(0, 10) ?? '')}</span>
      </div>
      <p role="status">
        <strong>{label(index)}</strong> <code>{versions[index]?.layer.file.version}</code>
      </p>
      <div className="compare-buttons">
        <IconButton
          label={timeline.earlier}
          icon={ChevronLeft}
          isDisabled={index === 0}
          onClick={() => show(index - 1)}
        />
        <IconButton
          label={timeline.later}
          icon={ChevronRight}
          isDisabled={index === last}
          onClick={() => show(index + 1)}
        />
        {!wantsLessMotion() && (
          <IconButton
            label={isPlaying ? timeline.pause : timeline.play}
            icon={isPlaying ? Pause : Play}
            onClick={() => setPlaying(!isPlaying)}
          />
        )}
        {!isSplit && (
          <CompareButton layer={layer} version={versions[index]} isOlder={index < last} />
        )}
      </div>
      <p className="quiet">{isSplit ? timeline.onOther : timeline.onMap}</p>
    </>
  );
}

interface CompareButtonProps {
  layer: string;
  version: PublishedVersion | undefined;
  isOlder: boolean;
}

/** Hangs a curtain: the version that is looked at on the other side, the one that is served on the map. */
function CompareButton({ layer, version, isOlder }: CompareButtonProps) {
  const act = useAct();
  const { showCurrent } = useEffects();
  if (!version || !isOlder) return null;
  const compare = () => {
    showCurrent(layer);
    act((state) => setOtherVersion(startSplit(state, 'volet'), layer, version.layer.file.version));
  };
  return (
    <button type="button" className="button" onClick={compare}>
      <Columns2 size={16} aria-hidden="true" />
      {timeline.compare}
    </button>
  );
}

/** The place of the version that is shown, and a function that shows another. */
function useShownVersion(layer: string, versions: PublishedVersion[]) {
  const { store } = useServices();
  const { showVersion, showCurrent } = useEffects();
  const version = useAppState(
    ({ split, catalogue }) =>
      split?.versions[layer] ?? catalogue?.layers.find(({ id }) => id === layer)?.file.version,
  );
  const found = versions.findIndex((own) => own.layer.file.version === version);
  const last = versions.length - 1;
  const show = (index: number) => {
    const wanted = versions[index];
    if (!wanted) return;
    if (store.getState().split) {
      store.setState((state) => setOtherVersion(state, layer, wanted.layer.file.version));
    } else if (index === last) showCurrent(layer);
    else showVersion(wanted);
  };
  return [found < 0 ? last : found, show] as const;
}

/** Shows one version after the other, from the first again where the last is shown, until the last. */
function usePlay(index: number, count: number, show: (index: number) => void) {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (index < count - 1) show(index + 1);
      if (index >= count - 2) setPlaying(false);
    }, STEP_MS);
    return () => clearTimeout(timer);
  });
  const start = (plays: boolean) => {
    if (plays && index === count - 1) show(0);
    setPlaying(plays);
  };
  return [isPlaying, start] as const;
}

const wantsLessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
