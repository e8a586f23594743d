import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../domain/layer.ts';
import type { AppState } from '../state/app-state.ts';
import { PAPER } from './style/colour.ts';
import { populationField } from './style/label-specifications.ts';
import { isLarge } from './style/large-layer.ts';
import { layerToSpecifications } from './style/layer-specifications.ts';

/** A layer that is turned on, with the opacity that it is drawn with. */
export interface StackedLayer {
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
}

/** Id of the invisible MapLibre layer that the deck.gl layers of `name` are drawn just below. */
export const anchorId = (name: string): string => `anchor/${name}`;

/** Name of the anchor of the answer's highlight. */
export const ANSWER_ANCHOR = 'answer';

/** The layers that are turned on and known to the catalogue, bottom first; those an answer stands out from, dimmed. */
export function stackOf({ catalogue, shown, answer }: AppState): StackedLayer[] {
  const dimmed =
    answer.kind === 'ready' && answer.answer.count > 0 ? answer.answer.question.target : null;
  return [...shown].reverse().flatMap(({ id, opacity }) => {
    const layer = catalogue?.layers.find((candidate) => candidate.id === id);
    if (!layer) return [];
    return [{ layer, opacity: opacity * (id === dimmed ? DIMMED_OPACITY : 1) }];
  });
}

/**
 * Every MapLibre layer of the map, bottom first: paper, tints of the base map, the areas of themes that lie below all
 * their lines, lines of the base map, the rest of the themes, the answer and the `selection`, names, those of towns first served. So roads and
 * rivers stay visible over a zoning, and the order of the themes is the reader's. `isReady` says whether the data of
 * a layer are there.
 */
export function mapLayers(
  stack: StackedLayer[],
  isReady: (layer: Layer) => boolean,
  selection: LayerSpecification[],
): LayerSpecification[] {
  const drawn = stack.map((item) => drawnOf(item, isReady(item.layer)));
  const base = drawn.filter(({ layer }) => layer.base);
  const themes = drawn.filter(({ layer }) => !layer.base);
  const firstLine = themes.findIndex(({ layer }) => layer.geometry !== 'polygon');
  const lowest = firstLine === -1 ? themes.length : firstLine;
  const shapes = (items: Drawn[]) => items.flatMap((item) => item.shapes);
  return [
    BACKGROUND,
    ...shapes(base).filter(({ type }) => type === 'fill'),
    ...shapes(themes.slice(0, lowest)),
    ...shapes(base.filter(({ layer }) => layer.geometry !== 'polygon')),
    ...shapes(base.filter(({ layer }) => layer.geometry === 'polygon')).filter(
      ({ type }) => type !== 'fill',
    ),
    ...shapes(themes.slice(lowest)),
    anchor(ANSWER_ANCHOR),
    ...selection,
    ...names(base, (layer) => !isTown(layer)),
    ...names(themes, (layer) => !isTown(layer)),
    ...names(drawn, isTown),
  ];
}

/** Opacity of what surrounds the features that an answer found. */
const DIMMED_OPACITY = 0.45;

const BACKGROUND: LayerSpecification = {
  id: 'paper',
  type: 'background',
  paint: { 'background-color': PAPER },
};

const isTown = (layer: Layer) => populationField(layer) !== undefined;

interface Drawn {
  layer: Layer;
  shapes: LayerSpecification[];
  names: LayerSpecification[];
}

function drawnOf({ layer, opacity }: StackedLayer, isReady: boolean): Drawn {
  const specifications = isReady ? layerToSpecifications(layer, opacity) : [];
  const names = specifications.filter(({ type }) => type === 'symbol');
  if (isLarge(layer)) return { layer, shapes: [anchor(layer.id)], names };
  return { layer, shapes: specifications.filter(({ type }) => type !== 'symbol'), names };
}

function names(drawn: Drawn[], test: (layer: Layer) => boolean): LayerSpecification[] {
  return drawn.filter(({ layer }) => test(layer)).flatMap((item) => item.names);
}

function anchor(name: string): LayerSpecification {
  return { id: anchorId(name), type: 'background', layout: { visibility: 'none' } };
}
