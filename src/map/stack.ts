import type { LayerSpecification } from 'maplibre-gl';
import { resolveBasemap } from '../domain/basemap.ts';
import type { Layer } from '../domain/layer.ts';
import { groundOf } from '../domain/style/base-style.ts';
import { populationField } from '../domain/style/drawn-fields.ts';
import { type Ground, LIGHT_GROUND } from '../domain/style/ground.ts';
import { isLarge } from '../domain/style/large-layer.ts';
import type { AppState } from '../state/app-state.ts';
import { BASE_NAMES, NETWORK_STATUS } from '../state/basemap-actions.ts';
import { isCompared } from '../state/version-actions.ts';
import { baseDetails, onBasemap } from './base-layers.ts';
import { drawsShapes } from './style/circle-specifications.ts';
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

/** What lies under the layers. */
export interface Backdrop {
  ground: Ground;
  /** Right over paper. */
  grid: LayerSpecification[];
  /** The pictures of another host, over the base layers and below the themes; empty for none. */
  pictures: LayerSpecification[];
  /** Whether the names of the base layers are drawn. */
  hasNames: boolean;
}

/** The backdrop of a state, with its grid and the pictures of its basemap, where there are any. */
export function backdropOf(
  state: AppState,
  { grid, pictures }: Pick<Backdrop, 'grid' | 'pictures'>,
): Backdrop {
  const { offline, network } = resolveBasemap(state);
  const isSeen = pictures.length > 0 && state.layerStatus[NETWORK_STATUS]?.kind !== 'failed';
  const areNamed = !isSeen || network?.names === true;
  return {
    ground: groundOf(offline),
    grid,
    pictures,
    hasNames: areNamed && !state.baseWithout.includes(BASE_NAMES),
  };
}

/**
 * The layers that are turned on and known to the catalogue, and the details that the base map draws by itself, bottom first; base
 * layers in the colours of the basemap, those an answer stands out from dimmed. A layer hidden by its opacity of 0 is left out, and
 * so is one whose versions are compared: the comparison draws it.
 */
export function stackOf(state: AppState): StackedLayer[] {
  const { catalogue, shown, answer } = state;
  const { offline } = resolveBasemap(state);
  const dimmed =
    answer.kind === 'ready' && answer.answer.count > 0 ? answer.answer.question.target : null;
  const stack = [...shown].reverse().flatMap(({ id, opacity }) => {
    const layer = catalogue?.layers.find((candidate) => candidate.id === id);
    if (!layer || opacity === 0 || isCompared(state, layer)) return [];
    const dimming = id === dimmed ? DIMMED_OPACITY : 1;
    return [{ layer: onBasemap(layer, offline), opacity: opacity * dimming }];
  });
  return [...stack, ...baseDetails(state).reverse()];
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
 * among themselves, are in the reader's order. Pictures of a `backdrop` hide the base map, and its lines lie below the areas then.
 * `isReady` says whether the data of a layer are there.
 */
export function mapLayers(
  stack: StackedLayer[],
  isReady: (layer: Layer) => boolean,
  selection: LayerSpecification[],
  drawn: LayerSpecification[] = [],
  { ground, grid, pictures, hasNames }: Backdrop = PLAIN_BACKDROP,
): LayerSpecification[] {
  const stacked = stack.map((item) => drawnOf(item, isReady(item.layer), ground));
  const base = stacked.filter(({ layer }) => layer.base);
  const themes = stacked.filter(({ layer }) => !layer.base);
  const isOfPoints = ({ layer }: Drawn) => layer.geometry === 'point';
  const isOutline = ({ layer }: Drawn) => layer.geometry === 'polygon';
  const areas = themes.flatMap((item) => item.areas);
  const baseLines = [...base.filter((item) => !isOutline(item)), ...base.filter(isOutline)].flatMap(
    ({ lines }) => lines,
  );
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': ground.paper } },
    ...grid,
    ...base.flatMap((item) => item.areas),
    ...(pictures.length > 0 ? [...baseLines, ...pictures, ...areas] : [...areas, ...baseLines]),
    ...themes.filter((item) => !isOfPoints(item)).flatMap(({ lines }) => lines),
    ...themes.filter(isOfPoints).flatMap(({ lines }) => lines),
    anchor(ANSWER_ANCHOR),
    ...selection,
    ...(hasNames ? base.filter((item) => !isTown(item)).flatMap(({ names }) => names) : []),
    ...themes.filter((item) => !isTown(item)).flatMap(({ names }) => names),
    ...stacked.filter(isTown).flatMap(({ names }) => names),
    ...drawn,
  ];
}

/** Opacity of what surrounds the features that an answer found. */
const DIMMED_OPACITY = 0.45;

const PLAIN_BACKDROP: Backdrop = {
  ground: LIGHT_GROUND,
  grid: [],
  pictures: [],
  hasNames: true,
};

const isTown = ({ layer }: Drawn) => populationField(layer) !== undefined;

interface Drawn {
  layer: Layer;
  /** Fills and hatches, and the anchor of a large layer: its lines stay below the streets that part its parcels. */
  areas: LayerSpecification[];
  lines: LayerSpecification[];
  names: LayerSpecification[];
}

function drawnOf({ layer, opacity }: StackedLayer, isReady: boolean, ground: Ground): Drawn {
  const specifications = isReady ? layerToSpecifications(layer, opacity, ground) : [];
  const isName = (one: LayerSpecification) => one.type === 'symbol' && !drawsShapes(one);
  const names = specifications.filter(isName);
  if (isLarge(layer)) return { layer, areas: [anchor(layer.id)], lines: [], names };
  const areas = specifications.filter(({ type }) => type === 'fill');
  const lines = specifications.filter((one) => one.type !== 'fill' && !isName(one));
  return { layer, areas, lines, names };
}

function anchor(name: string): LayerSpecification {
  return { id: anchorId(name), type: 'background', layout: { visibility: 'none' } };
}
