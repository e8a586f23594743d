import {
  type AnnotatedShape,
  type Annotation,
  annotationsToText,
  PLAIN_ANNOTATION,
} from '../domain/annotation.ts';
import type { AppState } from './app-state.ts';

/** The state with the annotation of a drawn shape changed; one that had none gets the plain one first. */
export function annotate(state: AppState, name: string, change: Partial<Annotation>): AppState {
  const annotation = { ...(state.annotations[name] ?? PLAIN_ANNOTATION), ...change };
  return { ...state, annotations: { ...state.annotations, [name]: annotation } };
}

/** The annotated shapes, in the order of the drawn ones. */
export function annotatedShapes({ drawn, annotations }: AppState): AnnotatedShape[] {
  return drawn.flatMap((shape) => {
    const annotation = annotations[shape.name];
    return annotation ? [{ shape, annotation }] : [];
  });
}

/** Longest text of annotations that a link takes along, in characters before it is encoded. */
const MAX_LINKED_CHARS = 1500;

/** The annotated shapes as a link has them; null where there are none, or too many for it. */
export function linkedAnnotations(state: AppState): string | null {
  const annotated = annotatedShapes(state);
  if (annotated.length === 0) return null;
  const text = annotationsToText(annotated);
  return text.length > MAX_LINKED_CHARS ? null : text;
}

/** The state with the annotated shapes of a link added, but for those whose name is drawn already, which are annotated alone. */
export function followAnnotations(state: AppState, annotated: AnnotatedShape[] | null): AppState {
  if (!annotated || annotated.length === 0) return state;
  const names = new Set(state.drawn.map(({ name }) => name));
  const added = annotated.map(({ shape }) => shape).filter(({ name }) => !names.has(name));
  const own = annotated.map(({ shape, annotation }): [string, Annotation] => [
    shape.name,
    annotation,
  ]);
  return {
    ...state,
    drawn: added.length > 0 ? [...state.drawn, ...added] : state.drawn,
    annotations: { ...state.annotations, ...Object.fromEntries(own) },
  };
}
