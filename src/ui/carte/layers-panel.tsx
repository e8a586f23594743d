import { X } from 'lucide-react';
import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { goToTheme } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { fr } from '../strings/fr.ts';
import { LayerRow } from './layer-row.tsx';
import { holdsText } from './layer-text.ts';
import { ShownLayers } from './shown-layers.tsx';

/** The layers of the atlas: those that are shown, then all of them by theme. */
export function LayersPanel() {
  const catalogue = useAppState((state) => state.catalogue);
  const [filter, setFilter] = useState('');
  if (!catalogue) return <CatalogueWait />;
  const sections = themeSections(catalogue, filter);
  return (
    <div className="layers-panel">
      <p className="hint">{fr.app.hint}</p>
      <ShownLayers />
      <div className="filter">
        <input
          type="text"
          aria-label={fr.layers.filter}
          placeholder={fr.layers.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {filter && (
          <button
            type="button"
            className="icon-button"
            aria-label={fr.layers.clearFilter}
            onClick={() => setFilter('')}
          >
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      {sections.length === 0 && <p className="quiet">{fr.layers.noMatch(filter)}</p>}
      {sections.map((section) => (
        <ThemeSection key={section.id} {...section} isOpen={filter.trim() !== ''} />
      ))}
    </div>
  );
}

interface Section {
  id: string;
  title: string;
  isBase: boolean;
  layers: Layer[];
}

function ThemeSection({ id, title, isBase, layers, isOpen }: Section & { isOpen: boolean }) {
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

/** Themes in catalogue order with the layers that hold the filter; the base map comes last. */
function themeSections(catalogue: Catalogue, filter: string): Section[] {
  const kept = catalogue.layers.filter((layer) => holdsText(layer, filter));
  const sections = catalogue.themes.map(({ id, title }) => ({
    id,
    title,
    isBase: false,
    layers: kept.filter((layer) => !layer.base && layer.theme === id),
  }));
  const base = kept.filter((layer) => layer.base);
  return [...sections, { id: 'base', title: fr.layers.base, isBase: true, layers: base }].filter(
    (section) => section.layers.length > 0,
  );
}
