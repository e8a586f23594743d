import type { AppError } from '../../src/domain/errors.ts';
import { failureSentence } from '../ask/messages.ts';

/** French sentences of `npm run seances`. */
export const messages = {
  done: (count: number) =>
    count === 0
      ? 'Aucune séance à publier dans data/seances.'
      : `${count} ${count === 1 ? 'séance publiée' : 'séances publiées'} dans seances/.`,
};

/** Why a session cannot be published, with its file and the item; other errors as the asking command says them. */
export function failureText(error: AppError): string {
  const { code, context } = error;
  const { source, reason, item, seen, layer } = context;
  const known = code === 'seance-invalid' ? REASONS[String(reason)] : undefined;
  const where = item ? `, point ${item}` : '';
  if (known) return `${source}${where} : ${known(String(layer ?? seen ?? ''))}.`;
  return `${code === 'seance-invalid' ? `${source} : ` : ''}${failureSentence(error)}`;
}

const REASONS: Record<string, (what: string) => string> = {
  id: (seen) => `le fichier doit porter le nom de la séance, ${seen}.json`,
  territory: (seen) => `la séance est faite pour un autre territoire (SIREN ${seen})`,
  catalogue: (layer) =>
    layer
      ? `la scène montre la couche « ${layer} », que le catalogue n’a pas ou dont il n’a pas la colonne`
      : 'la question de la scène ne peut pas être posée à ce catalogue',
  figure: (seen) => `la scène colore les communes par « ${seen} », un chiffre qui n’existe pas`,
};
