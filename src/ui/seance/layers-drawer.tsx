import { useState } from 'react';
import { toggleLayer } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { themeSections } from '../carte/theme-sections.ts';
import { show } from '../strings/seance.ts';

/** The layers of the catalogue, to be turned on while the room asks for one; the scene comes back by a key. */
export function LayersDrawer() {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  const act = useAct();
  const [filter, setFilter] = useState('');
  if (!catalogue) return null;
  return (
    <aside className="show-layers" aria-label={show.layers.title}>
      <input
        type="text"
        value={filter}
        placeholder={show.layers.filter}
        aria-label={show.layers.filter}
        onChange={({ target }) => setFilter(target.value)}
      />
      <div className="show-layers-list">
        {themeSections(catalogue, filter).map(({ id, title, layers }) => (
          <fieldset key={id}>
            <legend>{title}</legend>
            {layers.map((layer) => (
              <label key={layer.id}>
                <input
                  type="checkbox"
                  checked={shown.some((one) => one.id === layer.id)}
                  onChange={() => act((state) => toggleLayer(state, layer.id))}
                />
                {layer.title}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </aside>
  );
}
