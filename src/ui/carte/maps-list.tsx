import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { catalogue as strings } from '../strings/catalogue.ts';
import { themeMaps } from './find-maps.ts';
import { OwnMaps } from './own-maps.tsx';
import { ReadyMapRow } from './ready-map-row.tsx';

/** The maps that are ready to be opened: those that the reader has kept, then those of each theme. */
export function MapsList({ catalogue }: { catalogue: Catalogue }) {
  const [opened, setOpened] = useState('');
  const themes = themeMaps(catalogue);
  return (
    <>
      <OwnMaps />
      {themes.length > 0 && <h3 className="maps-title">{strings.mapsReady}</h3>}
      {themes.map(({ id, title, maps }) => (
        <section key={id} className="theme-maps" aria-label={title}>
          <h4>{title}</h4>
          <ul>
            {maps.map((map) => (
              <ReadyMapRow
                key={map.id}
                map={map}
                onOpen={() => setOpened(strings.opened(map.title))}
              />
            ))}
          </ul>
        </section>
      ))}
      <p className="visually-hidden" role="status">
        {opened}
      </p>
    </>
  );
}
