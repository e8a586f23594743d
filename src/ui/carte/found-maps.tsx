import { useState } from 'react';
import type { ReadyMap } from '../../domain/ready-map.ts';
import { catalogue as strings } from '../strings/catalogue.ts';
import { ReadyMapRow } from './ready-map-row.tsx';

interface FoundMapsProps {
  maps: readonly ReadyMap[];
  words: readonly string[];
}

/** The ready-made maps that a search finds; nothing where there is none. */
export function FoundMaps({ maps, words }: FoundMapsProps) {
  const [opened, setOpened] = useState('');
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
