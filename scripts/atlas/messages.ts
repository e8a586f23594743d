import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumber,
} from '../../src/ui/strings/format.ts';
import { optionSentence } from '../option-sentence.ts';
import type { UsageFault } from './arguments.ts';

/** French sentences of the command that makes the atlas of the communes. */

/** How the command is called. */
export const USAGE = `Faire l’atlas des communes, un PDF :
  npm run atlas [-- --couches zone_urba,zae] [--echelle 25000] [--format A4|A3] [--listes] [--data DOSSIER] [--sortie FICHIER]
--couches : identifiants des couches des cartes, celle du dessus d’abord ; par défaut, celles des pages des communes.
--echelle : la même pour toutes les cartes ; par défaut, la plus grande qui montre chaque commune en entier.
--format : A4 (portrait), le format habituel, ou A3 (paysage). --listes ajoute les lots, projets, décisions… ligne à ligne.
DOSSIER contient catalogue.json et les couches ; par défaut, public. FICHIER, par défaut : DOSSIER/communes/atlas.pdf.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'stray':
      return `« ${fault.word} » n’est pas attendu ici.\n\n${USAGE}`;
    case 'bad-scale':
      return `« ${fault.value} » n’est pas une échelle : donnez un nombre de 1000 à 500000, par exemple --echelle 25000.`;
    case 'bad-format':
      return `Le format « ${fault.value} » n’existe pas : l’atlas se fait en A4 ou en A3.`;
  }
}

/** What is said where there are no communes. */
export const NO_COMMUNES = 'Aucune commune : la couche « communes » est vide.';

/** Progress while maps are drawn. */
export const drawingLine = (done: number, total: number): string =>
  `Atlas : ${done} communes sur ${total}`;

/** What is said of communes that a chosen scale does not show whole. */
export function cutSentence(names: readonly string[], scale: number): string {
  const [exceed, its, figures] =
    names.length > 1 ? ['dépassent', 'leur', 'leurs chiffres'] : ['dépasse', 'sa', 'ses chiffres'];
  return `À l’échelle 1:${formatNumber(scale, 0)}, ${names.join(', ')} ${exceed} le cadre de ${its} carte ; ${figures} sont entiers.`;
}

/** What is said of layers that are not drawn at such a scale. */
export const notDrawnSentence = (titles: readonly string[], scale: number): string =>
  `À l’échelle 1:${formatNumber(scale, 0)}, rien n’est dessiné de : ${titles.join(', ')}. Donnez une échelle plus grande par --echelle.`;

/** What was written. */
export function doneSentence(
  path: string,
  {
    pages,
    communes,
    bytes,
    elapsedMs,
  }: Record<'pages' | 'communes' | 'bytes' | 'elapsedMs', number>,
): string {
  return `${path} : ${formatCount(communes, ['commune', 'communes'])}, ${formatCount(pages, ['page', 'pages'])}, ${formatBytes(bytes)}, en ${formatDuration(elapsedMs)}.`;
}
