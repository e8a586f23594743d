import {
  type AnnotatedShape,
  type Annotation,
  INK_LOOKS,
  INKS,
  isShapeGeometry,
  PLAIN_ANNOTATION,
} from './annotation.ts';
import { AppError } from './errors.ts';
import type { Shape } from './shape.ts';

/**
 * Drawn shapes with their annotations as GeoJSON (RFC 7946): `nom`, `note`, `encre` and `texte` are ours, `stroke` is what other
 * software reads of the simplestyle convention.
 */
export function annotationsToGeoJson(
  drawn: readonly Shape[],
  annotations: Readonly<Record<string, Annotation>>,
): string {
  const features = drawn.map(({ name, geometry }) => {
    const { ink, note, isText } = annotations[name] ?? PLAIN_ANNOTATION;
    const stroke = INK_LOOKS[ink].colour;
    return {
      type: 'Feature',
      properties: { nom: name, note, encre: ink, texte: isText, stroke },
      geometry,
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
}

/**
 * The shapes of a GeoJSON file, ours or not: a name is taken from `nom`, `name` or `title`, else `unnamed` and a number.
 * @throws {AppError} `geometry-invalid` with `reason` `annotation-file` where it is no GeoJSON, `annotation-none` where no feature has a
 * geometry that can be drawn, `annotation-crs` where its coordinates are no degrees; `found` features of `wanted`.
 */
export function geoJsonToAnnotations(text: string, unnamed: string): AnnotatedShape[] {
  const features = featuresOf(text);
  const read = features.flatMap(({ geometry, properties }, index): AnnotatedShape[] => {
    if (!isShapeGeometry(geometry)) return [];
    const own = (properties ?? {}) as Record<string, unknown>;
    const named = [own.nom, own.name, own.title].find(
      (value) => typeof value === 'string' && value,
    );
    const name = String(named ?? `${unnamed} ${index + 1}`);
    const ink = INKS.find((candidate) => candidate === own.encre) ?? 'violet';
    const note = String(own.note ?? own.description ?? '');
    const isText = own.texte === true && geometry.type === 'Point';
    return [{ shape: { name, geometry }, annotation: { ink, note, isText } }];
  });
  if (read.length < features.length || read.length === 0) {
    const isElsewhere = read.length === 0 && features.some(({ geometry }) => geometry !== null);
    throw refused(isElsewhere ? 'annotation-crs' : 'annotation-none', read.length, features.length);
  }
  return read;
}

interface Loose {
  geometry: unknown;
  properties?: unknown;
}

function featuresOf(text: string): Loose[] {
  try {
    const file = JSON.parse(text) as { type?: unknown; features?: unknown; geometry?: unknown };
    if (file.type === 'FeatureCollection' && Array.isArray(file.features)) return file.features;
    if (file.type === 'Feature') return [file as Loose];
    if (isShapeGeometry(file)) return [{ geometry: file }];
  } catch (cause) {
    throw refused('annotation-file', 0, 0, cause);
  }
  throw refused('annotation-file', 0, 0);
}

function refused(reason: string, found: number, wanted: number, cause?: unknown): AppError {
  return new AppError(
    'geometry-invalid',
    `annotations: ${reason}`,
    { reason, found, wanted },
    cause,
  );
}
