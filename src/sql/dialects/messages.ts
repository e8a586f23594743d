// Data table: the French sentences of the comments that stand above an emitted query.
import type { DialectName } from './dialect.ts';

/** What the comments above a query say. */
export const messages = {
  title: {
    postgis: 'Question d’Arpent en SQL PostGIS (PostgreSQL 14 ou plus récent, PostGIS 3).',
    duckdb: 'Question d’Arpent en SQL DuckDB (1.3 ou plus récent, extension spatial).',
    sedona:
      'Question d’Arpent en SQL Apache Sedona (1.7 ou plus récent, Spark 3.3 ou plus récent).',
  } satisfies Record<DialectName, string>,
  question: (sentence: string) => `Question : ${sentence}`,
  layers: 'Couches lues :',
  layer: (id: string, version: string, rows: number, date: string) =>
    `${id}, version ${version}, ${rows} lignes, données au ${date}`,
  loading: {
    postgis: 'Pour charger les couches (GDAL 3.5 ou plus récent) :',
    duckdb: 'Pour charger les couches :',
    sedona: 'Pour charger les couches (longitude et latitude, dans cet ordre) :',
  } satisfies Record<DialectName, string>,
  crs: (crs: string) =>
    `La colonne geom est en ${crs} : longueurs en m, surfaces en m², mesurées dans le plan.`,
  border: (width: string) =>
    `Un recouvrement plus mince que ${width} m n’est qu’un bord commun : il ne compte pas.`,
  rim: (width: string) =>
    `Une ligne qui longe un bord à moins de ${width} m peut être comptée d’un côté ou de l’autre selon le moteur.`,
  groups: (field: string) => `Le même résultat, compté par ${field}.`,
};
