import type { OfflineBasemap } from '../basemap.ts';
import type { Layer, LayerStyle, LayerSymbol } from '../layer.ts';
import { type Ground, LIGHT_GROUND } from './ground.ts';
import { hexToOklab, oklabToHex } from './oklab.ts';

/** What becomes of a colour: the lightness, 0 to 1, that white and black turn into, and the share of the chroma that is kept. */
interface Tone {
  white: number;
  black: number;
  chroma: number;
  /** How far the hue is drawn towards blue, in OKLab; absent: not at all. */
  cool?: number;
}

/** How an offline basemap is made of the base layers' own colours, those of the plan. */
interface BasemapLook {
  ground: Ground;
  /** Of the tints of the land. */
  areas: Tone;
  /** Of roads, rail and borders. */
  lines: Tone;
  /** Of what the base map draws by itself from near by: buildings, parcels. */
  details: { areas: Tone; lines: Tone };
}

const AS_PUBLISHED: Tone = { white: 1, black: 0, chroma: 1 };

/** The offline basemaps; any territory's base layers take these looks. */
const LOOKS: Record<OfflineBasemap, BasemapLook> = {
  plan: {
    ground: LIGHT_GROUND,
    areas: AS_PUBLISHED,
    lines: AS_PUBLISHED,
    details: {
      areas: { white: 1, black: 0.54, chroma: 1 },
      lines: { white: 1, black: 0.2, chroma: 1 },
    },
  },
  gris: {
    ground: { paper: '#f7f7f5', ink: '#1c2530', shade: '#dcdcdb', pale: 1.6 },
    areas: { white: 0.985, black: 0.72, chroma: 0.25 },
    lines: { white: 1, black: 0.5, chroma: 0.12 },
    details: {
      areas: { white: 1, black: 0.63, chroma: 0.1 },
      lines: { white: 1, black: 0.45, chroma: 0.1 },
    },
  },
  sombre: {
    ground: { paper: '#14191f', ink: '#f3f1ea', shade: '#48515b', pale: 2.2 },
    areas: { white: 0.265, black: 0.5, chroma: 0.55, cool: 0.012 },
    lines: { white: 0.395, black: 0.66, chroma: 0.6, cool: 0.008 },
    details: {
      areas: { white: 0.28, black: 0.54, chroma: 0.4, cool: 0.012 },
      lines: { white: 0.36, black: 0.72, chroma: 0.4, cool: 0.012 },
    },
  },
};

/** What marks lie on over an offline basemap. */
export const groundOf = (basemap: OfflineBasemap): Ground => LOOKS[basemap].ground;

/**
 * The style of a layer of the base map under an offline basemap, from the published one, which is that of the plan. A layer that
 * the base map draws by itself from near by has one quiet symbol for all, for no legend tells its classes.
 */
export function baseStyle({ base, style }: Layer, basemap: OfflineBasemap): LayerStyle {
  const look = LOOKS[basemap];
  const tones = base ? look : look.details;
  if (base && basemap === 'plan') return style;
  const { classes, field, ...rest } = style;
  const symbol = recolour(style.symbol, tones);
  if (!base) return { ...rest, symbol: { ...symbol, lineWidth: style.symbol.lineWidth ?? 1 } };
  const recoloured = classes?.map((entry) => ({ ...entry, symbol: recolour(entry.symbol, tones) }));
  return {
    ...rest,
    symbol,
    ...(field && { field }),
    ...(recoloured && { classes: recoloured }),
  };
}

function recolour(
  symbol: LayerSymbol,
  { areas, lines }: { areas: Tone; lines: Tone },
): LayerSymbol {
  const { fill, line } = symbol;
  return {
    ...symbol,
    ...(fill && { fill: toned(fill, areas) }),
    ...(line && { line: toned(line, lines) }),
  };
}

function toned(colour: string, { white, black, chroma, cool = 0 }: Tone): string {
  const [lightness, a, b] = hexToOklab(colour);
  return oklabToHex([black + (white - black) * lightness, a * chroma, b * chroma - cool]);
}
