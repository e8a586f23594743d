// Data table: words of the screen of help. No-break spaces before : ; » ? and after «.
import { formatCount } from '../format.ts';

/** Sentences of the screen of help. */
export const aide = {
  intro: 'Un guide par métier, les touches, le lexique et la méthode. Chaque page s’imprime.',
  search: 'Chercher dans l’aide',
  found: (count: number) => formatCount(count, ['passage', 'passages']),
  none: (text: string) => `Aucun passage ne contient « ${text} ».`,
  guides: 'Guides, par métier',
  references: 'Références',
  back: 'Toute l’aide',
  onPage: 'Sur cette page',
  print: 'Imprimer la page',
  unknown: 'Cette page de l’aide n’existe pas. Voici toutes les autres.',
  readOn: 'Lire dans l’aide',
  loading: 'Ouverture du passage…',
  version: (version: string) => `Arpent, version ${version}`,
  keys: {
    id: 'clavier',
    title: 'Touches du clavier',
    lead: 'Tout se fait sans souris. Sur un Mac, ⌘ prend la place de Ctrl et ⌥ celle d’Alt.',
    or: 'ou',
  },
  words: {
    id: 'lexique',
    title: 'Lexique',
    lead: 'Les mots de l’urbanisme, des mesures et des données, tels qu’Arpent les emploie.',
  },
};

/** The quiet question marks: what each says, and the passage that it opens, `page.passage`. */
export const helpHints = {
  question: { label: 'Aide : écrire une question', to: 'amenagement.question' },
  scenario: { label: 'Aide : comparer des emprises', to: 'amenagement.scenario' },
  sql: { label: 'Aide : interroger en SQL', to: 'sig.sql' },
  publish: { label: 'Aide : publier une couche', to: 'sig.publier' },
  measure: { label: 'Aide : ce que valent ces mesures', to: 'mesures.surfaces' },
  seance: { label: 'Aide : préparer une séance', to: 'elus.preparer' },
};
