import { Suspense, useEffect, useState } from 'react';
import { useAppState } from '../app-context.tsx';
import { DrawingSection } from '../drawing/drawing-section.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { fr } from '../strings/fr.ts';
import { ShownLayers } from './shown-layers.tsx';

/** The layers of the atlas: those that are shown, then the catalogue of all, which is fetched once the map is painted. */
export function LayersPanel() {
  const catalogue = useAppState((state) => state.catalogue);
  const canLoad = useCanLoad();
  if (!catalogue) return <CatalogueWait />;
  const { layers, territory } = catalogue;
  const isEmpty = layers.length === 0;
  const hasTemporary = catalogue.layers.some(({ isTemporary }) => isTemporary);
  return (
    <div className="layers-panel">
      {isEmpty ? <p>{fr.layers.nonePublished}</p> : <p className="hint">{fr.app.hint}</p>}
      {isEmpty ? <p className="quiet">{fr.layers.collect(territory.siren)}</p> : <ShownLayers />}
      {hasTemporary && (
        <Suspense>
          <TemporaryList />
        </Suspense>
      )}
      <DrawingSection />
      <Suspense fallback={<p className="quiet">{fr.app.loading}</p>}>
        {isEmpty ? null : canLoad ? (
          <Catalogue catalogue={catalogue} />
        ) : (
          <p className="quiet">{fr.app.loading}</p>
        )}
      </Suspense>
    </div>
  );
}

/** Whether what is second to the map may be fetched: the map was painted, will not be, or takes long. */
function useCanLoad(): boolean {
  const isSettled = useAppState(({ isPainted, isMapless }) => isPainted || isMapless);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled || isLate;
}

/** How long the catalogue waits for the first map. */
const PATIENCE_MS = 4000;

const Catalogue = lazyPart(async () => (await import('./catalogue.tsx')).Catalogue);

const TemporaryList = lazyPart(
  async () => (await import('../temporaires/temporary-list.tsx')).TemporaryList,
);
