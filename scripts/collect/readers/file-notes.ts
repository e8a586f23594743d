import { countOf } from '../../french-counts.ts';
import type { RecipeLayer } from '../recipe.ts';
import type { MakeJob } from '../source-reader.ts';
import { fileName } from './file-requests.ts';

/** Of the files of a source that are not there, or of a source that nobody named for this territory. */
export function absentNotes({ parts }: Pick<MakeJob, 'parts'>, file: string): string[] {
  if (parts.length === 0) {
    return [
      'Aucun jeu de données n’est connu pour ce territoire : ajoutez-le à la recette (options, « slugs »).',
    ];
  }
  return parts
    .filter((part) => fileName(part) === file && part.path === null)
    .map(({ subject }) => `La source n’a pas de fichier pour ${subject}.`);
}

/** Of rows of which nothing says whether they are the territory's. */
export function placelessNote(count: number, { keep }: RecipeLayer): string {
  const lacking =
    keep.by === 'commune' ? `code de commune (${keep.field})` : 'coordonnées lisibles';
  return `${countOf(count, 'ligne', 'lignes')} sans ${lacking} : impossible de savoir si le territoire est concerné, non prises.`;
}

/** Of rows that went into another one. */
export function mergedNote(count: number, field: string): string {
  return `${countOf(count, 'ligne répète', 'lignes répètent')} un « ${field} » déjà lu : réunies en un seul objet.`;
}
