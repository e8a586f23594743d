import type { ErrorContext } from '../../domain/errors.ts';
import type { ErrorSentence } from './error-sentences.ts';

/** What a reader is told of a file that holds no question that can be opened here. */
export function questionFileSentence({ reason, path }: ErrorContext): ErrorSentence {
  return {
    title: TITLES[String(reason)] ?? `${DAMAGED}${path ? ` (à « ${path} »)` : ''}.`,
    still: 'La question en cours et vos questions enregistrées sont intactes.',
    todo:
      reason === 'version'
        ? 'Rechargez la page pour prendre la dernière version de l’atlas, puis rouvrez le fichier.'
        : 'Demandez à son auteur de la partager de nouveau depuis « Mes questions », bouton « Partager en fichier ».',
  };
}

const DAMAGED = 'La question de ce fichier est abîmée';

const TITLES: Record<string, string> = {
  json: 'Ce fichier n’a pas pu être lu : il est vide, abîmé ou incomplet.',
  kind: 'Ce fichier ne contient pas de question : on attend un fichier « .arpent.json ».',
  size: 'Ce fichier est trop gros pour être une question.',
  version: 'Ce fichier a été écrit par une version plus récente de l’atlas.',
};
