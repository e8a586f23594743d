import { useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';

/** What a panel says while there is no catalogue: that it is being read, or that none could be. */
export function CatalogueWait() {
  const hasFailed = useAppState(({ notices }) =>
    notices.some(({ error }) => error.code.startsWith('catalogue-')),
  );
  return <p className="quiet">{hasFailed ? fr.app.noLayers : fr.app.loading}</p>;
}
