import { formatArea, formatLength, formatQuantity, formatShare } from './format.ts';

/** An area in m², to the metre as the land register has it, in hectares from ten of them on. */
function ground(squareMetres: number): string {
  if (squareMetres > 0 && squareMetres < 1) return 'moins de 1\u202fm²';
  return squareMetres < 100_000 ? formatQuantity(squareMetres, 'm²', 0) : formatArea(squareMetres);
}

/** The words of the sheet of a parcel. */
export const parcelSheet = {
  title: { parcel: 'Renseignement d’urbanisme', object: 'Ce que touche cet objet' },
  warning: 'Information sans valeur juridique.',
  warningMore:
    'Elle résulte du croisement des couches publiées ici, à leur date. Seul un certificat d’urbanisme (article L. 410-1 du code de l’urbanisme), à demander en mairie, renseigne officiellement sur les règles applicables à un terrain ; les documents opposables font foi.',
  back: 'Retour à la fiche',
  reading: 'Croisement des couches…',
  stop: 'Arrêter',
  stopped: 'Lecture arrêtée.',
  again: 'Reprendre',
  noSheet:
    'Ce territoire ne décrit pas de fiche de parcelle (fichier parcel-sheet.json de ses données).',
  copy: 'Copier le renseignement',
  copied: 'Renseignement copié',
  copyRefused: 'Copie refusée par le navigateur',
  print: 'Imprimer',
  identity: 'Parcelle',
  declared: 'Contenance cadastrale',
  measured: 'Surface mesurée',
  measuredIn: (crs: string) => `sur le plan, en ${crs}`,
  gap: 'Écart',
  gapText: (metres: number, share: number) =>
    Math.abs(metres) < 0.5
      ? 'aucun'
      : `${metres > 0 ? '+' : '−'}\u202f${ground(Math.abs(metres))} (${metres > 0 ? '+' : '−'}\u202f${formatShare(Math.abs(share))})`,
  gapNote:
    'La contenance est celle du cadastre, document fiscal ; la surface mesurée est celle du tracé. Ni l’une ni l’autre ne vaut bornage.',
  ground,
  inside: 'sur place ou au contact',
  away: (metres: number, isLine: boolean) =>
    `${metres < 1 ? 'à moins de 1\u202fm' : `à ${formatLength(metres)}`}${isLine ? ' de l’axe' : ''}`,
  share: (tenths: number) => (tenths === 0 ? '<\u202f0,1\u202f%' : formatShare(tenths / 1000)),
  rest: 'Hors de toute zone',
  overlap: (squareMetres: number) =>
    `${ground(squareMetres)} sont comptés plusieurs fois : des zones se recouvrent.`,
  sliver: 'Une part de moins de 1 % peut n’être qu’un écart de tracé entre deux plans.',
  how: (crs: string) =>
    `Surfaces et longueurs planes en ${crs} ; distances à vol d’oiseau, depuis le contour et, pour une voie ou un réseau, jusqu’à son axe.`,
  missing: 'Couche non publiée.',
  failed: (title: string) => `«\u00a0${title}\u00a0» n’a pas pu être lue.`,
  notFailed: 'Les autres lignes restent valables.',
  show: 'Afficher',
  shown: 'Affichée',
  showLayer: (title: string) => `Afficher la couche ${title} sur la carte`,
  source: 'Source',
  open: (title: string) => `Ouvrir la fiche : ${title}`,
  count: (count: number) => `${count} objets`,
};
