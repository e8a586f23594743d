import type { Severity } from '../issue.ts';

/** Words of the layer that shows issues on the map. */
export const issueLayer = {
  title: 'Signalements du contrôle',
  producer: 'Contrôle avant publication',
  noun: ['signalement', 'signalements'] as [string, string],
  lineage: 'Contrôle du fichier avant publication.',
  fields: {
    message: 'Constat',
    niveau: 'Gravité',
    regle: 'Règle',
    objet: 'Objet',
    correction: 'Correction possible',
    couche: 'Couche',
    numero: 'Numéro',
  },
};

/** What a severity is called. */
export const SEVERITY_NAMES: Record<Severity, string> = {
  error: 'erreur',
  warning: 'avertissement',
  notice: 'remarque',
};
