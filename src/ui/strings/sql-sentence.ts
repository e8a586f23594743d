import type { ErrorContext } from '../../domain/errors.ts';
import { formatNumber } from './format.ts';

/** What is wrong with a SQL statement, by the `reason` of an `sql-invalid` error, with its place when it has one. */
export function sqlSentence(context: ErrorContext): string {
  const { line, column } = context;
  const place = line && column ? ` (ligne ${line}, colonne ${column})` : '';
  const sentence = SENTENCES[String(context.reason)] ?? SENTENCES.other;
  return `${(sentence as Sentence)(context)}${place}.`;
}

type Sentence = (context: ErrorContext) => string;

const SENTENCES: Record<string, Sentence> = {
  empty: () => 'La requête est vide',
  unclosed: ({ word }) => `Ce texte, ce nom ou ce commentaire n’est pas refermé : ${word}`,
  'many-statements': ({ word }) =>
    `Une seule requête à la fois : « ${word} » en commence une autre après le point-virgule`,
  'too-deep': () => 'Trop de parenthèses sont les unes dans les autres (200 au plus)',
  'not-read-only': ({ word }) =>
    `« ${word} » n’est pas permis : une requête lit les couches (SELECT, WITH, FROM, VALUES, EXPLAIN, DESCRIBE, SUMMARIZE, SHOW TABLES) et n’écrit ni ne règle rien`,
  'forbidden-function': ({ word }) =>
    `La fonction « ${word} » lit des fichiers, le réseau ou les réglages : elle n’est pas permise`,
  file: ({ word }) =>
    `Une requête ne lit que les couches du catalogue, pas de fichier${word ? ` : ${word}` : ''}`,
  'internal-name': ({ word }) => `Le nom « ${word} » est réservé au moteur`,
  syntax: ({ word }) =>
    word
      ? `Erreur de syntaxe près de « ${word} »`
      : 'Erreur de syntaxe : la requête est incomplète',
  'table-unknown': ({ word, nearest }) => `La couche « ${word} » n’existe pas${suggest(nearest)}`,
  'column-unknown': ({ word, nearest }) => `La colonne « ${word} » n’existe pas${suggest(nearest)}`,
  'function-unknown': ({ word, nearest }) =>
    `La fonction « ${word} » n’existe pas${suggest(nearest)}`,
  arguments: ({ word, nearest }) =>
    `La fonction « ${word} » n’accepte pas ces arguments${nearest ? ` ; elle s’écrit ${nearest}` : ''}`,
  parameter: ({ word }) => `« ${word} » n’a pas de valeur : écrivez la valeur à sa place`,
  ambiguous: ({ word }) =>
    `La colonne « ${word} » est dans plusieurs couches : écrivez le nom de la couche devant`,
  grouping: ({ word }) =>
    `La colonne « ${word} » doit être dans GROUP BY, ou dans une fonction d’agrégation comme count, sum ou min`,
  type: ({ word }) =>
    `Une valeur n’est pas du type qu’il faut${word ? ` près de « ${word} »` : ''}`,
  distance: ({ value }) =>
    `La distance de ST_DWithin est un nombre de mètres entre 0 et 50 000${value === undefined ? '' : `, pas « ${value} »`}`,
  mode: ({ value }) =>
    `Le mode de déplacement est foot (à pied), bike (à vélo) ou car (en voiture)${value === undefined ? '' : `, pas « ${value} »`}`,
  minutes: ({ value }) =>
    `La durée d’un trajet est un nombre de minutes de plus de 0 et de 120 au plus${value === undefined ? '' : `, pas « ${value} »`}`,
  geometry: ({ detail }) =>
    `Une valeur donnée comme géométrie n’en est pas une${detail ? ` (${detail})` : ''} : un texte se convertit par ST_GeomFromText`,
  'crs-unknown': ({ value }) =>
    `Le système de coordonnées « ${value ?? ''} » n’est pas reconnu : utilisez 4326 (degrés), 2154 (Lambert-93), 3942 à 3950 (CC42 à CC50), ou 5490, 2972, 2975, 4471 (outre-mer)`,
  'nested-loop': ({ pairs }) =>
    `Cette jointure comparerait ${typeof pairs === 'number' ? `${formatNumber(pairs)} couples` : 'trop de couples'} de géométries un à un : écrivez-la « FROM a JOIN b ON ST_Intersects(a.geom, b.geom) », sans OR autour et avec le nom de chaque couche devant geom, pour qu’elle passe par l’index`,
  other: () => 'La requête n’a pas pu être exécutée',
};

function suggest(nearest: ErrorContext[string] | undefined): string {
  return nearest ? ` ; peut-être « ${nearest} »` : '';
}
