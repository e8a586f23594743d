import type { Layer } from '../../domain/layer.ts';
import { CHANGE_SYMBOLS } from './change-symbols.ts';

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
