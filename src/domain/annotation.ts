import type { Shape, ShapeGeometry } from './shape.ts';

/** How a drawn shape is annotated, beside its name; shapes without one are drawn in violet. */
export interface Annotation {
  ink: Ink;
  /** What the reader has to say of it; may be empty. */
  note: string;
  /** Whether a point is its name alone, written on the map. */
  isText: boolean;
}

/** The inks that readers draw with. */
export const INKS = ['violet', 'bleu', 'vert', 'orange', 'noir'] as const;

/** One of `INKS`. */
export type Ink = (typeof INKS)[number];

/**
 * How each ink is drawn: its colour, `#rrggbb`, at least 4.5:1 on paper, and the dashes of its lines in units of their width, by
 * which it is told from the others without colour; null: not dashed.
 */
export const INK_LOOKS: Record<Ink, { colour: `#${string}`; dash: number[] | null }> = {
  violet: { colour: '#8d1b7b', dash: null },
  bleu: { colour: '#0b4f96', dash: [4, 2] },
  vert: { colour: '#1e6b2e', dash: [1, 1.5] },
  orange: { colour: '#a84300', dash: [6, 1.5, 1, 1.5] },
  noir: { colour: '#1c2530', dash: [8, 3] },
};

/** A shape that has been annotated. */
export interface AnnotatedShape {
  shape: Shape;
  annotation: Annotation;
}

/** An annotation that says nothing yet. */
export const PLAIN_ANNOTATION: Annotation = { ink: 'violet', note: '', isText: false };

/** Annotated shapes as text for a link, positions to 10^-7 degree (1 cm). */
export function annotationsToText(annotated: readonly AnnotatedShape[]): string {
  return JSON.stringify(
    annotated.map(({ shape: { name, geometry }, annotation: { ink, note, isText } }) => [
      name,
      geometry.type,
      roundPositions(geometry.coordinates),
      ink,
      ...(note || isText ? [note] : []),
      ...(isText ? [1] : []),
    ]),
  );
}

/** What `annotationsToText` wrote; null for a text that it did not write. */
export function textToAnnotations(text: string): AnnotatedShape[] | null {
  const list = parsed(text);
  if (!Array.isArray(list)) return null;
  const read = list.map((item): AnnotatedShape | null => {
    if (!Array.isArray(item)) return null;
    const [name, type, coordinates, ink, note = '', isText = 0] = item as unknown[];
    const own = INKS.find((candidate) => candidate === ink);
    const geometry = { type, coordinates };
    if (typeof name !== 'string' || name === '' || !own || typeof note !== 'string') return null;
    if (!isShapeGeometry(geometry)) return null;
    return { shape: { name, geometry }, annotation: { ink: own, note, isText: isText === 1 } };
  });
  return read.every((item) => item !== null) ? read : null;
}

/** Whether a value is a geometry of GeoJSON that a shape may have: its type, lists as deep as that type has them, of finite numbers. */
export function isShapeGeometry(value: unknown): value is ShapeGeometry {
  const { type, coordinates } = (value ?? {}) as { type: unknown; coordinates: unknown };
  const depth = typeof type === 'string' ? DEPTHS[type] : undefined;
  return depth !== undefined && isNested(coordinates, depth);
}

const DEPTHS: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.length > 0 && value.every((item) => isNested(item, depth - 1));
  const isPosition = value.length >= 2 && value.every((own) => Number.isFinite(own));
  return isPosition && Math.abs(value[0]) <= 180 && Math.abs(value[1]) <= 90;
}

type Nested = number | readonly Nested[];

function roundPositions(value: Nested): Nested {
  return typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value.map(roundPositions);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A link that was cut or written by hand: who asked says that it cannot be read.
    return null;
  }
}
