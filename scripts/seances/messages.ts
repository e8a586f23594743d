import type { AppError } from '../../src/domain/errors.ts';
import { formatBytes } from '../../src/ui/strings/format.ts';
import { failureSentence } from '../ask/messages.ts';
import { optionSentence } from '../option-sentence.ts';
import type { OptionFault } from '../read-options.ts';

/** How the command is called. */
export const USAGE = `Publier les séances, ou faire le dossier d’une séance (PDF, une page par point) :
  npm run seances
  npm run seances -- document SEANCE [--data DOSSIER] [--sortie FICHIER]
SEANCE est l’identifiant d’une séance publiée : le nom de son fichier dans seances/, sans « .json ».
DOSSIER contient catalogue.json, les couches et seances/ ; par défaut, public. FICHIER, par défaut : SEANCE.pdf.`;

/** What is wrong with a command line. */
export type UsageFault = OptionFault | { kind: 'stray'; word: string } | { kind: 'no-seance' };

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'stray':
      return `« ${fault.word} » n’est pas attendu ici.\n\n${USAGE}`;
    case 'no-seance':
      return `Il manque l’identifiant de la séance.\n\n${USAGE}`;
    default:
      return optionSentence(fault, USAGE);
  }
}

/** French sentences of `npm run seances`. */
export const messages = {
  done: (count: number) =>
    count === 0
      ? 'Aucune séance à publier dans data/seances.'
      : `${count} ${count === 1 ? 'séance publiée' : 'séances publiées'} dans seances/.`,
  reading: (done: number, total: number) => `Cartes et réponses : ${done} points sur ${total}`,
  drawing: (done: number, total: number) => `Mise en page : ${done} points sur ${total}`,
  unanswered: (titles: readonly string[]) =>
    `Sans réponse, et la page le dit : ${titles.join(' ; ')}.`,
  written: (path: string, title: string, pages: number, bytes: number) =>
    `${path} : « ${title} », ${pages} ${pages === 1 ? 'page' : 'pages'}, ${formatBytes(bytes)}.`,
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
