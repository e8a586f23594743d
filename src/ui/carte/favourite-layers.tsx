import type { Catalogue } from '../../domain/catalogue.ts';
import { useAppState } from '../app-context.tsx';
import { catalogue as strings } from '../strings/catalogue.ts';
import { LayerRow } from './layer-row.tsx';

/** The layers that the reader keeps, in the order of the catalogue. */
export function FavouriteLayers({ catalogue }: { catalogue: Catalogue }) {
  const favourites = useAppState(({ bookmarks }) => bookmarks.layers);
  const layers = catalogue.layers.filter(({ id }) => favourites.includes(id));
  if (layers.length === 0) return <p className="quiet">{strings.noFavourites}</p>;
  return (
    <ul className="layer-list">
      {layers.map((layer) => (
        <LayerRow key={layer.id} layer={layer} />
      ))}
    </ul>
  );
}
