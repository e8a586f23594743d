import { useMemo } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { searchLayers, wordsOf } from '../../domain/search-layers.ts';
import { useEffects } from '../app-context.tsx';
import { type PlacesFound, usePlaces } from '../search/use-places.ts';
import { catalogue as strings } from '../strings/catalogue.ts';
import { fr } from '../strings/fr.ts';
import { findMaps } from './find-maps.ts';
import { FoundMaps } from './found-maps.tsx';
import { LayerRow } from './layer-row.tsx';
import { Marked } from './marked.tsx';

/**
 * The layers that a text finds, best first, each with why, the ready-made maps, and the features of that name, of the layers that
 * are searched by name: these come first where no layer has the text in its title, since it is then a place more often.
 */
export function FoundLayers({ catalogue, text }: { catalogue: Catalogue; text: string }) {
  const matches = useMemo(() => searchLayers(catalogue, text), [catalogue, text]);
  const words = useMemo(() => wordsOf(text), [text]);
  const maps = useMemo(() => findMaps(catalogue, words), [catalogue, words]);
  const found = usePlaces(text.length < MIN_PLACE_CHARS ? '' : text);
  const isTitled = matches[0]?.reasons[0]?.kind === 'title';
  const places = <FoundPlaces catalogue={catalogue} found={found} words={words} />;
  return (
    <>
      <p className="found-count" role="status">
        {matches.length > 0
          ? strings.found(matches.length, catalogue.layers.length)
          : fr.layers.noMatch(text)}
        {maps.length > 0 && ` · ${strings.mapsFound(maps.length)}`}
      </p>
      {!isTitled && places}
      <ul className="layer-list">
        {matches.map((match) => (
          <LayerRow key={match.layer.id} layer={match.layer} match={match} words={words} />
        ))}
      </ul>
      <FoundMaps maps={maps} words={words} />
      {isTitled && places}
    </>
  );
}

interface FoundPlacesProps {
  catalogue: Catalogue;
  found: PlacesFound;
  words: readonly string[];
}

function FoundPlaces({ catalogue, found: { kind, places }, words }: FoundPlacesProps) {
  const { openFeature } = useEffects();
  if (kind === 'failed') return <p className="quiet">{strings.searchFailed}</p>;
  if (places.length === 0) return null;
  const titleOf = (id: string) => catalogue.layers.find((layer) => layer.id === id)?.title ?? id;
  return (
    <section className="found-places" aria-label={strings.places}>
      <h3>{strings.places}</h3>
      <ul>
        {places.slice(0, MAX_PLACES).map(({ layer, key, title, subtitle }) => (
          <li key={`${layer} ${key}`}>
            <button
              type="button"
              className="link-button"
              onClick={() => void openFeature(layer, key)}
            >
              <Marked text={title} words={words} />
            </button>{' '}
            <span className="quiet">{[subtitle, titleOf(layer)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {places.length > MAX_PLACES && <p className="quiet">{strings.morePlaces}</p>}
    </section>
  );
}

/** A shorter text is in the name of half of the features. */
const MIN_PLACE_CHARS = 3;

/** Features that the list has room for: the search field over the map has more. */
const MAX_PLACES = 5;
