import { ChevronDown, ChevronUp } from 'lucide-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { fr } from '../strings/fr.ts';

interface PanelProps {
  title: string;
  /** Whether something lies over it, so that the keyboard must not reach it. */
  isCovered: boolean;
  children: ReactNode;
}

/**
 * The panel of the screen: a column on wide windows. On narrow ones it is a sheet with three stops, changed by its
 * buttons or by dragging its handle.
 */
export function Panel({ title, isCovered, children }: PanelProps) {
  const [stop, setStop] = useState(1);
  const drag = useSheetDrag(stop, setStop);
  return (
    <section className="panel" data-stop={STOPS[stop]} aria-label={title} inert={isCovered}>
      <div className="sheet-handle" {...drag}>
        <span className="sheet-grip" aria-hidden="true" />
        <button
          type="button"
          className="icon-button"
          aria-label={fr.sheet.shrink}
          disabled={stop === 0}
          onClick={() => setStop(stop - 1)}
        >
          <ChevronDown size={20} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={fr.sheet.grow}
          disabled={stop === STOPS.length - 1}
          onClick={() => setStop(stop + 1)}
        >
          <ChevronUp size={20} aria-hidden="true" />
        </button>
      </div>
      <div className="panel-body">{children}</div>
    </section>
  );
}

const STOPS = ['peek', 'half', 'full'] as const;

/** How far a finger must travel to reach the next stop. */
const DRAG_STEP_PX = 60;

function useSheetDrag(stop: number, setStop: (stop: number) => void) {
  const start = useRef<number | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = event.clientY;
    },
    onPointerUp: (event: PointerEvent) => {
      if (start.current === null) return;
      const steps = Math.round((start.current - event.clientY) / DRAG_STEP_PX / 2);
      start.current = null;
      if (steps !== 0) setStop(Math.min(STOPS.length - 1, Math.max(0, stop + steps)));
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}
