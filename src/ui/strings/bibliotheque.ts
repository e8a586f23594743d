import { formatCount, formatMoment } from './format.ts';

/** What the library of questions says: those of the reader, and those of the territory. */
export const bibliotheque = {
  title: 'Bibliothèque de questions',
  open: (kept: number) => (kept === 0 ? 'Bibliothèque' : `Bibliothèque (${kept})`),
  back: 'Revenir à la question',
  search: 'Chercher une question',
  parts: { miennes: 'Mes questions', themes: 'Par thème', roles: 'Par métier' },
  partsLabel: 'Ce qui est montré',
  none: (text: string) => `Aucune question ne contient « ${text} ».`,
  count: (count: number) => formatCount(count, ['question', 'questions']),
  loading: 'Lecture de la bibliothèque…',
  retry: 'Réessayer',
};

/** What is said of the questions that a reader keeps. */
export const keptWords = {
  save: 'Enregistrer',
  update: (name: string) => `Mettre à jour « ${name} »`,
  saveAsNew: 'Enregistrer comme nouvelle',
  saved: (name: string) => `« ${name} » est dans « Mes questions ».`,
  current: (name: string) => `Question enregistrée : ${name}`,
  changed: 'modifiée depuis',
  name: 'Nom',
  noName: 'Donnez un nom à cette question.',
  description: 'Description (facultatif)',
  descriptionHelp: 'À quoi elle sert, pour qui, ce qu’il faut en retenir.',
  theme: 'Thème',
  noTheme: 'Aucun thème',
  confirm: 'Enregistrer',
  cancel: 'Annuler',
  empty:
    'Vous n’avez pas encore enregistré de question. Écrivez-en une, puis « Enregistrer » : elle reste dans ce navigateur, sans compte ni serveur.',
  place: 'Ces questions restent dans ce navigateur ; partagez-les en lien ou en fichier.',
  openIt: (name: string) => `Ouvrir « ${name} »`,
  when: (iso: string) => `modifiée le ${formatMoment(iso)}`,
  reopen: 'Revoir la réponse d’alors',
  reopenHelp: 'Depuis, des données ont changé : la réponse d’alors se recalcule sur les anciennes.',
  edit: 'Renommer, décrire',
  duplicate: 'Dupliquer',
  copyOf: (name: string) => `${name} (copie)`,
  share: 'Partager en fichier',
  delete: 'Supprimer',
  of: (action: string, name: string) => `${action} : ${name}`,
  deleted: (name: string) => `« ${name} » est supprimée.`,
  undo: 'Annuler la suppression',
  unread: (count: number) =>
    count === 1
      ? 'Une question enregistrée n’a pas pu être lue : elle vient d’une version plus récente de l’atlas, ou elle est abîmée. Elle est laissée telle quelle.'
      : `${count} questions enregistrées n’ont pas pu être lues : elles viennent d’une version plus récente de l’atlas, ou elles sont abîmées. Elles sont laissées telles quelles.`,
  missing: (titles: string[]) => `Couches absentes de cet atlas : ${titles.join(', ')}`,
};

/** What is said of the files of questions. */
export const fileWords = {
  open: 'Ouvrir un fichier de question',
  drop: 'Déposez ici un fichier « .arpent.json ».',
  opened: (name: string) => `Question « ${name} », ouverte depuis un fichier.`,
  foreign: (name: string) =>
    `Elle a été faite pour un autre territoire (${name}) : ses codes et ses noms peuvent n’exister que là-bas. Vérifiez chaque condition avant de la poser.`,
  mend: 'À corriger avant de la poser :',
  leftOut: (path: string) => `une condition illisible a été laissée de côté (${path})`,
  otherData: 'Ses données ont changé depuis : la réponse d’alors peut être recalculée.',
  dismiss: 'Fermer ce message',
};

/** What is said of the questions of the territory. */
export const territoryWords = {
  toForm: 'Ouvrir dans le formulaire',
  toTheme: 'Voir sur la page du thème',
  toSql: 'Ouvrir dans SQL',
  isQuestion: 'question modifiable',
  isSql: 'requête SQL',
};
