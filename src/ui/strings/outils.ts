import type { MapTool } from '../../state/app-state.ts';

/** What each tool over the map is called: on its button, and above its panel. */
export const toolNames: Record<MapTool, { button: string; title: string }> = {
  fonds: { button: 'Fonds', title: 'Fond de plan' },
  mesure: { button: 'Mesurer', title: 'Mesurer' },
  annotations: { button: 'Annoter', title: 'Dessiner et annoter' },
  coordonnees: { button: 'Repérer', title: 'Coordonnées' },
  comparer: { button: 'Comparer', title: 'Comparer deux cartes' },
  contenu: { button: 'Décrire', title: 'Ce que montre la carte' },
};

/** The words of the bar of tools. */
export const tools = {
  label: 'Outils de la carte',
  toggle: 'Outils',
  close: 'Fermer l’outil',
  loading: 'Ouverture de l’outil…',
};
