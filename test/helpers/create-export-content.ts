import type { Geometry } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';
import type { ExportColumn, ExportContent } from '../../src/export/export-content.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';

/** Columns of every type. */
export const EXPORT_COLUMNS: ExportColumn[] = [
  { name: 'id', label: 'Identifiant', type: 'text' },
  { name: 'contenance', label: 'Contenance cadastrale', type: 'integer', unit: 'm²' },
  { name: 'distance_1_m', label: 'Distance', type: 'number', unit: 'm' },
  { name: 'batie', label: 'Bâtie', type: 'boolean' },
  { name: 'approbation', label: 'Date d’approbation', type: 'date' },
  { name: 'commentaire', label: 'Commentaire', type: 'text' },
];

/** Rows that are hard to write: codes, accents, quotes, line ends, emoji, nothing at all, formulas. */
export const HARD_ROWS: Value[][] = [
  ['59350000AB0012', 1234, 12.5, true, '2024-02-29', 'Éléphant « œuvre » à l’Île'],
  ['00000000000001', -3, -0.25, false, '1987-12-31', 'dit "oui"; puis\nnon, à 10 %'],
  ['59350000AB0013', 0, 1e-9, null, null, '🏡 maison 👩‍🌾'],
  [null, null, null, null, null, null],
  ['=1+1', 2147483648, 123456789.123456, true, '2000-01-01', '@SUM(A1)'],
];

/** A square with a hole, two squares, a square, nothing, a square: degrees near Valenciennes. */
export const POLYGONS: (Geometry | null)[] = [
  {
    type: 'Polygon',
    coordinates: [square(3.5, 50.35, 0.01), square(3.502, 50.352, 0.002).reverse()],
  },
  {
    type: 'MultiPolygon',
    coordinates: [[square(3.55, 50.35, 0.01)], [square(3.57, 50.35, 0.01)]],
  },
  { type: 'Polygon', coordinates: [square(3.6, 50.35, 0.01)] },
  null,
  { type: 'Polygon', coordinates: [square(3.65, 50.3512345678901, 0.01)] },
];

function square(x: number, y: number, side: number): number[][] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

/** A content of hard rows; `changes` replace parts of it. */
export function createExportContent({
  shapes = POLYGONS,
  ...changes
}: Partial<ExportContent> & { shapes?: (Geometry | null)[] } = {}): ExportContent {
  return {
    name: 'arpent-parcelles',
    title: 'Parcelles à urbaniser',
    criteria: 'Parcelles de plus de 2 000 m², à moins de 100 m d’une zone inondable.',
    columns: EXPORT_COLUMNS,
    rows: HARD_ROWS,
    geometry: geometriesToColumn(shapes),
    family: 'polygon',
    key: 'id',
    metricCrs: 'EPSG:3950',
    sources: [
      {
        title: 'Parcelles',
        producer: 'DGFiP',
        licence: 'Licence Ouverte 2.0',
        date: '2024-01-01',
        version: '3f2a91c0',
      },
    ],
    notes: ['Les géométries sont simulées.'],
    link: 'https://atlas.example/#/question',
    ...changes,
  };
}
