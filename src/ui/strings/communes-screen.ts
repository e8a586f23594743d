import { formatCount } from './format.ts';

/** What the screen of the communes says. The spaces before : ; » and after « are no-break spaces. */
export const communesScreen = {
  intro:
    'Une page par commune : ses chiffres et leur rang, sa carte, ses projets, les sources. Elle se lit sans attendre et s’imprime sur une feuille.',
  all: 'Toutes les communes',
  compare: 'Comparer deux communes',
  filter: 'Chercher une commune',
  count: (count: number) => formatCount(count, ['commune', 'communes']),
  none: (text: string) => `Aucune commune ne s’appelle « ${text} ».`,
  loading: 'Lecture des communes…',
  onMap: (name: string) => `Montrer ${name} sur la carte`,
  page: 'Page de la commune',
  missing:
    'Ce site n’a pas encore de pages de communes. L’équipe SIG les fait avec la commande « npm run pages », puis publie le dossier.',
};
