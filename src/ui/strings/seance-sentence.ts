import type { ErrorContext } from '../../domain/errors.ts';
import type { ErrorSentence } from './error-sentences.ts';

/** What a reader is told of a session that is not there (`id`), or that cannot be read (`reason`). */
export function seanceSentence({ id, reason, item, path }: ErrorContext): ErrorSentence {
  const where = item ? `, au point ${item}` : '';
  const at = path ? ` (« ${path} »)` : '';
  return {
    title: id
      ? `La séance « ${id} » n’est pas sur ce site.`
      : (TITLES[String(reason)] ?? `La séance est mal formée${where}${at}.`),
    still: 'La carte et les autres séances restent utilisables.',
    todo: TODO[String(id ? 'id' : reason)] ?? 'Demandez à son auteur de l’enregistrer de nouveau.',
  };
}

const TITLES: Record<string, string> = {
  json: 'Ce fichier n’a pas pu être lu : il est vide, abîmé ou incomplet.',
  kind: 'Ce fichier ne contient pas de séance.',
  size: 'Ce fichier est trop gros pour être une séance.',
  version: 'Cette séance a été écrite par une version plus récente de l’atlas.',
  index: 'La liste des séances est mal formée.',
  network: 'Les séances du site ne répondent pas.',
};

const TODO: Record<string, string> = {
  id: 'Ouvrez-la depuis son fichier, ou demandez au service SIG de la publier.',
  kind: 'Choisissez un fichier « .seance.json ».',
  number: 'Deux points portent le même numéro : changez l’un des deux.',
  version: 'Rechargez la page pour prendre la dernière version de l’atlas, puis rouvrez la séance.',
  index: 'Prévenez le service SIG.',
  network: 'Vérifiez la connexion puis réessayez, ou ouvrez la séance depuis son fichier.',
};
