import { useAppState } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import '../styles/donnees.css';
import '../styles/versions.css';
import '../styles/plain-table.css';
import { ComparisonView } from './comparison-view.tsx';
import { DataIndex } from './data-index.tsx';
import { LayerPage } from './layer-page.tsx';

/** The Données screen: the catalogue, the page of a layer, or two versions of it compared. */
export function DataPanel({ onSeeMap }: { onSeeMap: () => void }) {
  const catalogue = useAppState((state) => state.catalogue);
  const sheet = useAppState((state) => state.sheet);
  const isComparing = useAppState((state) => state.comparison !== null);
  if (!catalogue) return <CatalogueWait />;
  const layer = catalogue.layers.find(({ id }) => id === sheet);
  if (!layer) return <DataIndex catalogue={catalogue} unknown={sheet} />;
  if (isComparing) return <ComparisonView layer={layer} onSeeMap={onSeeMap} />;
  return <LayerPage key={layer.id} layer={layer} onSeeMap={onSeeMap} />;
}
