import type { Shape, ShapeGeometry } from '../domain/shape.ts';
import type { ShapeFacts } from '../domain/shape-facts.ts';
import type { AppState } from './app-state.ts';
import type { DrawingKind } from './drawing-state.ts';

/**
 * The state with the map waiting for a shape. `purpose` tells who asked (`question:where.2`): when the shape is there and sound,
 * it is `drew`, which who asked takes with `takeDrew`.
 */
export const startDrawing = (state: AppState, kind: DrawingKind, purpose: string): AppState => ({
  ...state,
  drawing: { kind, purpose, edited: null },
  drew: null,
});

/** The state with a shape that is there already being changed on the map. */
export function editShape(state: AppState, name: string, purpose = ''): AppState {
  const shape = state.drawn.find((candidate) => candidate.name === name);
  if (!shape) return state;
  return { ...state, drawing: { kind: kindOf(shape.geometry), purpose, edited: name }, drew: null };
}

/** The state with nothing being drawn; shapes that are there stay as they are. */
export const stopDrawing = (state: AppState): AppState => ({ ...state, drawing: null });

/** The state with the map told to finish what is being drawn, or to take back the last vertex or change. */
export const stepDrawing = (state: AppState, kind: 'finish' | 'undo'): AppState => ({
  ...state,
  drawingStep: { kind, serial: (state.drawingStep?.serial ?? 0) + 1 },
});

/** The state with one more shape, under a name that no other has. It is measured next. */
export function addShape(state: AppState, shape: Shape): AppState {
  return { ...state, drawn: [...state.drawn, { ...shape, name: freeName(state, shape.name) }] };
}

/** The state with the outline of a shape changed; what was known of it is forgotten. */
export function reshape(state: AppState, name: string, geometry: ShapeGeometry): AppState {
  const drawn = state.drawn.map((shape) => (shape.name === name ? { name, geometry } : shape));
  return { ...state, drawn, shapeFacts: without(state.shapeFacts, name) };
}

/** The state with what the engine found out about a shape. */
export const setShapeFacts = (state: AppState, name: string, facts: ShapeFacts): AppState => ({
  ...state,
  shapeFacts: { ...state.shapeFacts, [name]: facts },
});

/** The state with the shape that was drawn handed to who asked for it. */
export function handOver(state: AppState, name: string): AppState {
  const shape = state.drawn.find((candidate) => candidate.name === name);
  if (!shape || !state.drawing) return state;
  const { purpose } = state.drawing;
  return { ...state, drawing: null, drew: purpose === '' ? null : { purpose, shape } };
}

/** The state once the shape that was asked for has been taken. */
export const takeDrew = (state: AppState): AppState => ({ ...state, drew: null });

/** The state without a shape. */
export const removeShape = (state: AppState, name: string): AppState => ({
  ...state,
  drawn: state.drawn.filter((shape) => shape.name !== name),
  annotations: without(state.annotations, name),
  shapeFacts: without(state.shapeFacts, name),
  scenario: {
    ...state.scenario,
    variants: state.scenario.variants.filter((variant) => variant.name !== name),
  },
  drawing: state.drawing?.edited === name ? null : state.drawing,
});

/** The state with a shape under another name; the same state for an empty one. */
export function renameShape(state: AppState, name: string, wanted: string): AppState {
  const trimmed = wanted.trim();
  if (trimmed === '' || trimmed === name) return state;
  const free = freeName(state, trimmed);
  const drawn = state.drawn.map((shape) =>
    shape.name === name ? { ...shape, name: free } : shape,
  );
  const { drawing } = state;
  return {
    ...state,
    drawn,
    annotations: renamed(state.annotations, name, free),
    shapeFacts: renamed(state.shapeFacts, name, free),
    scenario: {
      ...state.scenario,
      variants: state.scenario.variants.map((variant) =>
        variant.name === name ? { ...variant, name: free } : variant,
      ),
    },
    drawing: drawing?.edited === name ? { ...drawing, edited: free } : drawing,
  };
}

/** The way of drawing that a geometry takes. */
export function kindOf({ type }: ShapeGeometry): DrawingKind {
  if (type === 'Point' || type === 'MultiPoint') return 'point';
  return type === 'LineString' || type === 'MultiLineString' ? 'line' : 'polygon';
}

/** A name that no shape has: the one given, or with the first number that is free after it, in brackets: it may end in one. */
function freeName(state: AppState, wanted: string): string {
  const names = new Set(state.drawn.map(({ name }) => name));
  if (!names.has(wanted)) return wanted;
  let number = 2;
  while (names.has(`${wanted} (${number})`)) number++;
  return `${wanted} (${number})`;
}

function renamed<T>(record: Record<string, T>, name: string, next: string): Record<string, T> {
  const value = record[name];
  const others = without(record, name);
  return value === undefined ? others : { ...others, [next]: value };
}

function without<T>(record: Record<string, T>, name: string): Record<string, T> {
  const { [name]: _left, ...others } = record;
  return others;
}
