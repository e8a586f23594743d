import type { GeometryFamily, LayerSymbol } from '../../domain/layer.ts';
import { SWATCH_PX, swatchUrl } from '../../map/swatch.ts';

interface SymbolSwatchProps {
  symbol: LayerSymbol;
  geometry: GeometryFamily;
}

/** A symbol as the map draws it, in a small picture beside its label. */
export function SymbolSwatch({ symbol, geometry }: SymbolSwatchProps) {
  return <img className="swatch" src={swatchUrl(symbol, geometry)} {...SWATCH_PX} alt="" />;
}
