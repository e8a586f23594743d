import type { Screen } from '../../state/app-state.ts';

/** What the panel of each screen is called, and what is said while its part of the program is fetched. */
export const screens: Record<Screen, { title: string; loading: string }> = {
  carte: { title: 'Couches', loading: 'Ouverture du catalogue…' },
  question: { title: 'Question', loading: 'Ouverture du formulaire…' },
  communes: { title: 'Communes', loading: 'Préparation de l’écran…' },
  scenarios: { title: 'Scénarios', loading: 'Préparation de l’écran…' },
  indicateurs: { title: 'Indicateurs', loading: 'Lecture des pages de thèmes…' },
  donnees: { title: 'Données', loading: 'Ouverture du catalogue…' },
  publier: { title: 'Publier une couche', loading: 'Préparation de l’écran…' },
  seance: { title: 'Séances', loading: 'Ouverture des séances…' },
  sql: { title: 'Interroger en SQL', loading: 'Ouverture de l’éditeur SQL…' },
  aide: { title: 'Aide', loading: 'Ouverture du guide…' },
};
