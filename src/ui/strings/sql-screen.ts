import type { CatalogueColumnName } from '../../sql/catalogue-table.ts';
import { formatCount, formatDuration, formatNumber } from './format.ts';

const PAIR = ['couple', 'couples'] as const;

/** What the SQL screen says. */
export const sqlScreen = {
  title: 'Interroger en SQL',
  loading: 'Ouverture de l’éditeur SQL…',
  intro:
    'Chaque couche est une table, avec sa géométrie dans la colonne geom, en mètres. Une requête ne fait que lire.',
  label: 'Requête SQL',
  placeholder:
    'SELECT count(*), sum(ST_Area(p.geom))\nFROM parcelles p JOIN zae z ON ST_Intersects(p.geom, z.geom)',
  run: 'Exécuter',
  keys: 'Ctrl + Entrée',
  stop: 'Arrêter',
  asked: 'Requête envoyée',
  showPlace: 'Montrer l’endroit',
  layers: 'Tables et colonnes',
  read: (table: string) => `Lire la table ${table}`,
  geometry: 'géométrie, en mètres',
  catalogue: 'Les couches elles-mêmes',
  catalogueColumns: {
    id: 'nom de la table',
    titre: 'titre',
    resume: 'ce que contient la couche',
    theme: 'thème',
    producteur: 'producteur',
    service: 'service qui la rafraîchit',
    date: 'date des données',
    maintenance: 'fréquence de mise à jour (code ISO 19115)',
    licence: 'licence',
    standard: 'modèle de données officiel',
    crs: 'système de coordonnées d’origine',
    provenance: 'provenance',
    qualite: 'qualité',
    geometrie: 'point, line ou polygon',
    champs: 'nombre de champs',
    entites: 'nombre d’objets',
    octets: 'taille du fichier, en octets',
    simule: 'géométrie simulée',
  } satisfies Record<CatalogueColumnName, string>,
  functions: 'Fonctions géographiques',
  rows: (count: number, elapsedMs: number) =>
    `${formatCount(count, ['ligne', 'lignes'])}, en ${formatDuration(elapsedMs)}`,
  versions: (versions: Record<string, string>) =>
    `Couches lues : ${Object.entries(versions)
      .map(([layer, version]) => `${layer} (version ${version})`)
      .join(', ')}`,
  join: (aliases: readonly [string, string], pairs: number) =>
    `Jointure de ${aliases[0]} et ${aliases[1]} par l’index : ${formatCount(pairs, PAIR)}`,
  notices: {
    'nested-loop':
      'Une jointure géographique n’est pas passée par l’index : la requête compare chaque couple d’objets',
    plain:
      'La requête a été exécutée telle quelle : ses jointures géographiques, s’il y en a, ne passent pas par l’index',
  },
  result: 'Résultat de la requête',
  noRow: 'La requête ne donne aucune ligne.',
  reading: 'Lecture du résultat…',
  geometryKinds: {
    1: 'point',
    2: 'ligne',
    3: 'polygone',
    4: 'points',
    5: 'lignes',
    6: 'polygones',
    7: 'collection',
  } as Record<number, string>,
  bytes: (length: number) => `${formatNumber(length, 0)} octets`,
};
