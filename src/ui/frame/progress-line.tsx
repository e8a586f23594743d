import { useEffect, useRef } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Progress } from '../../domain/progress.ts';
import { useAppState } from '../app-context.tsx';
import { lowerFirst } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

interface ProgressLineProps {
  /** Null before the engine has said anything; `first` is shown then. */
  progress: Progress | null;
  first: string;
  stop: string;
  /** Whether the button that stops it takes the focus, in place of the one that started it. */
  takesFocus: boolean;
  onStop: () => void;
}

/** How far the engine is with what it was asked, announced, and a way to stop it. */
export function ProgressLine({ progress, first, stop, takesFocus, onStop }: ProgressLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const catalogue = useAppState((state) => state.catalogue);
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const phase = progress ? phaseInWords(progress, catalogue) : first;
  return (
    <div className="progress-line">
      <p role="status">{phase}</p>
      <progress aria-label={phase} value={share} max={1} />
      <button type="button" className="button" ref={button} onClick={onStop}>
        {stop}
      </button>
    </div>
  );
}

function phaseInWords(progress: Progress, catalogue: Catalogue | null): string {
  if (progress.phase === 'engine') return fr.progress.engine;
  if (progress.phase === 'test') return fr.progress.test;
  const layer = catalogue?.layers.find(({ id }) => id === progress.layer);
  return fr.progress[progress.phase](layer ? lowerFirst(layer.title) : fr.progress.someLayer);
}
