import type { Layer } from '../../domain/layer.ts';
import { formatCount } from './format.ts';
import { agree, deBefore } from './grammar.ts';

/** A feature of a layer, pointed at: `cette parcelle`, `cet équipement`, `ce site`. */
function thisOne({ noun, gender }: Pick<Layer, 'noun' | 'gender'>): string {
  const masculine = deBefore(noun[0]) === 'd’' ? 'cet' : 'ce';
  return `${agree(gender, masculine, 'cette')} ${noun[0]}`;
}

/** The words of the card of what lies under a click. */
export const card = {
  label: 'Fiche',
  close: 'Fermer la fiche (Échap)',
  loading: 'Lecture de la fiche…',
  position: (index: number, count: number) => `${index + 1} sur ${count}`,
  previous: 'Fiche précédente',
  next: 'Fiche suivante',
  list: 'Sous ce point',
  back: 'Tout ce qui est sous ce point',
  found: (features: number, layers: number) =>
    features === 0
      ? 'Rien sous ce point dans les couches affichées.'
      : `${formatCount(features, ['objet', 'objets'])} sous ce point, dans ${formatCount(layers, ['couche', 'couches'])}.`,
  opened: (title: string, layer: string) => `${title}, ${layer}.`,
  silent: 'Couches qui ne répondent pas ici',
  tooFar: (zoom: number) => `à lire de plus près, à partir du zoom ${zoom}`,
  unread: 'n’a pas pu être lue',
  zoom: 'Cadrer',
  copy: 'Copier',
  copyRow: 'Copier en ligne de tableau',
  copyLink: 'Copier le lien vers cet objet',
  copied: 'Copié',
  copyRefused: 'Copie refusée par le navigateur',
  more: 'Autres copies',
  area: 'Surface mesurée',
  length: 'Longueur mesurée',
  measuredIn: (crs: string) => `mesurée en ${crs}`,
  source: (producer: string, date: string) => `${producer}, données au ${date}`,
  simulated: 'Géométrie simulée',
  empty: (count: number) => formatCount(count, ['champ non renseigné', 'champs non renseignés']),
  technical: (count: number) =>
    formatCount(count, ['champ technique', 'champs techniques ou d’identification']),
  pieces: 'Pièces écrites',
  pieceOpens: 'nouvel onglet',
  pieceApart: 'non jointe',
  pieceAt: (place: string) => `repère «\u00a0${place}\u00a0»`,
  pieceUnsafe: (address: string) => `adresse inutilisable : ${address}`,
  questions: 'Questions sur cet objet',
  around: 'Qu’y a-t-il autour ?',
  whatLayer: 'Chercher',
  chooseLayer: 'Choisir une couche…',
  within: 'À moins de',
  ask: 'Chercher',
  preparing: 'Lecture du contour…',
  whichTouch: (target: Layer, own: Layer) =>
    `${agree(target.gender, 'Quels', 'Quelles')} ${target.noun[1]} touchent ${thisOne(own)} ?`,
  neighbours: (own: Layer) =>
    `${agree(own.gender, 'Quels', 'Quelles')} ${own.noun[1]} bordent ${thisOne(own)} ?`,
  sheetOfParcel: 'Renseignement d’urbanisme',
  sheetOfObject: 'Ce que touche cet objet',
};
