// Data table: the keys of the application, by place. No-break spaces before : ; » ? and after «.
import { SHOW_KEYS } from '../seance.ts';

/** Keys that are pressed together (`Alt + Maj + ↑`) or one or the other, and what they do. */
export type Shortcut = [keys: string[], does: string];

/** The keys of a place. */
export interface ShortcutGroup {
  id: string;
  title: string;
  shortcuts: Shortcut[];
}

/** The keys of the whole application. */
export const shortcutGroups: ShortcutGroup[] = [
  {
    id: 'partout',
    title: 'Partout',
    shortcuts: [
      [
        ['Tab', 'Maj + Tab'],
        'Aller au contrôle suivant, au précédent. Le premier est « Aller à la carte »',
      ],
      [['Échap'], 'Fermer ce qui est ouvert : liste, dialogue, outil, fiche'],
      [['Entrée', 'Espace'], 'Actionner le bouton, cocher la case'],
    ],
  },
  {
    id: 'carte',
    title: 'Carte, quand elle a le focus',
    shortcuts: [
      [['←', '→', '↑', '↓'], 'Déplacer la carte'],
      [['+', '−'], 'Zoomer, dézoomer'],
    ],
  },
  {
    id: 'recherche',
    title: 'Recherche et listes de propositions',
    shortcuts: [
      [['↓', '↑'], 'Parcourir les propositions'],
      [['Entrée'], 'Prendre celle qui est marquée'],
      [['Échap'], 'Fermer la liste, puis effacer le texte'],
    ],
  },
  {
    id: 'question',
    title: 'Question',
    shortcuts: [
      [['Alt + Maj + ↑', 'Alt + Maj + ↓'], 'Monter, descendre la condition'],
      [['Alt + Maj + →', 'Alt + Maj + ←'], 'L’entrer dans le groupe voisin, l’en sortir'],
      [['Ctrl + Z'], 'Annuler le dernier changement'],
      [['Ctrl + Y', 'Ctrl + Maj + Z'], 'Le rétablir'],
    ],
  },
  {
    id: 'tableau',
    title: 'Tableau de la réponse',
    shortcuts: [
      [['←', '→', '↑', '↓'], 'Aller d’une case à l’autre'],
      [['Page préc.', 'Page suiv.'], 'Une page plus haut, plus bas'],
      [['Début', 'Fin'], 'Première, dernière colonne'],
      [['Ctrl + Début', 'Ctrl + Fin'], 'Première, dernière ligne'],
      [['Entrée', 'Espace'], 'Montrer la ligne sur la carte'],
      [['Alt + ↓'], 'Sur un en-tête : ouvrir le menu de la colonne'],
    ],
  },
  {
    id: 'dessin',
    title: 'Dessin sur la carte',
    shortcuts: [
      [['Entrée'], 'Terminer la forme'],
      [['⌫', 'Ctrl + Z'], 'Enlever le dernier point'],
      [['Échap'], 'Abandonner'],
    ],
  },
  {
    id: 'sql',
    title: 'Éditeur SQL',
    shortcuts: [
      [['Ctrl + Entrée'], 'Exécuter la requête'],
      [['Ctrl + Espace'], 'Proposer tables, champs et fonctions'],
      [['Échap', 'Tab'], 'L’une puis l’autre : sortir de l’éditeur'],
    ],
  },
  {
    id: 'ordre_du_jour',
    title: 'Ordre du jour d’une séance',
    shortcuts: [[['Alt + ↑', 'Alt + ↓'], 'Monter, descendre le point']],
  },
  { id: 'presentation', title: 'Présentation', shortcuts: SHOW_KEYS },
];
