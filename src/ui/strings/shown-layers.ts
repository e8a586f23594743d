import type { Progress } from '../../domain/progress.ts';
import { formatBytes, formatShare } from './format.ts';

/** Sentences of the list of layers that are shown. */
export const shownLayers = {
  hideAll: 'Tout masquer',
  restore: 'Revenir aux couches d’avant',
  restored: 'Les couches d’avant sont de nouveau affichées.',
  allHidden: 'Toutes les couches sont masquées.',
  alone: (title: string) => `Seule la couche ${title} est affichée.`,
  removed: (title: string) => `Couche ${title} enlevée.`,
  veil: (title: string) => `Masquer la couche ${title} sans l’enlever`,
  unveil: (title: string) => `Montrer de nouveau la couche ${title}`,
  veiled: 'masquée',
  remove: (title: string) => `Enlever la couche ${title}`,
  details: (title: string) => `Réglages de la couche ${title}`,
  only: 'Ne montrer qu’elle',
  sheet: 'Fiche',
  progress: ({ done, total }: Progress) =>
    `${formatBytes(done)} sur ${formatBytes(total)}, ${formatShare(total > 0 ? done / total : 1, 0)}`,
  stop: 'Arrêter',
  stopped: 'Chargement arrêté.',
  resume: 'Reprendre',
  tooFar: 'Pas encore visible à cette échelle.',
  zoomIn: 'Zoomer',
};
