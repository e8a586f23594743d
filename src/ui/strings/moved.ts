import { formatCount, formatMoment } from './format.ts';

/** What is said of a link whose data have moved on. */
export const moved = {
  title: 'Les données ont changé depuis ce lien',
  asOf: (iso: string | null) => (iso ? `Réponse du ${formatMoment(iso)}` : 'Réponse du lien'),
  now: 'Données actuelles',
  keepThen: (iso: string | null) =>
    iso ? `Garder la réponse du ${formatMoment(iso)}` : 'Garder la réponse du lien',
  backToThen: (iso: string | null) =>
    iso ? `Revenir à la réponse du ${formatMoment(iso)}` : 'Revenir à la réponse du lien',
  unfold: 'Voir ce qui a changé',
  takeNow: 'Passer aux données actuelles',
  shownThen: 'La réponse ci-dessous est celle du lien.',
  shownPart:
    'La réponse ci-dessous reprend les données du lien là où elles sont gardées, et les données actuelles ailleurs.',
  shownNow: 'La réponse ci-dessous est celle des données actuelles.',
  lost: 'La réponse du lien ne peut pas être rouverte : celle ci-dessous est calculée sur les données actuelles.',
  fates: {
    kept: (title: string) => `${title} : une version plus récente a été publiée`,
    pruned: (title: string) => `${title} : la version du lien n’est plus conservée`,
    unkept: (title: string) =>
      `${title} : cette couche est fabriquée avec le site et ne garde pas ses versions`,
    unreadable: (title: string) => `${title} : l’historique de la couche n’a pas pu être lu`,
  },
  comparing: 'Comparaison des deux réponses',
  failed: 'La comparaison des deux réponses n’a pas abouti.',
  retry: 'Réessayer',
  same: 'Les deux réponses sont identiques.',
  caption: 'Les deux réponses',
  count: 'Nombre',
  total: { polygon: 'Surface', line: 'Longueur', point: '' },
  difference: 'Écart',
  cameIn: (count: number) => formatCount(count, ['entrée', 'entrées']),
  wentOut: (count: number) => formatCount(count, ['sortie', 'sorties']),
  remeasured: (count: number) => formatCount(count, ['mesure différente', 'mesures différentes']),
  unpaired:
    'La clé de cette couche ne fait que numéroter ses lignes : les objets des deux versions ne peuvent pas être reconnus un à un, seuls les totaux se comparent.',
  draw: 'Montrer les entrées et les sorties sur la carte',
  more: (count: number) => `Afficher ${formatCount(count, ['objet de plus', 'objets de plus'])}`,
  zoomTo: (title: string) => `Cadrer la carte sur ${title}`,
  crs: (crs: string) => `Mesures en ${crs}`,
};
