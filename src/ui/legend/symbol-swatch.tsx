import type { GeometryFamily, Hatch, LayerSymbol } from '../../domain/layer.ts';

/** A symbol as the map draws it, in a small picture beside its label. */
export function SymbolSwatch({
  symbol,
  geometry,
}: {
  symbol: LayerSymbol;
  geometry: GeometryFamily;
}) {
  return (
    <svg className="swatch" width={WIDTH} height={HEIGHT} aria-hidden="true">
      {geometry === 'polygon' && <PolygonSymbol symbol={symbol} />}
      {geometry === 'line' && <LineSymbol symbol={symbol} />}
      {geometry === 'point' && <PointSymbol symbol={symbol} />}
    </svg>
  );
}

const WIDTH = 24;
const HEIGHT = 16;
const MAX_RADIUS = 6;

function PolygonSymbol({ symbol }: { symbol: LayerSymbol }) {
  const width = Math.min(symbol.lineWidth ?? 1, 3);
  const box = { x: 2, y: 2, width: WIDTH - 4, height: HEIGHT - 4 };
  return (
    <>
      <rect {...box} fill={symbol.fill ?? 'none'} fillOpacity={symbol.fillOpacity ?? 1} />
      {symbol.hatch && <HatchLines hatch={symbol.hatch} colour={symbol.line ?? symbol.fill} />}
      <rect {...box} fill="none" {...strokeOf(symbol, width)} />
    </>
  );
}

function LineSymbol({ symbol }: { symbol: LayerSymbol }) {
  const width = Math.min(symbol.lineWidth ?? 1, 5);
  return <path d={`M1 ${HEIGHT / 2}H${WIDTH - 1}`} {...strokeOf(symbol, width)} />;
}

function PointSymbol({ symbol }: { symbol: LayerSymbol }) {
  return (
    <circle
      cx={WIDTH / 2}
      cy={HEIGHT / 2}
      r={Math.min(symbol.radius ?? 4, MAX_RADIUS)}
      fill={symbol.fill ?? 'none'}
      fillOpacity={symbol.fillOpacity ?? 1}
      {...strokeOf(symbol, Math.min(symbol.lineWidth ?? 1, 2))}
    />
  );
}

function strokeOf(symbol: LayerSymbol, width: number) {
  return {
    stroke: symbol.line ?? 'none',
    strokeWidth: width,
    strokeDasharray: symbol.dash?.map((length) => length * width).join(' '),
  };
}

function HatchLines({ hatch, colour }: { hatch: Hatch; colour: string | undefined }) {
  const path = HATCH_PATHS[hatch];
  const isDotted = hatch === 'dotted';
  return (
    <svg x={2} y={2} width={WIDTH - 4} height={HEIGHT - 4} aria-hidden="true">
      <path
        d={path}
        stroke={colour}
        strokeWidth={isDotted ? 1.6 : 1}
        strokeLinecap={isDotted ? 'round' : 'butt'}
        fill="none"
      />
    </svg>
  );
}

const DIAGONALS = 'M-4 8L4 -0M-4 14L10 0M2 14L16 0M8 14L22 0M14 14L26 2';
const HATCH_PATHS: Record<Hatch, string> = {
  diagonal: DIAGONALS,
  crossed: `${DIAGONALS}M4 0L18 14M10 0L24 14M-2 0L12 14M-8 0L6 14M16 0L30 14`,
  dotted: 'M3 3h0M9 3h0M15 3h0M6 8h0M12 8h0M18 8h0',
};
