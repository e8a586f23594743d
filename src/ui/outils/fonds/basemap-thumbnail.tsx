import type { OfflineBasemap } from '../../../domain/basemap.ts';
import type { Layer } from '../../../domain/layer.ts';
import { baseStyle, groundOf } from '../../../domain/style/base-style.ts';
import { roadEdge } from '../../../domain/style/symbol-defaults.ts';
import { symbolsOf } from '../../../domain/style/symbol-for.ts';

const WIDTH = 88;
const HEIGHT = 48;

/** A small drawing of an offline basemap: tints of the territory's base layers as fields, its roads across them. */
export function BasemapThumbnail({ basemap, base }: { basemap: OfflineBasemap; base: Layer[] }) {
  const symbols = base.flatMap((layer) => symbolsOf(baseStyle(layer, basemap)));
  const fills = symbols.flatMap(({ fill }) => (fill ? [fill] : []));
  const lines = symbols.filter(({ line }) => line !== undefined).slice(0, MAX_LINES);
  const band = WIDTH / Math.max(1, fills.length);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="basemap-thumbnail" aria-hidden="true">
      <rect width={WIDTH} height={HEIGHT} fill={groundOf(basemap).paper} />
      {fills.map((fill, i) => (
        <path key={place(i)} d={field(i, band)} fill={fill} />
      ))}
      {lines.map((symbol, i) => (
        <g key={place(i)} fill="none">
          <path d={road(i)} stroke={roadEdge(symbol)} strokeWidth={(symbol.lineWidth ?? 1) + 1} />
          <path d={road(i)} stroke={symbol.line} strokeWidth={symbol.lineWidth ?? 1} />
        </g>
      ))}
    </svg>
  );
}

const MAX_LINES = 4;

const place = (index: number) => `at-${index}`;

function field(index: number, band: number): string {
  const [left, right] = [index * band, (index + 1) * band];
  return `M${left - 6} 0H${right + 6}L${right - 6} ${HEIGHT}H${left - 18}Z`;
}

function road(index: number): string {
  const y = 8 + index * 11;
  return `M0 ${y}C${WIDTH / 3} ${y + 14} ${WIDTH / 2} ${y - 16} ${WIDTH} ${HEIGHT - y}`;
}
