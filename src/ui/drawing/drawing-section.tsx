import { Suspense, useState } from 'react';
import { useAppState } from '../app-context.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { fr } from '../strings/fr.ts';

/** Drawing on the map, in the panel of layers: a section that opens by itself once something is drawn. */
export function DrawingSection() {
  const count = useAppState((state) => state.drawn.length);
  const [isOpen, setOpen] = useState(count > 0);
  return (
    <details
      className="theme drawing-section"
      open={isOpen || count > 0}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>{fr.layers.drawing}</h2>
        <span className="badge">{count}</span>
      </summary>
      {(isOpen || count > 0) && (
        <Suspense>
          <DrawingTools />
        </Suspense>
      )}
    </details>
  );
}

const DrawingTools = lazyPart(async () => (await import('./drawing-tools.tsx')).DrawingTools);
