import { useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';

/** One line under the map: the system that figures are measured in, and who made the layers that are shown. */
export function MapFooter() {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  if (!catalogue) return null;
  const layers = catalogue.layers.filter((layer) => shown.some(({ id }) => id === layer.id));
  const producers = [...new Set(layers.map((layer) => layer.producer))];
  return (
    <footer className="map-footer">
      <span>{fr.map.footer(fr.crs[catalogue.territory.metricCrs])}</span>
      {producers.length > 0 && <span className="map-sources">{fr.map.sources(producers)}</span>}
    </footer>
  );
}
