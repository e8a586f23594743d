import { lazy, Suspense, useState } from 'react';
import { goToTheme } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { DrawingSection } from '../drawing/drawing-section.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { fr } from '../strings/fr.ts';
import { LayerFilter } from './layer-filter.tsx';
import { LayerRow } from './layer-row.tsx';
import { ShownLayers } from './shown-layers.tsx';
import { type ThemeLayers, themeSections } from './theme-sections.ts';

/** The layers of the atlas: those that are shown, then all of them by theme. */
export function LayersPanel() {
  const catalogue = useAppState((state) => state.catalogue);
  const [filter, setFilter] = useState('');
  if (!catalogue) return <CatalogueWait />;
  const sections = themeSections(catalogue, filter);
  const { restricted } = catalogue.territory;
  const hasTemporary = catalogue.layers.some(({ isTemporary }) => isTemporary);
  const isSignedIn = catalogue.layers.some((layer) => layer.restricted);
  return (
    <div className="layers-panel">
      <p className="hint">{fr.app.hint}</p>
      <ShownLayers />
      {hasTemporary && (
        <Suspense>
          <TemporaryList />
        </Suspense>
      )}
      <DrawingSection />
      <LayerFilter value={filter} onChange={setFilter} />
      {sections.length === 0 && <p className="quiet">{fr.layers.noMatch(filter)}</p>}
      {sections.map((section) => (
        <ThemeSection key={section.id} {...section} isOpen={filter.trim() !== ''} />
      ))}
      {restricted && !isSignedIn && (
        <a className="sign-in" href={`${restricted}entrer.html`}>
          {fr.layers.signIn}
        </a>
      )}
    </div>
  );
}

function ThemeSection({ id, title, isBase, layers, isOpen }: ThemeLayers & { isOpen: boolean }) {
  const shown = useAppState((state) => state.shown);
  const act = useAct();
  const shownCount = layers.filter((layer) => shown.some((own) => own.id === layer.id)).length;
  return (
    <details className="theme" open={isOpen}>
      <summary>
        <h2>{title}</h2>
        <span className="badge">{fr.layers.themeCount(shownCount, layers.length)}</span>
      </summary>
      {!isBase && (
        <button
          type="button"
          className="link-button theme-link"
          aria-label={fr.layers.themePageOf(title)}
          onClick={() => act((state) => goToTheme(state, id))}
        >
          {fr.layers.themePage}
        </button>
      )}
      <ul className="layer-list">
        {layers.map((layer) => (
          <LayerRow key={layer.id} layer={layer} />
        ))}
      </ul>
    </details>
  );
}

const TemporaryList = lazy(async () => {
  const module = await import('../temporaires/temporary-list.tsx');
  return { default: module.TemporaryList };
});
