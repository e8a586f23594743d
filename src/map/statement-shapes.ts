import type { FeatureCollection } from 'geojson';
import type { SqlShapes } from '../engine/protocol.ts';
import { rowToGeometry } from '../geo/to-geojson.ts';
import type { AppState, SqlMap } from '../state/app-state.ts';
import type { AnswerShapes } from './highlights.ts';

/** The rows of a statement that the map shows: on the SQL screen they stand in the place of the answer. */
export function statementShapes({ screen, sqlMap }: AppState): AnswerShapes | null {
  if (screen !== 'sql' || !sqlMap) return null;
  const { shapes } = sqlMap;
  const known = shapesOf.get(shapes);
  if (known) return known;
  const rows = Uint32Array.from({ length: shapes.geometry.length }, (_, row) => row);
  serial += 1;
  const kept = { geometry: shapes.geometry, rows, columns: {} };
  const made = { id: `statement-${serial}`, kept, all: null };
  shapesOf.set(shapes, made);
  return made;
}

const shapesOf = new WeakMap<SqlShapes, AnswerShapes>();
let serial = 0;

/** The chosen row of a statement as a feature, or none. */
export function chosenRow({ shapes, chosen }: SqlMap): FeatureCollection {
  const geometry = chosen === null ? null : rowToGeometry(shapes.geometry, chosen);
  return {
    type: 'FeatureCollection',
    features: geometry ? [{ type: 'Feature', geometry, properties: {} }] : [],
  };
}
