import { resolveBasemap } from '../../domain/basemap.ts';
import type { GeometryFamily, LayerSymbol } from '../../domain/layer.ts';
import { groundOf } from '../../domain/style/base-style.ts';
import { SWATCH_PX, swatchUrl } from '../../map/swatch.ts';
import { useAppState } from '../app-context.tsx';

interface SymbolSwatchProps {
  symbol: LayerSymbol;
  geometry: GeometryFamily;
  /** Another height than that of all pictures, in pixels. */
  height?: number | undefined;
}

/** A symbol as the map draws it, in a small picture beside its label. */
export function SymbolSwatch({ symbol, geometry, height = SWATCH_PX.height }: SymbolSwatchProps) {
  const width = Math.max(SWATCH_PX.width, height);
  const ground = useAppState((state) => groundOf(resolveBasemap(state).offline));
  const source = swatchUrl(symbol, geometry, height, ground);
  const style = { background: ground.paper };
  return <img className="swatch" src={source} width={width} height={height} alt="" style={style} />;
}
