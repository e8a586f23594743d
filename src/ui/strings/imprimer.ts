import type { Orientation, Paper } from '../../paper/paper-size.ts';
import type { PrintFormat, PrintStep } from '../../paper/print-protocol.ts';
import type { SheetParts } from '../../paper/print-request.ts';
import { formatCount, formatNumber } from './format.ts';

/** The French sentences of the dialogue that prints the map. */
export const imprimer = {
  title: 'Imprimer la carte à l’échelle',
  close: 'Fermer',
  paper: 'Papier',
  papers: { A4: 'A4', A3: 'A3' } satisfies Record<Paper, string>,
  orientation: 'Orientation',
  orientations: { landscape: 'Paysage', portrait: 'Portrait' } satisfies Record<
    Orientation,
    string
  >,
  scale: 'Échelle',
  scaleOf: (scale: number) => `1:${formatNumber(scale, 0)}`,
  ownScale: 'Autre…',
  ownScaleLabel: 'Votre échelle',
  ownScaleHint: 'Par exemple 1:1 250, ou 1250.',
  scaleNonsense: (text: string) =>
    text.trim() === ''
      ? 'Écrivez une échelle, par exemple 1:1 250.'
      : `« ${text.trim()} » n’est pas une échelle. Écrivez 1:1 250, ou 1250.`,
  scaleOut: (scale: number) =>
    `1:${formatNumber(scale, 0)} ne s’imprime pas : choisissez une échelle du 1:100 au 1:1 000 000.`,
  frame: 'Cadrer',
  frameChoices: {
    view: 'Sur la vue de la carte',
    object: 'Sur l’objet choisi',
    answer: 'Sur la réponse',
    territory: 'Sur tout le territoire',
  },
  frameKept: 'Cadre actuel',
  communes: 'Sur une commune',
  move: 'Décaler le cadre',
  moves: {
    left: 'Vers l’ouest',
    right: 'Vers l’est',
    up: 'Vers le nord',
    down: 'Vers le sud',
  },
  heading: 'Titre',
  subtitle: 'Sous-titre',
  content: 'Sur la feuille',
  parts: {
    legend: 'Légende de ce qui est affiché',
    situation: 'Carte de situation',
    grid: 'Amorces Lambert-93',
  } satisfies Record<keyof SheetParts, string>,
  always:
    'Toujours imprimés : échelle et nord, sources et licences, dates, avertissements, numéro de page.',
  preview: 'Aperçu de la feuille',
  previewAlt: (paper: string, scale: string, pages: number) =>
    `Aperçu de la feuille ${paper}, au ${scale}.${pages > 1 ? ` Le document a ${pages} pages.` : ''}`,
  pages: (pages: number) =>
    pages > 1 ? `${pages} pages : la légende continue après la carte.` : 'Une page.',
  waiting: 'Préparation de l’aperçu…',
  drag: 'Glissez l’aperçu pour déplacer le cadre.',
  missingTitle: (count: number) =>
    count > 1 ? `${count} couches n’ont pas pu être lues` : 'Une couche n’a pas pu être lue',
  missing: (titles: string[]) => `${titles.join(', ')}. Le reste peut être imprimé.`,
  without: 'Imprimer sans, et l’écrire sur la feuille',
  retry: 'Relire',
  comparing: 'Comparaison de deux versions : elle ne s’imprime pas à l’échelle.',
  formats: { pdf: 'Enregistrer en PDF', png: 'Image PNG, 300 ppp' } satisfies Record<
    PrintFormat,
    string
  >,
  cancel: 'Annuler',
  step: (step: PrintStep) =>
    step.kind === 'layers'
      ? `Lecture des couches : ${step.done} sur ${step.total}`
      : step.kind === 'draw'
        ? 'Dessin du plan…'
        : 'Écriture du fichier…',
  starting: 'Préparation…',
  done: (name: string, count: number) =>
    count > 1 ? `« ${name} » et la suite sont enregistrés.` : `« ${name} » est enregistré.`,
  untitled: 'Carte du territoire',
  moreLayers: (count: number) => formatCount(count, ['autre couche', 'autres couches']),
  found: 'Objets trouvés',
  chosen: (title: string) => (title ? `Objet choisi : ${title}` : 'Objet choisi'),
  drawn: 'Formes dessinées',
  fileName: 'carte',
};
