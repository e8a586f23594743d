import { MapPin } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { COMMUNE_LAYER, type Commune } from '../../domain/commune.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { communesScreen } from '../strings/communes-screen.ts';
import { matchesText } from '../strings/match-text.ts';
import { CommunePageLink } from './commune-page-link.tsx';
import { useCommunePages } from './use-commune-pages.ts';
import '../styles/communes-panel.css';

/** The communes by name: each leads to its page and to its place on the map. */
export function CommunesPanel() {
  const communes = useAppState((state) => state.communes);
  const hasCatalogue = useAppState((state) => state.catalogue !== null);
  const { readCommunes } = useEffects();
  const hasPages = useCommunePages();
  const [text, setText] = useState('');
  const id = useId();
  useEffect(() => {
    if (hasCatalogue) void readCommunes();
  }, [hasCatalogue, readCommunes]);
  const shown = communes?.filter(({ code, name }) => matchesText(`${name} ${code}`, text)) ?? [];
  return (
    <div className="communes-panel">
      <p className="quiet">{communesScreen.intro}</p>
      {hasPages === false && <p className="warning">{communesScreen.missing}</p>}
      {hasPages && (
        <p className="communes-panel-links">
          <a href="communes/index.html">{communesScreen.all}</a>
          <a href="communes/comparer.html">{communesScreen.compare}</a>
        </p>
      )}
      <label htmlFor={id}>{communesScreen.filter}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="quiet" role="status">
        {communes === null
          ? communesScreen.loading
          : shown.length === 0
            ? communesScreen.none(text)
            : communesScreen.count(shown.length)}
      </p>
      <ul>
        {shown.map((commune) => (
          <CommuneLine key={commune.code} {...commune} />
        ))}
      </ul>
    </div>
  );
}

function CommuneLine({ code, name }: Commune) {
  const { openFeature } = useEffects();
  return (
    <li>
      <CommunePageLink code={code} otherwise={<span>{name}</span>}>
        {name}
      </CommunePageLink>
      <button
        type="button"
        className="icon-button"
        aria-label={communesScreen.onMap(name)}
        title={communesScreen.onMap(name)}
        onClick={() => openFeature(COMMUNE_LAYER, code)}
      >
        <MapPin size={16} aria-hidden="true" />
      </button>
    </li>
  );
}
