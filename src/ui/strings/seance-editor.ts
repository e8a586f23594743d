// Data table: sentences of the editor of sessions. No-break spaces before : ; » ? and after «.
import type { SeanceFault } from '../../domain/check-seance.ts';
import { formatCount } from './format.ts';

/** Sentences of the editor of sessions. */
export const seanceEditor = {
  own: {
    title: 'Mes séances',
    hint: 'Gardées dans ce navigateur, sur ce poste. Enregistrez-les dans un fichier pour les partager.',
    none: 'Aucune pour l’instant.',
    create: 'Nouvelle séance',
    load: 'Modifier un fichier',
    remove: 'Supprimer',
    removed: (title: string) => `« ${title} » est supprimée.`,
    restore: 'La rétablir',
    unread: (count: number) =>
      `${formatCount(count, ['séance', 'séances'])} de ce navigateur ne se lisent pas avec cette version de l’atlas : elles restent en place.`,
    copyOf: 'copie d’une séance du site',
    untitled: 'Séance sans titre',
    changed: (when: string) => `modifiée le ${when}`,
    noSession: 'Ce fichier ne contient pas de séance : rien n’a été repris.',
    lost: (count: number) =>
      count === 1
        ? 'Une partie du fichier n’a pas pu être reprise. Elle est citée ici pour que rien ne se perde :'
        : `${count} parties du fichier n’ont pas pu être reprises. Elles sont citées ici pour que rien ne se perde :`,
    dismiss: 'J’ai lu',
  },
  editCopy: 'Modifier une copie',
  copyTitle: (title: string) => `${title} (copie)`,
  back: 'Toutes les séances',
  backToAgenda: 'Ordre du jour',
  undo: 'Annuler',
  redo: 'Rétablir',
  saved: 'Enregistré dans ce navigateur',
  notSaved: 'Non enregistré',
  duplicate: 'Dupliquer',
  save: 'Enregistrer le fichier',
  present: 'Présenter',
  revert: 'Revenir à la version du site',
  copyOf:
    'Copie d’une séance du site : vos changements restent ici, la version publiée ne change pas.',
  conflict: {
    title: 'Cette séance a été modifiée dans un autre onglet.',
    body: 'Rien n’est écrasé tant que vous n’avez pas choisi.',
    theirs: 'Prendre l’autre version',
    mine: 'Garder celle-ci',
  },
  session: {
    label: 'La séance',
    title: 'Titre',
    assembly: 'Assemblée',
    assemblyHelp: 'Conseil communautaire, Bureau, Commission aménagement…',
    date: 'Date',
    dateHelp: 'Laissez vide tant qu’elle n’est pas fixée.',
    id: 'Nom du fichier',
    idHelp: 'Minuscules, chiffres et tirets.',
  },
  agenda: {
    title: 'Ordre du jour',
    hint: 'Alt + ↑ ou ↓ déplace le point choisi.',
    add: 'Ajouter un point',
    untitled: 'Point sans titre',
    up: (number: string) => `Monter le point ${number}`,
    down: (number: string) => `Descendre le point ${number}`,
    duplicate: (number: string) => `Dupliquer le point ${number}`,
    remove: (number: string) => `Supprimer le point ${number}`,
    moved: (number: string, place: number) => `Point ${number}, en position ${place}.`,
    faults: (count: number) => `${formatCount(count, ['correction', 'corrections'])} à faire`,
  },
  item: {
    label: (number: string) => `Point ${number}`,
    number: 'Numéro',
    title: 'Titre',
    rapporteur: 'Rapporteur',
    rapporteurHelp: 'La fonction, jamais le nom : « Vice-présidence en charge de la GEMAPI ».',
    text: 'Texte',
    textHelp: 'Une ligne vide sépare les paragraphes.',
    notes: 'Notes de l’orateur',
    notesHelp: 'Dans la seconde fenêtre seulement, jamais projetées.',
    decision: 'Décision',
    decisionHelp: 'Ce qui est demandé à l’assemblée, ou ce qu’elle a décidé.',
    source: 'Source',
    sourceHelp: 'Documents et lignes ou pages.',
    previous: 'Point précédent',
    next: 'Point suivant',
  },
  figures: {
    title: 'Chiffres',
    add: 'Ajouter un chiffre',
    label: 'Libellé',
    value: 'Valeur',
    unit: 'Unité',
    source: 'Source',
    remove: (label: string) => `Retirer le chiffre « ${label} »`,
  },
  amount: {
    title: 'Montant et financement',
    add: 'Ajouter un montant',
    eur: 'Montant (€)',
    pays: 'Ce qu’il paie',
    funding: 'Qui finance',
    addPart: 'Ajouter un financeur',
    who: 'Financeur',
    part: 'Part (€)',
    removePart: (who: string) => `Retirer le financeur « ${who} »`,
    remove: 'Retirer le montant',
  },
  scene: {
    title: 'Carte du point',
    take: 'Prendre la vue actuelle de la carte',
    taken: 'La vue de la carte est prise.',
    show: 'Montrer sur la carte',
    present: 'Présenter ce point',
    layers: 'Couches, de haut en bas',
    addLayer: 'Ajouter une couche…',
    role: (title: string) => `Quand montrer « ${title} »`,
    roles: { always: 'Toujours', before: 'Avant', after: 'Après' },
    opacity: (title: string) => `Opacité de « ${title} »`,
    up: (title: string) => `Monter « ${title} »`,
    remove: (title: string) => `Retirer « ${title} »`,
    before: 'Libellé « avant »',
    after: 'Libellé « après »',
    question: 'Question posée',
    noQuestion: 'Aucune',
    ownQuestion: 'Celle de la scène',
    mapQuestion: 'Celle de la carte',
    commune: 'Commune entourée',
    noCommune: 'Aucune',
    figure: 'Chiffre des communes',
    noFigure: 'Aucun',
    selection: (layer: string, key: string) => `Objet choisi : ${layer}, ${key}`,
    noSelection: 'Retirer l’objet choisi',
  },
  faults: (count: number) =>
    count === 1
      ? 'Une correction est à faire avant de publier cette séance.'
      : `${count} corrections sont à faire avant de publier cette séance.`,
  ready: 'Prête : le fichier se range dans data/seances.',
};

/** What is wrong with a field, and what to do. */
export function seanceFaultSentence({ kind, layer }: SeanceFault): string {
  if (kind === 'scene' && layer) {
    return `La couche « ${layer} » n’est pas dans le catalogue : retirez-la, ou changez la question.`;
  }
  return SENTENCES[kind];
}

const SENTENCES: Record<SeanceFault['kind'], string> = {
  empty: 'À remplir.',
  id: 'Des minuscules sans accent, des chiffres et des tirets, rien d’autre.',
  number: 'Un numéro comme 3 ou 3.1.',
  'same-number': 'Un autre point porte déjà ce numéro.',
  'no-number': 'Écrivez un nombre.',
  commune: 'Choisissez une commune de la liste.',
  'no-items': 'Une séance a au moins un point.',
  scene: 'La question de la scène ne peut pas être posée à ce catalogue : choisissez-en une autre.',
  'no-source': 'Sans source, ce chiffre ou ce point ne pourra pas être vérifié.',
  name: 'Cela ressemble à un nom : écrivez la fonction.',
  'over-funded': 'Les parts dépassent le montant : vérifiez-les.',
  'no-layers': 'Aucune couche : la carte sera vide.',
};
