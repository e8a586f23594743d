// Data table: sentences of the hand-out of a session. No-break spaces before : ; » ? and after «.
import { formatNumber } from './format.ts';

/** Sentences of the hand-out of a session. */
export const handoutWords = {
  make: 'Dossier de séance (PDF)',
  reading: (done: number, count: number) => `Préparation du point ${done + 1} sur ${count}…`,
  drawing: (done: number, count: number) =>
    done < count ? `Mise en page du point ${done + 1} sur ${count}…` : 'Écriture du fichier…',
  cancel: 'Annuler',
  done: (name: string) => `Dossier enregistré : ${name}.`,
  commune: (name: string) => (name ? `Commune : ${name}` : 'Commune du point'),
  answer: 'Réponse à la question',
  chosen: 'Objet choisi',
  found: (count: number, noun: readonly [string, string], outOf: number) =>
    `${formatNumber(count, 0)} ${count < 2 ? noun[0] : noun[1]} sur ${formatNumber(outOf, 0)}.`,
  noAnswer: 'La question de cette carte n’a pas reçu de réponse.',
};
