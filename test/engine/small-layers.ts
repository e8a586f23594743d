import type { Geometry } from 'geojson';
import { createSquare, shift } from '../geo/create-polygons.ts';
import type { SqlLayer } from './create-sql-desk.ts';

/** 5 000 points a metre apart: too many for all pairs of two such layers. */
const POINTS = Array.from(
  { length: 5000 },
  (_, i): Geometry => ({ type: 'Point', coordinates: shift([i, 0]) }),
);

const SQUARES = [0, 10, 30].map(
  (x): Geometry => ({ type: 'Polygon', coordinates: [createSquare(x, 0, 10)] }),
);

/** Layers that statements are tried on. */
export const SMALL_LAYERS: Record<string, SqlLayer> = {
  parcelles: {
    geometries: [...SQUARES, null],
    types: {
      id: 'text',
      contenance: 'integer',
      valeur: 'number',
      arpente: 'boolean',
      maj: 'date',
    },
    columns: {
      id: ['a', 'b', 'é"c', 'd'],
      contenance: [100, 200, null, 400],
      valeur: [1.5, null, 3.5, 4.5],
      arpente: [true, false, null, true],
      maj: ['2024-01-31', null, '2023-02-01', '2022-01-01'],
    },
  },
  zones_urba: {
    geometries: SQUARES,
    types: { libelle: 'text' },
    columns: { libelle: ['U', 'AU', 'N'] },
  },
  arbres: {
    geometries: POINTS,
    types: { n: 'integer' },
    columns: { n: POINTS.map((_, i) => i) },
  },
  bornes: {
    geometries: POINTS,
    types: { n: 'integer' },
    columns: { n: POINTS.map((_, i) => i) },
  },
};
