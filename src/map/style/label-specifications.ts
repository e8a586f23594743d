import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/layer.ts';
import { INK, PAPER, readable } from '../../domain/style/colour.ts';
import { populationField } from '../../domain/style/drawn-fields.ts';
import { labelZoom } from '../../domain/style/large-layer.ts';
import { MAP_FONTS } from './map-fonts.ts';
import { sourceIds } from './source-ids.ts';
import { byClass } from './symbol-classes.ts';

type Label = Extract<LayerSpecification, { type: 'symbol' }>;

/** Property of a label point: 0 to 1, how large the feature stands among those of its layer. */
export const LABEL_RANK = '_rank';

/** The names of a layer's features, from `labelMinZoom` on; none when its style names no label field. */
export function labelSpecifications(layer: Layer, opacity: number): LayerSpecification[] {
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
  if (populationField(layer)) return [townNames(label, text, opacity)];
  if (layer.geometry === 'line') return [lineNames(layer, label, text, opacity)];
  return [featureNames(layer, label, text, opacity)];
}

type LabelBase = Pick<Label, 'id' | 'type' | 'source' | 'minzoom'>;

function townNames(label: LabelBase, text: Label['layout'], opacity: number): Label {
  const size = (small: number, large: number) => [
    'interpolate',
    ['linear'],
    ['get', LABEL_RANK],
    0.05,
    small,
    1,
    large,
  ];
  return {
    ...label,
    layout: {
      ...text,
      'text-font': [MAP_FONTS.semibold],
      'text-transform': 'uppercase',
      'text-letter-spacing': 0.09,
      'text-max-width': 7,
      'text-line-height': 1.1,
      'text-padding': 3,
      'symbol-sort-key': ['-', 0, ['get', LABEL_RANK]],
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        size(8, 12),
        11,
        size(9, 15),
        14,
        size(12, 20),
        17,
        size(14, 22),
      ] as unknown as number,
    },
    paint: {
      ...halo(2),
      'text-color': INK,
      'text-opacity': [
        'interpolate',
        ['linear'],
        ['zoom'],
        14,
        0.92 * opacity,
        16.5,
        0.5 * opacity,
      ],
    },
  };
}

function lineNames(layer: Layer, label: LabelBase, text: Label['layout'], opacity: number): Label {
  return {
    ...label,
    layout: {
      ...text,
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-font': [MAP_FONTS.italic],
      'text-letter-spacing': 0.06,
      'text-max-angle': 32,
      'text-padding': 6,
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 10.5, 14, 12.5, 17, 15],
    },
    paint: { ...halo(1.6), 'text-color': nameColour(layer), 'text-opacity': opacity },
  };
}

function featureNames(
  layer: Layer,
  label: LabelBase,
  text: Label['layout'],
  opacity: number,
): Label {
  const beside: Label['layout'] = {
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.75,
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
      'text-max-width': 9,
      'text-line-height': 1.1,
      'text-padding': 4,
      'text-size': ['interpolate', ['linear'], ['zoom'], 10, 10.5, 14, 12, 17, 14],
    },
    paint: { ...halo(1.5), 'text-color': nameColour(layer), 'text-opacity': opacity },
  };
}

function nameColour({ style }: Layer) {
  return byClass(style, ({ line, fill }) => readable(line ?? fill ?? INK));
}

function halo(width: number): Label['paint'] {
  return { 'text-halo-color': PAPER, 'text-halo-width': width, 'text-halo-blur': 0.4 };
}
