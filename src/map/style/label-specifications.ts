import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
import { populationField } from '../../domain/style/drawn-fields.ts';
import { type Ground, readableOn } from '../../domain/style/ground.ts';
import {
  FEATURE_NAME_PX,
  LINE_NAME_MAX_BEND,
  LINE_NAME_PX,
  LINE_NAME_SPACING_PX,
  NAME_LEADING_EMS,
  NAME_LOOKS,
  POINT_NAME_OFFSET_EMS,
  TOWN_NAME_OPACITY,
  TOWN_NAME_PX,
  TOWN_RANKS,
} from '../../domain/style/label-sizes.ts';
import { labelZoom } from '../../domain/style/large-layer.ts';
import type { ZoomScale } from '../../domain/style/size-scale.ts';
import { MAP_FONTS } from './map-fonts.ts';
import { sourceIds } from './source-ids.ts';
import { byClass } from './symbol-classes.ts';

type Label = Extract<LayerSpecification, { type: 'symbol' }>;

/** Property of a label point: 0 to 1, how large the feature stands among those of its layer. */
export const LABEL_RANK = '_rank';

/** The names of a layer's features, from `labelMinZoom` on; none when its style names no label field. */
export function labelSpecifications(
  layer: Layer,
  opacity: number,
  ground: Ground,
): LayerSpecification[] {
  const { labelField } = layer.style;
  if (!labelField) return [];
  const minzoom = labelZoom(layer);
  const label = {
    id: `${layer.id}/label`,
    type: 'symbol' as const,
    source:
      layer.geometry === 'polygon' ? sourceIds.labels(layer.id) : sourceIds.features(layer.id),
    ...(minzoom === undefined ? {} : { minzoom }),
  };
  const text = { 'text-field': ['to-string', ['get', labelField]] } as Label['layout'];
  if (populationField(layer)) return [townNames(label, text, opacity, ground)];
  const colour = nameColour(layer, ground);
  const name = { ...label, paint: { 'text-color': colour, 'text-opacity': opacity } };
  if (layer.geometry === 'line') return [lineNames(name, text, ground)];
  return [featureNames(layer, name, text, ground)];
}

type LabelBase = Pick<Label, 'id' | 'type' | 'source' | 'minzoom' | 'paint'>;

function townNames(
  label: LabelBase,
  text: Label['layout'],
  opacity: number,
  ground: Ground,
): Label {
  const size = (small: number, large: number) => [
    'interpolate',
    ['linear'],
    ['get', LABEL_RANK],
    TOWN_RANKS[0],
    small,
    TOWN_RANKS[1],
    large,
  ];
  return {
    ...label,
    layout: {
      ...text,
      'text-font': [MAP_FONTS.semibold],
      'text-transform': 'uppercase',
      'text-letter-spacing': NAME_LOOKS.town.trackingEms,
      'text-max-width': NAME_LOOKS.town.maxWidthEms,
      'text-line-height': NAME_LEADING_EMS,
      'text-padding': NAME_LOOKS.town.paddingPx,
      'symbol-sort-key': ['-', 0, ['get', LABEL_RANK]],
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        ...TOWN_NAME_PX.flatMap(([zoom, small, large]) => [zoom, size(small, large)]),
      ] as unknown as number,
    },
    paint: {
      ...halo(NAME_LOOKS.town.haloPx, ground),
      'text-color': ground.ink,
      'text-opacity': byZoom(
        TOWN_NAME_OPACITY.map(([zoom, share]) => [zoom, share * opacity] as const),
      ),
    },
  };
}

function lineNames(label: LabelBase, text: Label['layout'], ground: Ground): Label {
  return {
    ...label,
    layout: {
      ...text,
      'symbol-placement': 'line',
      'symbol-spacing': LINE_NAME_SPACING_PX,
      'text-font': [MAP_FONTS.italic],
      'text-letter-spacing': NAME_LOOKS.line.trackingEms,
      'text-max-angle': LINE_NAME_MAX_BEND,
      'text-padding': NAME_LOOKS.line.paddingPx,
      'text-size': byZoom(LINE_NAME_PX),
    },
    paint: { ...halo(NAME_LOOKS.line.haloPx, ground), ...label.paint },
  };
}

function featureNames(
  layer: Layer,
  label: LabelBase,
  text: Label['layout'],
  ground: Ground,
): Label {
  const beside: Label['layout'] = {
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': POINT_NAME_OFFSET_EMS,
    'text-justify': 'auto',
  };
  return {
    ...label,
    layout: {
      ...text,
      ...(layer.geometry === 'point'
        ? beside
        : { 'symbol-sort-key': ['-', 0, ['get', LABEL_RANK]] }),
      'text-font': [MAP_FONTS.regular],
      'text-max-width': NAME_LOOKS.feature.maxWidthEms,
      'text-line-height': NAME_LEADING_EMS,
      'text-padding': NAME_LOOKS.feature.paddingPx,
      'text-size': byZoom(FEATURE_NAME_PX),
    },
    paint: { ...halo(NAME_LOOKS.feature.haloPx, ground), ...label.paint },
  };
}

function byZoom(sizes: ZoomScale): number {
  return ['interpolate', ['linear'], ['zoom'], ...sizes.flat()] as unknown as number;
}

function nameColour({ style }: Layer, ground: Ground) {
  return byClass(style, ({ line, fill }) => readableOn(line ?? fill ?? ground.ink, ground));
}

function halo(width: number, { paper }: Ground): Label['paint'] {
  return { 'text-halo-color': paper, 'text-halo-width': width, 'text-halo-blur': 0.4 };
}
