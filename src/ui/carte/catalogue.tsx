import { useEffect, useState } from 'react';
import type { Catalogue as CatalogueData } from '../../domain/catalogue.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { catalogue as strings } from '../strings/catalogue.ts';
import { fr } from '../strings/fr.ts';
import { FavouriteLayers } from './favourite-layers.tsx';
import { FoundLayers } from './found-layers.tsx';
import { LayerFilter } from './layer-filter.tsx';
import { MapsList } from './maps-list.tsx';
import { ThemeSection } from './theme-section.tsx';
import { themeSections } from './theme-sections.ts';
import '../styles/catalogue.css';

/** All layers of the atlas: by theme, those found by a text, the reader's favourites; and the maps that are ready to be opened. */
export function Catalogue({ catalogue }: { catalogue: CatalogueData }) {
  const [filter, setFilter] = useState('');
  const [part, setPart] = useState<CataloguePart>('themes');
  const { bookmarks } = useEffects();
  useEffect(() => void bookmarks(), [bookmarks]);
  const { restricted } = catalogue.territory;
  const isSignedIn = catalogue.layers.some((layer) => layer.restricted);
  const text = filter.trim();
  return (
    <section className="catalogue" aria-labelledby="catalogue-title">
      <h2 className="visually-hidden" id="catalogue-title">
        {strings.title}
      </h2>
      <LayerFilter value={filter} onChange={setFilter} />
      {text !== '' ? (
        <FoundLayers catalogue={catalogue} text={text} />
      ) : (
        <>
          <Parts part={part} onPart={setPart} />
          {part === 'themes' &&
            themeSections(catalogue, '').map((section) => (
              <ThemeSection key={section.id} {...section} />
            ))}
          {part === 'favourites' && <FavouriteLayers catalogue={catalogue} />}
          {part === 'maps' && <MapsList catalogue={catalogue} />}
        </>
      )}
      {restricted && !isSignedIn && (
        <a className="sign-in" href={`${restricted}entrer.html`}>
          {fr.layers.signIn}
        </a>
      )}
    </section>
  );
}

const PARTS = ['themes', 'favourites', 'maps'] as const;

type CataloguePart = (typeof PARTS)[number];

interface PartsProps {
  part: CataloguePart;
  onPart: (part: CataloguePart) => void;
}

/** Which part of the catalogue is shown. */
function Parts({ part, onPart }: PartsProps) {
  const favourites = useAppState(({ bookmarks }) => bookmarks.layers.length);
  return (
    <fieldset className="catalogue-parts">
      <legend className="visually-hidden">{strings.views.label}</legend>
      {PARTS.map((name) => (
        <button key={name} type="button" aria-pressed={name === part} onClick={() => onPart(name)}>
          {strings.views[name]}
          {name === 'favourites' && favourites > 0 && <span className="badge">{favourites}</span>}
        </button>
      ))}
    </fieldset>
  );
}
