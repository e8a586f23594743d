import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
import { DEFAULT_RADIUS_PX } from '../../domain/style/symbol-defaults.ts';
import { MARK_UNTIL } from '../data/change-marks.ts';
import { CHANGE_SYMBOLS } from './change-symbols.ts';
import { circleSpecifications } from './circle-specifications.ts';
import { sourceIds } from './source-ids.ts';
import { byClass } from './symbol-classes.ts';

/** Field of the features of a comparison that tells what happened to each: a `DrawnChange`. */
const CHANGE_FIELD = 'change';

/** What differs between two versions of a layer, as a layer of its own: one class a kind of change, at every zoom. */
export function comparisonLayer(layer: Layer): Layer {
  const symbols = CHANGE_SYMBOLS[layer.geometry];
  const classes = Object.entries(symbols).map(([value, symbol]) => ({
    value,
    label: value,
    symbol,
  }));
  const { minZoom: _always, base: _never, ...rest } = layer;
  return {
    ...rest,
    id: 'comparison',
    style: { symbol: symbols.edited, field: CHANGE_FIELD, classes },
  };
}

/** The source of the marks of changes that are too small to be seen. */
export const MARK_SOURCE = sourceIds.features('comparison/marks');

/** The marks: the disc of each kind of change, of the same size at every zoom, until its feature is large enough; old shapes have none. */
export function markSpecifications(layer: Layer): LayerSpecification[] {
  const marks = { ...comparisonLayer({ ...layer, geometry: 'point' }), id: MARK_SOURCE };
  const filter: FilterSpecification = [
    'all',
    ['<', ['zoom'], ['get', MARK_UNTIL]],
    ['!=', ['get', CHANGE_FIELD], 'before'],
  ];
  const radius = byClass(marks.style, ({ radius = DEFAULT_RADIUS_PX }) => Math.max(radius, 6));
  return circleSpecifications(marks, 1).map((circle) => {
    const paint = { ...circle.paint, 'circle-radius': radius };
    return { ...circle, filter, paint } as LayerSpecification;
  });
}
