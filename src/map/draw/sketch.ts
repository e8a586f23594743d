import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  type SnapToCustom,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  TerraDrawSessionUndoRedo,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { ShapeGeometry } from '../../domain/shape.ts';
import { PAPER } from '../../domain/style/colour.ts';
import type { DrawingKind } from '../../state/drawing-state.ts';
import { DRAWN_COLOUR } from './drawn-specifications.ts';
import { joinParts, splitParts } from './shape-parts.ts';

/** What is being drawn on a map, from the first click to the last. */
export interface Sketch {
  /** Ends the line or polygon under the pointer as it stands; nothing happens while it has too few vertices. */
  finish(): void;
  /** Takes back the last vertex, or the last change. */
  undo(): void;
  /** Leaves the map as it was. */
  close(): void;
}

/** How a sketch is made. */
export interface SketchOptions {
  kind: DrawingKind;
  /** The shape to be changed, its polygons without holes; null to draw a new one. */
  edited: ShapeGeometry | null;
  /** Where the pointer is drawn to, if anywhere. */
  snap: SnapToCustom;
  /** A new shape is finished, or the edited one has another outline; degrees, nine decimals. */
  onOutline(geometry: ShapeGeometry): void;
}

/** Start of the ids of what terra-draw adds to the map. */
const SKETCH_PREFIX = 'td';

/** Lets the reader draw or change one shape. Loads terra-draw: import this module when something is drawn. */
export function openSketch(
  map: MapLibreMap,
  { kind, edited, snap, onOutline }: SketchOptions,
): Sketch {
  const mode = MODES[kind];
  const drawingModes = [
    new TerraDrawPolygonMode({ styles: POLYGON_STYLE, snapping: { toCustom: snap } }),
    new TerraDrawLineStringMode({ styles: LINE_STYLE, snapping: { toCustom: snap } }),
    new TerraDrawPointMode({ styles: POINT_STYLE }),
  ] as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      prefixId: SKETCH_PREFIX,
      coordinatePrecision: DECIMALS,
    }),
    modes: [...drawingModes, selectMode(snap)],
    undoRedo: {
      modeLevel: new TerraDrawModeUndoRedo(),
      sessionLevel: new TerraDrawSessionUndoRedo(),
    },
  });
  draw.start();
  addHalos(map);
  const outline = () => {
    const own = draw.getSnapshot().filter(({ properties }) => properties.mode === mode);
    const geometry = joinParts(own.map((part) => part.geometry));
    if (geometry) onOutline(geometry);
  };
  if (edited) {
    const parts = splitParts(edited, DECIMALS).map(
      (geometry): GeoJSONStoreFeatures => ({
        type: 'Feature',
        geometry,
        properties: { mode },
      }),
    );
    const [first] = draw.addFeatures(parts);
    draw.setMode('select');
    if (first?.id !== undefined) draw.selectFeature(first.id);
  } else draw.setMode(mode);
  draw.on('finish', outline);
  draw.on('history', ({ cause }) => {
    if (edited && (cause === 'undo' || cause === 'redo')) outline();
  });
  return {
    finish() {
      const current = drawingModes.find((candidate) => candidate.mode === mode);
      current?.onKeyUp({ key: 'Enter', heldKeys: [], preventDefault: () => undefined });
    },
    undo: () => void draw.undo(),
    close() {
      for (const [id] of HALOS) if (map.getLayer(id)) map.removeLayer(id);
      draw.stop();
    },
  };
}

/** Decimals of a degree that are kept: a tenth of a millimetre. */
const DECIMALS = 9;

const MODES = { polygon: 'polygon', line: 'linestring', point: 'point' } as const;

const HALOS = [
  [`${SKETCH_PREFIX}-halo-polygon`, `${SKETCH_PREFIX}-polygon`],
  [`${SKETCH_PREFIX}-halo-line`, `${SKETCH_PREFIX}-linestring`],
] as const;

function addHalos(map: MapLibreMap): void {
  for (const [id, source] of HALOS) {
    const paint = { 'line-color': PAPER, 'line-width': 6, 'line-opacity': 0.9 };
    map.addLayer({ id, type: 'line', source, paint }, source);
  }
}

const VERTEX_STYLE = {
  closingPointColor: DRAWN_COLOUR,
  closingPointWidth: 6,
  closingPointOutlineColor: PAPER,
  closingPointOutlineWidth: 2,
  snappingPointColor: PAPER,
  snappingPointWidth: 6,
  snappingPointOutlineColor: DRAWN_COLOUR,
  snappingPointOutlineWidth: 3,
} as const;

const POLYGON_STYLE = {
  fillColor: DRAWN_COLOUR,
  fillOpacity: 0.15,
  outlineColor: DRAWN_COLOUR,
  outlineWidth: 3,
  ...VERTEX_STYLE,
} as const;

const LINE_STYLE = {
  lineStringColor: DRAWN_COLOUR,
  lineStringWidth: 3,
  ...VERTEX_STYLE,
} as const;

const POINT_STYLE = {
  pointColor: DRAWN_COLOUR,
  pointWidth: 7,
  pointOutlineColor: PAPER,
  pointOutlineWidth: 2.5,
} as const;

function selectMode(snap: SketchOptions['snap']): TerraDrawSelectMode {
  const coordinates = {
    midpoints: true,
    draggable: true,
    deletable: true,
    snappable: { toCustom: snap },
  };
  const feature = { draggable: true, selfIntersectable: true, coordinates };
  return new TerraDrawSelectMode({
    flags: {
      polygon: { feature },
      linestring: { feature },
      point: { feature: { draggable: true } },
    },
    keyEvents: null,
    styles: {
      selectedPolygonColor: DRAWN_COLOUR,
      selectedPolygonFillOpacity: 0.15,
      selectedPolygonOutlineColor: DRAWN_COLOUR,
      selectedPolygonOutlineWidth: 3,
      selectedLineStringColor: DRAWN_COLOUR,
      selectedLineStringWidth: 3,
      selectedPointColor: DRAWN_COLOUR,
      selectedPointWidth: 8,
      selectedPointOutlineColor: PAPER,
      selectedPointOutlineWidth: 2.5,
      selectionPointColor: PAPER,
      selectionPointWidth: 6,
      selectionPointOutlineColor: DRAWN_COLOUR,
      selectionPointOutlineWidth: 3,
      midPointColor: DRAWN_COLOUR,
      midPointWidth: 4,
      midPointOutlineColor: PAPER,
      midPointOutlineWidth: 1.5,
    },
  });
}
