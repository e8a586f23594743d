import type { Layer } from '../../domain/layer.ts';
import { INK, mix, PAPER } from '../../domain/style/colour.ts';
import { populationField } from '../../domain/style/drawn-fields.ts';
import { LIGHT_GROUND, readableOn } from '../../domain/style/ground.ts';
import {
  FEATURE_NAME_PX,
  LINE_NAME_PX,
  NAME_LOOKS,
  type NameLook,
  TOWN_NAME_OPACITY,
  TOWN_NAME_PX,
  TOWN_RANKS,
} from '../../domain/style/label-sizes.ts';
import { scaleAt } from '../../domain/style/size-scale.ts';
import type { LabelMark } from '../plan.ts';
import { type PaperLayer, symbolOf } from './draw-layer.ts';

/** What the name of a feature looks like on paper, lengths in millimetres. */
export interface LabelLook {
  sizeMm: number;
  colour: string;
  weight: LabelMark['weight'];
  haloMm: number;
  trackingMm: number;
  maxWidthEms: number;
  paddingMm: number;
  isUppercase: boolean;
}

/** What the names of a layer are named after: communes by their inhabitants, lines along their course, features where they are. */
export type LabelKind = 'town' | 'line' | 'feature';

/** The kind of a layer's names. */
export function labelKind(layer: Layer): LabelKind {
  if (populationField(layer)) return 'town';
  return layer.geometry === 'line' ? 'line' : 'feature';
}

/** The look of the name of a row, as the map has it; `rank` (0 to 1) is how large its commune stands among the others. */
export function labelLook(drawn: PaperLayer, row: number, rank: number): LabelLook {
  const { zoom, pixelMm, opacity } = drawn.scale;
  const kind = labelKind(drawn.layer);
  const look: NameLook = NAME_LOOKS[kind];
  const sizeMm = round(sizePx(kind, zoom, rank) * pixelMm);
  const { line, fill } = symbolOf(drawn, row);
  const colour = kind === 'town' ? INK : readableOn(line ?? fill ?? INK, LIGHT_GROUND);
  const shown = opacity * (kind === 'town' ? scaleAt(TOWN_NAME_OPACITY, zoom) : 1);
  return {
    sizeMm,
    colour: mix(PAPER, colour, shown),
    weight: WEIGHTS[kind],
    haloMm: look.haloPx * pixelMm * HALO_SHARE,
    trackingMm: look.trackingEms * sizeMm,
    maxWidthEms: look.maxWidthEms,
    paddingMm: (look.paddingPx / 2) * pixelMm,
    isUppercase: kind === 'town',
  };
}

function sizePx(kind: LabelKind, zoom: number, rank: number): number {
  if (kind === 'line') return scaleAt(LINE_NAME_PX, zoom);
  if (kind === 'feature') return scaleAt(FEATURE_NAME_PX, zoom);
  const small = scaleAt(
    TOWN_NAME_PX.map(([stop, size]) => [stop, size] as const),
    zoom,
  );
  const large = scaleAt(
    TOWN_NAME_PX.map(([stop, , size]) => [stop, size] as const),
    zoom,
  );
  const [low, high] = TOWN_RANKS;
  const share = Math.min(1, Math.max(0, (rank - low) / (high - low)));
  return small + share * (large - small);
}

const WEIGHTS = { town: 'bold', line: 'italic', feature: 'regular' } as const;

/** The halo of the map fades outwards; one with a hard edge covers as much when it is narrower. */
const HALO_SHARE = 0.8;

const round = (value: number) => Math.round(value * 100) / 100;
