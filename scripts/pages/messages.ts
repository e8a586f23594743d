import { formatBytes, formatCount, formatDuration } from '../../src/ui/strings/format.ts';
import { failureSentence } from '../ask/messages.ts';
import { optionSentence } from '../option-sentence.ts';
import type { UsageFault } from './arguments.ts';
import type { Unanswered } from './ask-statements.ts';

/** French sentences of the command that makes the pages of the communes. */

/** How the command is called. */
export const USAGE = `Faire les pages des communes :
  npm run pages [-- --data DOSSIER]
DOSSIER contient catalogue.json, library.json et les couches ; par défaut, public. Les pages vont dans DOSSIER/communes.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'stray':
      return `« ${fault.word} » n’est pas attendu ici.\n\n${USAGE}`;
  }
}

/** Progress while figures are asked. */
export const askingLine = (done: number, total: number): string =>
  `Chiffres des communes : ${done} sur ${total}`;

/** Progress while pages are written. */
export const writingLine = (done: number, total: number): string =>
  `Pages des communes : ${done} sur ${total}`;

/** What could not be found, why, and what the pages do without it. */
export function unansweredSentence({ theme, labels, reason }: Unanswered): string {
  const names = labels.map((label) => `« ${label} »`).join(', ');
  if (reason.kind === 'failed') {
    return `Thème « ${theme} », ${names} : ${failureSentence(reason.error)} Les pages n’en disent rien.`;
  }
  const missing = reason.layers.map((id) => `« ${id} »`).join(', ');
  const [is, layers] = reason.layers.length > 1 ? ['sont', 'les couches'] : ['est', 'la couche'];
  return `Thème « ${theme} », ${names} : ${layers} ${missing} n’y ${is} pas ; les pages n’en disent rien.`;
}

/** What is said where a library has nothing of communes. */
export const NO_FIGURES =
  'La bibliothèque ne dit rien des communes : ajoutez des fichiers à data/communes, puis reconstruisez library.json.';

/** What was written. */
export function doneSentence(pages: number, bytes: number, elapsedMs: number): string {
  return `${formatCount(pages, ['page de commune', 'pages de communes'])}, ${formatBytes(bytes)}, en ${formatDuration(elapsedMs)}.`;
}

/** What was taken away. */
export const removedSentence = (files: number): string =>
  `${formatCount(files, ['fichier retiré', 'fichiers retirés'])} : ces communes ne sont plus dans la couche.`;
