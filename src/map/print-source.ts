import { INK_LOOKS, INKS, type Ink, PLAIN_ANNOTATION } from '../domain/annotation.ts';
import { COMMUNE_LAYER } from '../domain/commune.ts';
import type { Value } from '../domain/feature.ts';
import type { GeometryFamily, Layer } from '../domain/layer.ts';
import { type Shape, shapeFamily } from '../domain/shape.ts';
import { drawnFields } from '../domain/style/drawn-fields.ts';
import type { LngLat } from '../domain/units.ts';
import type { Engine } from '../engine/protocol.ts';
import { geometriesToColumn } from '../geo/from-geojson.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { rowFilters } from '../state/answer-view-actions.ts';
import type { AppState } from '../state/app-state.ts';
import { CHOROPLETH_FIELD } from '../state/commune-actions.ts';
import { isCompared } from '../state/version-actions.ts';
import { positionsOf } from './draw/drawn-features.ts';
import { rowOf } from './highlights.ts';
import { stackOf } from './stack.ts';

/** A layer that the map shows, with its rows where they are in no file of the site. */
export interface ShownPrintLayer {
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
  table: { geometry: GeometryColumn; columns: Record<string, Value[]> } | null;
}

/** What the map shows, as a plan on paper needs it. Geometries are in degrees. */
export interface PrintSource {
  /** Topmost first. */
  layers: ShownPrintLayer[];
  /** `found`: what an answer or a statement found; `chosen`: the chosen feature. */
  highlights: { kind: 'found' | 'chosen'; geometry: GeometryColumn }[];
  /** What the reader noted of the shapes that are drawn: their corners are in degrees. */
  notes: { title: string; text: string; colour: string; positions: LngLat[] }[];
  /** Whether the map shows versions that are compared, which are in no layer. */
  isComparing: boolean;
}

/**
 * What the map shows of a state, over the plan whatever its basemap, for prints are on light paper: layers, figures of communes, drawn shapes, the answer and the chosen feature. `drawnTitle` is what the
 * legend calls drawn shapes.
 * @throws {AppError} that of the engine for what it holds alone: an answer, a reader's own file.
 */
export async function printSource(
  state: AppState,
  engine: Engine,
  drawnTitle: string,
  signal?: AbortSignal,
): Promise<PrintSource> {
  const options = signal ? { signal } : {};
  const held = async (layer: Layer) => {
    if (!layer.isTemporary) return null;
    const fields = [layer.key, ...drawnFields(layer)];
    return engine.call('drawLayer', { layer: layer.id, fields }, options);
  };
  const [shown, choropleth, highlights] = await Promise.all([
    Promise.all(
      stackOf({ ...state, basemap: 'plan' }).map(async (item) => {
        const table = await held(item.layer);
        return { ...item, table: table && { geometry: table.geometry, columns: table.columns } };
      }),
    ),
    choroplethLayer(state, engine, options),
    highlightsOf(state, engine, signal),
  ]);
  return {
    layers: [...drawnLayers(state, drawnTitle), ...choropleth, ...shown.reverse()],
    highlights,
    notes: notesOf(state),
    isComparing: state.catalogue?.layers.some((layer) => isCompared(state, layer)) ?? false,
  };
}

async function choroplethLayer(
  { choropleth }: AppState,
  engine: Engine,
  options: { signal?: AbortSignal },
): Promise<ShownPrintLayer[]> {
  if (!choropleth) return [];
  const { layer, values } = choropleth;
  const fields = [...new Set([layer.key, ...drawnFields(layer)])];
  const own = fields.filter((field) => field !== CHOROPLETH_FIELD);
  const request = { layer: COMMUNE_LAYER, fields: own };
  const { geometry, columns } = await engine.call('drawLayer', request, options);
  const codes = columns[layer.key] ?? [];
  const figures = codes.map((code) => values[String(code)] ?? null);
  return [
    {
      layer,
      opacity: 1,
      table: { geometry, columns: { ...columns, [CHOROPLETH_FIELD]: figures } },
    },
  ];
}

async function highlightsOf(
  state: AppState,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<PrintSource['highlights']> {
  const options = signal ? { signal } : {};
  const { selection, answer, screen, sqlMap } = state;
  const found: PrintSource['highlights'] = [];
  if (screen === 'sql' && sqlMap) {
    found.push({ kind: 'found', geometry: sqlMap.shapes.geometry });
  } else if (answer.kind === 'ready') {
    const request = { answer: answer.answer.id, filters: rowFilters(state) };
    const { geometry } = await engine.call('answerGeometry', request, options);
    found.push({ kind: 'found', geometry });
  }
  const row = selection && (await rowOf(selection, state, engine, signal));
  if (!selection || row === null) return found;
  const chosen = { layer: selection.layer, row };
  const geometry = await engine.call('featureGeometry', chosen, options);
  return [...found, { kind: 'chosen', geometry }];
}

/** The shapes that a reader drew, as a layer for each family of geometry and each ink. */
function drawnLayers({ drawn, annotations }: AppState, title: string): ShownPrintLayer[] {
  const families: GeometryFamily[] = ['point', 'line', 'polygon'];
  const inkOf = ({ name }: Shape) => annotations[name]?.ink ?? PLAIN_ANNOTATION.ink;
  return families.flatMap((family) =>
    INKS.flatMap((ink) => {
      const own = drawn.filter((shape) => shapeFamily(shape) === family && inkOf(shape) === ink);
      if (own.length === 0) return [];
      const geometry = geometriesToColumn(own.map((shape) => shape.geometry));
      const columns = { [NAME]: own.map(({ name }) => name) };
      return [{ layer: drawnLayer(family, ink, title), opacity: 1, table: { geometry, columns } }];
    }),
  );
}

function notesOf({ drawn, annotations }: AppState): PrintSource['notes'] {
  return drawn.flatMap(({ name, geometry }) => {
    const { note, ink } = annotations[name] ?? PLAIN_ANNOTATION;
    if (note.trim() === '') return [];
    const positions = positionsOf(geometry).map(([lng = 0, lat = 0]): LngLat => [lng, lat]);
    return [{ title: name, text: note.trim(), colour: INK_LOOKS[ink].colour, positions }];
  });
}

/** A reader's shapes have no producer: no source is told of them. */
function drawnLayer(geometry: GeometryFamily, ink: Ink, title: string): Layer {
  const { colour, dash } = INK_LOOKS[ink];
  return {
    id: ink === PLAIN_ANNOTATION.ink ? `formes_${geometry}` : `formes_${geometry}_${ink}`,
    title,
    abstract: '',
    theme: '',
    producer: '',
    date: '',
    licence: '',
    lineage: '',
    simulated: false,
    geometry,
    noun: ['forme', 'formes'],
    gender: 'f',
    key: NAME,
    titleField: NAME,
    fields: [{ name: NAME, label: NAME, type: 'text' }],
    style: {
      symbol: {
        fill: colour,
        fillOpacity: geometry === 'point' ? 1 : 0.12,
        line: colour,
        ...(dash ? { dash } : {}),
        lineWidth: 2.75,
      },
      labelField: NAME,
    },
    file: { path: '', bytes: 0, rows: 0, version: '' },
    extent: [0, 0, 0, 0],
    isTemporary: true,
  };
}

const NAME = 'nom';
