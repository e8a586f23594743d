import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { goTo } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { FreshnessBadge } from '../carte/freshness-badge.tsx';
import { LayerFilter } from '../carte/layer-filter.tsx';
import { themeSections } from '../carte/theme-sections.ts';
import { useHeadingFirst } from '../indicateurs/use-heading-first.ts';
import { donnees, sheet } from '../strings/donnees.ts';
import { formatCount } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { screens } from '../strings/screens.ts';
import { OfficialSources } from './official-sources.tsx';
import { OverdueList } from './overdue-list.tsx';
import { SheetLink } from './sheet-link.tsx';

/** All layers: first those that are late and whose they are, then every one by theme. */
export function DataIndex({
  catalogue,
  unknown,
}: {
  catalogue: Catalogue;
  unknown: string | null;
}) {
  const heading = useHeadingFirst();
  const [filter, setFilter] = useState('');
  const act = useAct();
  const sections = themeSections(catalogue, filter);
  const published = catalogue.layers.filter(({ isTemporary }) => !isTemporary);
  return (
    <div className="data">
      <h2 ref={heading} tabIndex={-1}>
        {screens.donnees.title}
      </h2>
      <p className="quiet">{donnees.intro(published.length)}</p>
      <button
        type="button"
        className="primary-button"
        onClick={() => act((state) => goTo(state, 'publier'))}
      >
        {donnees.publish}
      </button>
      {unknown !== null && <p className="warning">{donnees.unknown(unknown)}</p>}
      <OverdueList layers={published} />
      <OfficialSources layers={published} />
      <h3>{donnees.catalogue}</h3>
      {catalogue.layers.length > 0 && <LayerFilter value={filter} onChange={setFilter} />}
      {sections.length === 0 && (
        <p className="quiet">
          {filter.trim() === '' ? fr.layers.nonePublished : fr.layers.noMatch(filter)}
        </p>
      )}
      {sections.map(({ id, title, layers }) => (
        <details key={id} className="theme" open={filter.trim() !== ''}>
          <summary>
            <h4>{title}</h4>
            <span className="badge">{layers.length}</span>
          </summary>
          <ul className="data-layers">
            {layers.map((layer) => (
              <LayerLine key={layer.id} layer={layer} />
            ))}
          </ul>
        </details>
      ))}
      <p className="data-foot">
        <a href="dcat.jsonld" download>
          {sheet.dcat}
        </a>
      </p>
    </div>
  );
}

function LayerLine({ layer }: { layer: Layer }) {
  const isPast = useAppState((state) => state.past[layer.id] !== undefined);
  const facts = [
    formatCount(layer.file.rows, layer.noun),
    fr.layers.date(layer.date),
    layer.service ?? layer.producer,
    ...(isPast ? [donnees.pastShown] : []),
  ];
  return (
    <li>
      <SheetLink layer={layer} />
      <p className="data-facts">
        <span>{facts.join('\u00a0· ')}</span>
        <FreshnessBadge layer={layer} />
      </p>
    </li>
  );
}
