import { CRS_NAMES } from '../../domain/nomenclature/metric-crs.ts';
import type { ExportCrs, ExportStep } from '../../export/export-content.ts';
import type { ExportFormatName } from '../../export/formats.ts';
import { formatCount, formatNumber } from './format.ts';

/** A format of the menu: one of data, or the report. */
export type ExportChoice = ExportFormatName | 'pdf';

/** The French sentences of taking a table away. */
export const exportsText = {
  button: 'Exporter',
  title: 'Exporter',
  close: 'Fermer',
  format: 'Format',
  groups: { tables: 'Tableur', gis: 'Cartographie', document: 'Document' },
  names: {
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    geojson: 'GeoJSON',
    gpkg: 'GeoPackage',
    shp: 'Shapefile',
    parquet: 'GeoParquet',
    kml: 'KML',
    pdf: 'Rapport PDF',
  } satisfies Record<ExportChoice, string>,
  purposes: {
    csv: 'Tableau de texte, point-virgule et virgule décimale, sans géométrie.',
    xlsx: 'Classeur avec ses sources dans une feuille, sans géométrie.',
    geojson: 'Pour une carte sur le web ou un script.',
    gpkg: 'Pour QGIS et ArcGIS : types, noms et accents gardés. Le choix sûr.',
    shp: 'Pour un logiciel qui ne lit rien d’autre : noms et textes coupés.',
    parquet: 'Pour l’analyse de grands tableaux (DuckDB, Python, R).',
    kml: 'Pour Google Earth.',
    pdf: 'Carte à l’échelle, graphiques, tableau, critères et sources, sur A4.',
  } satisfies Record<ExportChoice, string>,
  fetched: (megabytes: number) => `${megabytes}\u00a0Mo à télécharger la première fois`,
  crs: 'Système de coordonnées',
  crsName: (crs: ExportCrs) =>
    crs === 'EPSG:4326' ? 'WGS 84 (degrés)' : `${CRS_NAMES[crs]} (mètres)`,
  rows: 'Lignes',
  allRows: (count: number) =>
    count < 2 ? formatCount(count, LINES) : `Les ${formatCount(count, LINES)}`,
  keptRows: (kept: number, count: number) =>
    `${formatNumber(kept, 0)} sur ${formatNumber(count, 0)}, ${kept < 2 ? 'gardée' : 'gardées'} par les filtres`,
  columns: 'Colonnes',
  allColumns: (count: number) => `Toutes (${formatNumber(count, 0)})`,
  shownColumns: (shown: number, count: number) =>
    `${formatNumber(shown, 0)} sur ${formatNumber(count, 0)}, ${shown < 2 ? 'celle' : 'celles'} du tableau`,
  page: 'Page',
  orientations: { portrait: 'A4 en hauteur', landscape: 'A4 en largeur' },
  start: (name: string) => `Exporter en ${name}`,
  startReport: 'Faire le rapport',
  cancel: 'Annuler l’export',
  steps: {
    rows: 'Lecture des lignes…',
    library: 'Chargement de la bibliothèque GDAL, puis écriture…',
    map: 'Dessin de la carte à l’échelle…',
    file: 'Écriture du fichier…',
  } satisfies Record<ExportStep, string>,
  done: (name: string, count: number) =>
    `« ${name} » est enregistré, avec ${formatCount(count, LINES)}.`,
  shareOf: (whole: string) => `des ${whole} de la couche`,
  remarks: 'À savoir sur ce fichier',
  noGeometry:
    'Ce tableau n’a pas de géométrie : seuls les tableurs et le rapport peuvent le recevoir.',
};

const LINES = ['ligne', 'lignes'] as const;
