import { Suspense } from 'react';
import { resolveBasemap } from '../../domain/basemap.ts';
import { creditOf, orderCredits } from '../../domain/credit.ts';
import { useAppState } from '../app-context.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { fr } from '../strings/fr.ts';

/** One line under the map: the system that figures are measured in, who made the layers that are shown, and whose pictures lie under them. */
export function MapFooter() {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  const network = useAppState((state) => resolveBasemap(state).network);
  if (!catalogue) return null;
  const layers = catalogue.layers.filter((layer) => shown.some(({ id }) => id === layer.id));
  const credits = orderCredits(layers).map(creditOf);
  return (
    <footer className="map-footer">
      <span>{fr.map.footer(fr.crs[catalogue.territory.metricCrs])}</span>
      {credits.length > 0 && (
        <details className="map-sources">
          <summary>{fr.map.sources([...new Set(credits)])}</summary>
        </details>
      )}
      {network && (
        <Suspense>
          <NetworkCredit basemap={network} />
        </Suspense>
      )}
    </footer>
  );
}

const NetworkCredit = lazyPart(async () => (await import('./network-credit.tsx')).NetworkCredit);
