import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { Layer } from '../../domain/layer.ts';
import type { CommuneFigure } from '../../domain/library.ts';
import { makeStyle } from '../../publish/style/make-style.ts';
import {
  CHOROPLETH_FIELD,
  type Choropleth,
  type CommuneValues,
} from '../../state/commune-actions.ts';

/**
 * A figure of the communes as a layer of the map: at most five classes of as many communes each as ties allow, limits round,
 * a ramp that colour-blind readers tell apart.
 */
export function choroplethOf(
  { column, label, unit }: CommuneFigure,
  values: CommuneValues,
  catalogue: Catalogue,
): Choropleth {
  const { minZoom: _always, base: _never, ...communes } = findLayer(catalogue, COMMUNE_LAYER);
  const field = { name: CHOROPLETH_FIELD, label, unit, type: 'number' as const };
  const style = makeStyle(
    { kind: 'classes', field: CHOROPLETH_FIELD, method: 'quantiles', count: 5, ramp: 'ylgnbu' },
    {
      family: 'polygon',
      field,
      values: Object.values(values).map((value) => ({ value, count: 1 })),
    },
  );
  const layer: Layer = {
    ...communes,
    id: 'choropleth',
    title: label,
    fields: [...communes.fields, field],
    style,
  };
  return { column, layer, values };
}
