import { useMemo, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { catalogue as strings } from '../strings/catalogue.ts';
import { findMaps } from './find-maps.ts';
import { ReadyMapRow } from './ready-map-row.tsx';

interface FoundMapsProps {
  catalogue: Catalogue;
  words: readonly string[];
}

/** The ready-made maps that a search finds; nothing where there is none. */
export function FoundMaps({ catalogue, words }: FoundMapsProps) {
  const [opened, setOpened] = useState('');
  const maps = useMemo(() => findMaps(catalogue, words), [catalogue, words]);
  if (maps.length === 0) return null;
  return (
    <section className="theme-maps" aria-label={strings.mapsReady}>
      <h3 className="maps-title">{strings.mapsReady}</h3>
      <ul>
        {maps.map((map) => (
          <ReadyMapRow
            key={map.id}
            map={map}
            words={words}
            onOpen={() => setOpened(strings.opened(map.title))}
          />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {opened}
      </p>
    </section>
  );
}
