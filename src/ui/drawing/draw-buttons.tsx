import { MapPin, Pentagon, Spline } from 'lucide-react';
import { startDrawing } from '../../state/drawing-actions.ts';
import type { DrawingKind } from '../../state/drawing-state.ts';
import { useAct } from '../app-context.tsx';
import { drawing as words } from '../strings/drawing.ts';

interface DrawButtonsProps {
  kinds: readonly DrawingKind[];
  /** Who asks, as `startDrawing` wants it. */
  purpose: string;
}

/** A button for each kind of shape, which lets it be drawn on the map. */
export function DrawButtons({ kinds, purpose }: DrawButtonsProps) {
  const act = useAct();
  return (
    <fieldset className="draw-buttons" aria-label={words.drawLabel}>
      {kinds.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <button
            key={kind}
            type="button"
            className="button"
            onClick={() => act((state) => startDrawing(state, kind, purpose))}
          >
            <Icon size={16} aria-hidden="true" />
            {words.draw[kind]}
          </button>
        );
      })}
    </fieldset>
  );
}

const ICONS = { polygon: Pentagon, line: Spline, point: MapPin } as const;
