import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { ShapeGeometry } from '../../domain/shape.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { AppState } from '../../state/app-state.ts';
import { setSource } from '../small-layers.ts';
import { drawnFeatures } from './drawn-features.ts';
import { DRAWN_SOURCE, drawnSpecifications } from './drawn-specifications.ts';
import type { Sketch } from './sketch.ts';

/** What readers draw on a map: the shapes that are there, and the one that is being drawn. */
export interface MapDrawing {
  /** Brings the map to what the state draws; terra-draw is fetched when something is first drawn. */
  follow(state: AppState): void;
  /** The MapLibre layers of the shapes that are there, bottom first. */
  layers(hasNames: boolean): LayerSpecification[];
  /** Whether a click belongs to the drawing: while it goes on, and for the second half of the double-click that ends it. */
  takesClick(): boolean;
  destroy(): void;
}

/** What a drawing needs of the map around it. */
export interface MapDrawingOptions {
  /** The outlines whose corners draw the pointer to them, in degrees. */
  corners(): readonly GeometryColumn[];
  onOutline(geometry: ShapeGeometry): void;
  onFailure(error: unknown): void;
}

/** Longest time between the two clicks of a double-click, in milliseconds. */
const DOUBLE_CLICK_MS = 500;

/** The drawing of a map. */
export function createMapDrawing(map: MapLibreMap, options: MapDrawingOptions): MapDrawing {
  let seen: Pick<AppState, 'drawn' | 'shapeFacts' | 'annotations' | 'drawing'> | null = null;
  let sketch: Sketch | null = null;
  let wanted = 'null';
  let opening = 0;
  let step = 0;
  let hasShapes = false;
  let isDrawing = false;
  /** The outlines that the sketch made itself: another one of the shape came from elsewhere, and the sketch takes it over. */
  let own = new WeakSet<ShapeGeometry>();
  let endedAt = Number.NEGATIVE_INFINITY;

  const takesClick = () => isDrawing || performance.now() - endedAt < DOUBLE_CLICK_MS;
  map.on('dblclick', (event) => {
    if (takesClick()) event.preventDefault();
  });

  function close(): void {
    opening++;
    sketch?.close();
    sketch = null;
  }

  async function open(state: AppState): Promise<void> {
    const { drawing, drawn } = state;
    if (!drawing) return;
    opening++;
    const turn = opening;
    const [{ openSketch }, { createCornerSnap }] = await Promise.all([
      import('./sketch.ts'),
      import('./corner-snap.ts'),
    ]);
    if (turn !== opening) return;
    const snap = createCornerSnap();
    const shape = drawn.find(({ name }) => name === drawing.edited);
    own = new WeakSet(shape ? [shape.geometry] : []);
    sketch = openSketch(map, {
      kind: drawing.kind,
      edited: shape?.geometry ?? null,
      snap: (event, { project }) =>
        snap.nearest(
          options.corners(),
          { lng: event.lng, lat: event.lat, x: event.containerX, y: event.containerY },
          project,
        ),
      onOutline(geometry) {
        own.add(geometry);
        options.onOutline(geometry);
      },
    });
  }

  function followSketch(state: AppState): void {
    const { drawing, drawn } = state;
    const text = JSON.stringify(drawing && [drawing.kind, drawing.purpose, drawing.edited]);
    const edited = drawn.find(({ name }) => name === drawing?.edited);
    const isChanged = sketch !== null && edited !== undefined && !own.has(edited.geometry);
    if (text === wanted && !isChanged) return;
    wanted = text;
    if (isDrawing && !drawing) endedAt = performance.now();
    isDrawing = drawing !== null;
    close();
    open(state).catch(options.onFailure);
  }

  return {
    follow(state) {
      followSketch(state);
      if (state.drawingStep && state.drawingStep.serial > step) {
        step = state.drawingStep.serial;
        sketch?.[state.drawingStep.kind]();
      }
      const { drawn, shapeFacts, annotations, drawing } = state;
      const isSame = seen?.drawn === drawn && seen.annotations === annotations;
      if (isSame && seen?.shapeFacts === shapeFacts && seen.drawing === drawing) return;
      seen = { drawn, shapeFacts, annotations, drawing };
      hasShapes = drawn.length > 0;
      if (hasShapes || map.getSource(DRAWN_SOURCE)) {
        const features = drawnFeatures(drawn, shapeFacts, annotations, drawing?.edited ?? null);
        setSource(map, DRAWN_SOURCE, features, 0);
      }
    },
    layers: (hasNames) => (hasShapes ? drawnSpecifications(hasNames) : []),
    takesClick,
    destroy: close,
  };
}
