import { useEffect } from 'react';
import { goToTheme } from '../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { indicateurs } from '../strings/indicateurs.ts';
import { screens } from '../strings/screens.ts';
import '../styles/indicateurs.css';
import '../styles/theme-page.css';
import '../styles/plain-table.css';
import '../styles/print.css';
import '../styles/reply.css';
import { PageContext } from './page-context.ts';
import { ThemeIndex } from './theme-index.tsx';
import { ThemePageView } from './theme-page.tsx';
import { pagesOf } from './theme-parts.ts';

/** The Indicateurs screen: the list of themes, or the page of one; its library is fetched when it is first shown. */
export function IndicatorsPanel({ onSeeMap }: { onSeeMap: () => void }) {
  const catalogue = useAppState((state) => state.catalogue);
  const status = useAppState((state) => state.library);
  const theme = useAppState((state) => state.theme);
  const act = useAct();
  const { readLibrary } = useEffects();
  useEffect(() => {
    void readLibrary();
  }, [readLibrary]);
  if (!catalogue) return <CatalogueWait />;
  if (status.kind === 'failed') {
    return (
      <div className="indicators" role="alert">
        <ErrorText error={status.error} />
        <p>
          <button type="button" className="button" onClick={() => void readLibrary()}>
            {indicateurs.retry}
          </button>
        </p>
      </div>
    );
  }
  if (status.kind !== 'ready') return <p className="quiet">{screens.indicateurs.loading}</p>;
  const { library } = status;
  const pages = pagesOf(library, catalogue);
  const page = pages.find(({ id }) => id === theme);
  return (
    <PageContext value={{ catalogue, library, onSeeMap }}>
      {page ? (
        <ThemePageView key={page.id} page={page} />
      ) : (
        <ThemeIndex
          pages={pages}
          unknown={theme}
          onOpen={(id) => act((state) => goToTheme(state, id))}
        />
      )}
    </PageContext>
  );
}
