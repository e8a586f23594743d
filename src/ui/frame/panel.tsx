import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { fr } from '../strings/fr.ts';
import { SHEET_STOPS, type SheetStop } from './use-sheet.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

interface PanelProps {
  title: string;
  /** Whether something lies over it, so that the keyboard must not reach it. */
  isCovered: boolean;
  stop: SheetStop;
  onStop: (stop: SheetStop) => void;
  children: ReactNode;
}

/**
 * The panel of the screen, which names the page: a column on wide windows. On narrow ones it is a sheet with three stops, changed by its
 * buttons or by dragging its handle; it rises for a field to write in, which the keyboard of a phone would cover.
 */
export function Panel({ title, isCovered, stop, onStop, children }: PanelProps) {
  const place = SHEET_STOPS.indexOf(stop);
  const moveTo = (next: number) => onStop(SHEET_STOPS[next] ?? stop);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = fr.app.pageTitle(title);
  }, [title]);
  const drag = useSheetDrag(panel, onStop);
  return (
    <section ref={panel} className="panel" data-stop={stop} aria-label={title} inert={isCovered}>
      <div className="sheet-handle" {...drag}>
        <span className="sheet-grip" aria-hidden="true" />
        <button
          type="button"
          className="icon-button"
          aria-label={fr.sheet.shrink}
          disabled={place === 0}
          onClick={() => moveTo(place - 1)}
        >
          <ChevronDown size={20} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={fr.sheet.grow}
          disabled={place === SHEET_STOPS.length - 1}
          onClick={() => moveTo(place + 1)}
        >
          <ChevronUp size={20} aria-hidden="true" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields within take the focus */}
      <div
        className="panel-body"
        onFocus={({ target }) => target.matches(WRITTEN) && onStop('full')}
      >
        {children}
      </div>
    </section>
  );
}

/** Fields that are written in. */
const WRITTEN = 'input[type="text"], input[type="search"], textarea, [contenteditable="true"]';
