// Data table: the guided first visit. No-break spaces before : ; » ? and after «.
import type { Screen } from '../../../state/app-state.ts';
import type { VisitRole } from '../../../state/visit-actions.ts';

/** One stop of the visit: what is shown, where, and what is said of it. */
export interface VisitStop {
  screen: Screen;
  /** Selector of what is shown; where it is not there, the words stand alone. */
  target: string;
  title: string;
  text: string;
}

/** Words of the visit. */
export const visite = {
  invite: 'Première visite ?',
  decline: 'Ne plus proposer la visite',
  replay: 'Faire la visite guidée',
  choose: 'Que venez-vous faire ?',
  chooseText:
    'Une visite de deux minutes, en cinq étapes. Échap la quitte à tout moment ; l’Aide la rejoue.',
  roles: {
    planner: 'Chercher des terrains, étudier un projet',
    elected: 'Préparer ou suivre une séance',
    gis: 'Publier et tenir des données',
    everyone: 'Découvrir le territoire',
  } satisfies Record<VisitRole, string>,
  place: (step: number, count: number) => `Étape ${step + 1} sur ${count}`,
  previous: 'Précédent',
  next: 'Suivant',
  end: 'Terminer',
  leave: 'Quitter la visite',
};

const MAP: VisitStop = {
  screen: 'carte',
  target: '.map',
  title: 'La carte',
  text: 'Cliquez sur un objet pour lire sa fiche. La molette, deux doigts ou + et − changent d’échelle.',
};
const SEARCH: VisitStop = {
  screen: 'carte',
  target: '.search',
  title: 'Aller quelque part',
  text: 'Une commune, une zone, un projet ou une parcelle : « AB 123 » et le nom de la commune vous y mènent.',
};
const LAYERS: VisitStop = {
  screen: 'carte',
  target: '.panel',
  title: 'Les couches, par thème',
  text: 'Dépliez un thème, cochez une couche : la carte et sa légende suivent.',
};
const QUESTION: VisitStop = {
  screen: 'question',
  target: '.panel',
  title: 'Poser une question',
  text: 'La question s’écrit comme une phrase ; le compte change à chaque condition. Des questions toutes prêtes sont en bas.',
};
const SHARE: VisitStop = {
  screen: 'carte',
  target: '.top-bar-tools',
  title: 'Emporter',
  text: 'Imprimez à l’échelle, ou copiez un lien qui rouvre exactement ce que vous voyez.',
};
const HELP: VisitStop = {
  screen: 'aide',
  target: '.panel',
  title: 'L’aide',
  text: 'Un guide par métier, les touches, le lexique. Les « ? » des écrans y mènent.',
};

/** The stops of each visit. */
export const visits: Record<VisitRole, VisitStop[]> = {
  planner: [
    SEARCH,
    QUESTION,
    {
      screen: 'scenarios',
      target: '.panel',
      title: 'Comparer des emprises',
      text: 'Deux tracés ou deux secteurs, critère par critère : ce que l’on gagne, ce que l’on perd.',
    },
    SHARE,
    HELP,
  ],
  elected: [
    {
      screen: 'communes',
      target: '.panel',
      title: 'Une page par commune',
      text: 'Ses chiffres, son rang, ses projets, leurs sources : une feuille à imprimer.',
    },
    {
      screen: 'indicateurs',
      target: '.panel',
      title: 'Les chiffres, par thème',
      text: 'Chaque chiffre dit son année, son document et sa ligne.',
    },
    {
      screen: 'seance',
      target: '.panel',
      title: 'Les séances',
      text: 'Un point après l’autre, chacun avec sa carte. « Présenter » passe en grand.',
    },
    SHARE,
    HELP,
  ],
  gis: [
    LAYERS,
    {
      screen: 'donnees',
      target: '.panel',
      title: 'Les données et leur fraîcheur',
      text: 'Les couches en retard, par service ; la fiche de chacune, ses champs et ses versions.',
    },
    {
      screen: 'publier',
      target: '.panel',
      title: 'Publier',
      text: 'Déposez un fichier : il est lu, contrôlé et décrit ici, sans quitter votre poste.',
    },
    {
      screen: 'sql',
      target: '.panel',
      title: 'Interroger en SQL',
      text: 'Chaque couche est une table. Ctrl + Entrée exécute.',
    },
    HELP,
  ],
  everyone: [MAP, SEARCH, LAYERS, SHARE, HELP],
};
