import type { LayerSpecification } from 'maplibre-gl';
import type { Layer } from '../domain/layer.ts';
import { PAPER } from '../domain/style/colour.ts';
import { populationField } from '../domain/style/drawn-fields.ts';
import { isLarge } from '../domain/style/large-layer.ts';
import type { AppState } from '../state/app-state.ts';
import { isCompared } from '../state/version-actions.ts';
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

/**
 * The layers that are turned on and known to the catalogue, bottom first; those an answer stands out from, dimmed. A layer hidden by
 * its opacity of 0 is left out, and so is one whose versions are compared: the comparison draws it.
 */
export function stackOf(state: AppState): StackedLayer[] {
  const { catalogue, shown, answer } = state;
  const dimmed =
    answer.kind === 'ready' && answer.answer.count > 0 ? answer.answer.question.target : null;
  return [...shown].reverse().flatMap(({ id, opacity }) => {
    const layer = catalogue?.layers.find((candidate) => candidate.id === id);
    if (!layer || opacity === 0 || isCompared(state, layer)) return [];
    return [{ layer, opacity: opacity * (id === dimmed ? DIMMED_OPACITY : 1) }];
  });
}

/** The layers that will be shown next and are not yet: their data are fetched, so that the next scene waits for nothing. */
export function layersAhead({ catalogue, shown, seance: { ahead } }: AppState): Layer[] {
  const isShown = (id: string) => shown.some((layer) => layer.id === id);
  return catalogue?.layers.filter(({ id }) => ahead.includes(id) && !isShown(id)) ?? [];
}

/**
 * Every MapLibre layer of the map, bottom first: paper, tints of the base map, areas of the themes, lines of the base
 * map, lines, then points of the themes, the answer and the `selection`, names, those of towns first served, and what the
 * reader has `drawn`. So roads and rivers are read through a zoning as on a printed plan, and no line hides a point; areas, lines and points, each
 * among themselves, are in the reader's order. `isReady` says whether the data of a layer are there.
 */
export function mapLayers(
  stack: StackedLayer[],
  isReady: (layer: Layer) => boolean,
  selection: LayerSpecification[],
  drawn: LayerSpecification[] = [],
): LayerSpecification[] {
  const stacked = stack.map((item) => drawnOf(item, isReady(item.layer)));
  const base = stacked.filter(({ layer }) => layer.base);
  const themes = stacked.filter(({ layer }) => !layer.base);
  const isOfPoints = ({ layer }: Drawn) => layer.geometry === 'point';
  const isOutline = ({ layer }: Drawn) => layer.geometry === 'polygon';
  return [
    BACKGROUND,
    ...base.flatMap(({ areas }) => areas),
    ...themes.flatMap(({ areas }) => areas),
    ...base.filter((item) => !isOutline(item)).flatMap(({ lines }) => lines),
    ...base.filter(isOutline).flatMap(({ lines }) => lines),
    ...themes.filter((item) => !isOfPoints(item)).flatMap(({ lines }) => lines),
    ...themes.filter(isOfPoints).flatMap(({ lines }) => lines),
    anchor(ANSWER_ANCHOR),
    ...selection,
    ...base.filter((item) => !isTown(item)).flatMap(({ names }) => names),
    ...themes.filter((item) => !isTown(item)).flatMap(({ names }) => names),
    ...stacked.filter(isTown).flatMap(({ names }) => names),
    ...drawn,
  ];
}

/** Opacity of what surrounds the features that an answer found. */
const DIMMED_OPACITY = 0.45;

const BACKGROUND: LayerSpecification = {
  id: 'paper',
  type: 'background',
  paint: { 'background-color': PAPER },
};

const isTown = ({ layer }: Drawn) => populationField(layer) !== undefined;

interface Drawn {
  layer: Layer;
  /** Fills and hatches, and the anchor of a large layer: its lines stay below the streets that part its parcels. */
  areas: LayerSpecification[];
  lines: LayerSpecification[];
  names: LayerSpecification[];
}

function drawnOf({ layer, opacity }: StackedLayer, isReady: boolean): Drawn {
  const specifications = isReady ? layerToSpecifications(layer, opacity) : [];
  const names = specifications.filter(({ type }) => type === 'symbol');
  if (isLarge(layer)) return { layer, areas: [anchor(layer.id)], lines: [], names };
  const areas = specifications.filter(({ type }) => type === 'fill');
  const lines = specifications.filter(({ type }) => type !== 'fill' && type !== 'symbol');
  return { layer, areas, lines, names };
}

function anchor(name: string): LayerSpecification {
  return { id: anchorId(name), type: 'background', layout: { visibility: 'none' } };
}
