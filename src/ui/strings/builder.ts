import { MAX_DISTANCE_M, MAX_MINUTES } from '../../domain/question.ts';
import type { Wanted } from '../../state/draft-gaps.ts';
import type { Move } from '../question/move-condition.ts';
import type { SuggestionGroup } from '../question/suggestion.ts';
import { formatCount, formatNumber, formatQuantity } from './format.ts';
import { deBefore } from './grammar.ts';

/** The sentences of the form that questions are built with. */
export const builder = {
  inCommunes: 'dans une ou plusieurs communes…',
  inCommune: (name: string) => `dans la commune ${ofCommune(name)}`,
  area: 'Surface',
  length: 'Longueur',
  measured: 'mesurée sur la carte',
  measureWords: ['surface', 'superficie', 'hectares', 'ha', 'm²', 'm2', 'longueur', 'mètres', 'km'],
  layerNext: 'la couche se choisit ensuite',
  toDraw: 'à dessiner sur la carte',
  inSector: 'dans un secteur dessiné…',
  nearLine: 'à moins d’une distance d’un tracé…',
  nearPoint: 'à moins d’une distance d’un point…',
  resultWords: 'résultat d’une autre question',
  lastAsked: 'la dernière question posée',
  amongResult: 'parmi le résultat d’une autre question',
  ofResult: 'du résultat d’une autre question',
  search: {
    label: 'Ajouter une condition',
    placeholder: 'surface, inondable, commune, AU…',
    help: 'Tapez un mot : un thème, une couche, un champ, un code officiel ou une commune. Flèches pour parcourir, Entrée pour ajouter, Échap pour fermer.',
    none: (text: string) => `Aucune condition ne correspond à « ${text} ». Essayez un autre mot.`,
    first: 'Les plus utiles',
    groups: {
      value: 'Codes et valeurs',
      place: 'Lieux',
      relation: 'Par rapport à une autre couche',
      measure: 'Ce qui se mesure sur la carte',
      field: 'Champs',
      result: 'Résultat d’une autre question',
    } satisfies Record<SuggestionGroup, string>,
    found: (count: number) => formatCount(count, ['condition proposée', 'conditions proposées']),
    more: (count: number) =>
      count === 1
        ? 'Une autre proposition : précisez pour la voir.'
        : `${formatNumber(count, 0)} autres propositions : précisez pour les voir.`,
    toGroup: 'Ajouter à ce groupe',
    toRelated: { m: 'Préciser lesquels', f: 'Préciser lesquelles' },
    close: 'Fermer la liste',
  },
  history: {
    label: 'Historique de la question',
    undo: 'Annuler la dernière modification (Ctrl+Z)',
    redo: 'Rétablir (Ctrl+Y)',
    undone: 'Modification annulée',
    redone: 'Modification rétablie',
  },
  restored: {
    text: 'Votre question en cours a été restaurée.',
    again: 'Recommencer à zéro',
    keep: 'Continuer',
  },
  restart: 'Tout effacer',
  menu: {
    label: 'Actions sur cette condition',
    duplicate: 'Dupliquer',
    group: 'Mettre dans un groupe « ou »',
    remove: 'Retirer',
    moves: {
      up: 'Monter (Alt+Maj+↑)',
      down: 'Descendre (Alt+Maj+↓)',
      in: 'Entrer dans le groupe voisin (Alt+Maj+→)',
      out: 'Sortir du groupe (Alt+Maj+←)',
    } satisfies Record<Move, string>,
    moved: {
      up: 'Condition montée',
      down: 'Condition descendue',
      in: 'Condition mise dans le groupe',
      out: 'Condition sortie du groupe',
    } satisfies Record<Move, string>,
    removed: 'Condition retirée. Ctrl+Z pour la rétablir.',
    duplicated: 'Condition dupliquée',
  },
  row: (index: number) => `Condition ${index + 1}`,
  preview: {
    label: 'Résultat de la question en cours',
    outOf: (count: number) => `sur ${formatNumber(count, 0)}`,
    counting: 'Comptage…',
    left: (count: number) =>
      count === 1
        ? 'Une condition incomplète n’est pas comptée.'
        : `${formatNumber(count, 0)} conditions incomplètes ne sont pas comptées.`,
    nothing: 'Rien ne remplit ces conditions à la fois.',
    noneAlone:
      'Aucune condition n’en est seule la cause : il faut en retirer ou en élargir plusieurs.',
    failed: 'Le comptage n’a pas abouti ; la question peut être posée.',
    area: (size: string) => `· ${size} au total`,
  },
  emptying: {
    text: 'Sans cette condition, la question aurait un résultat.',
    remove: 'La retirer',
    widen: (value: string) => `Porter à ${value}`,
    lower: (value: string) => `Abaisser à ${value}`,
  },
  wanted: {
    values: 'Choisissez au moins une valeur.',
    text: 'Complétez la valeur.',
    number: 'Écrivez un nombre.',
    distance: `Écrivez une distance entre 0 et ${formatQuantity(MAX_DISTANCE_M, 'm')}.`,
    minutes: `Écrivez une durée de plus de 0 et d’au plus ${formatQuantity(MAX_MINUTES, 'min')}.`,
    share: 'Écrivez une part entre 0 et 100 %.',
    shape: 'Dessinez la forme sur la carte.',
    group: 'Ajoutez une condition à ce groupe, ou retirez-le.',
  } satisfies Record<Wanted, string>,
  quantity: {
    nonsense: (text: string) => `« ${text} » n’est pas un nombre.`,
    unit: (text: string, unit: string) => `« ${text} » n’est pas une mesure en ${unit}.`,
    slider: (label: string) => `${label}, curseur`,
    beyond: (share: string, limit: string) =>
      `${share} au-delà de ${limit}, à saisir dans le champ`,
    missing: (share: string) => `${share} sans valeur`,
  },
  date: {
    placeholder: 'jj/mm/aaaa',
    nonsense: (text: string) => `« ${text} » n’est pas une date : écrivez par exemple 28/02/2024.`,
    absent: (text: string) => `Le ${text} n’existe pas au calendrier.`,
    quick: 'Dates courantes',
    yearsAgo: (years: number) => (years === 1 ? 'il y a 1 an' : `il y a ${years} ans`),
  },
  shape: {
    label: 'Forme dessinée',
    draw: 'Dessiner sur la carte',
    redraw: 'Dessiner une autre forme',
    drawing: 'Dessinez sur la carte ; la forme arrive ici une fois terminée.',
    stop: 'Ne plus dessiner',
    name: 'Nom de la forme',
    unnamed: 'à dessiner',
  },
  related: {
    layer: 'Autre couche ou forme dessinée',
    shapes: 'Formes dessinées',
    layers: 'Couches',
    whichMeet: 'qui remplissent toutes ces conditions :',
  },
  lostTarget: (id: string) =>
    `La couche « ${id} », que cette question cherche, n’est plus dans l’atlas. Vos conditions sont conservées : choisissez une autre couche.`,
  unknownLayer: (id: string) => `couche absente : ${id}`,
  unknownField: (name: string) => `champ absent : ${name}`,
} as const;

/** `de Béthune`, `d’Auchel`, `du Touret`. */
function ofCommune(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  return name.startsWith('Les ') ? `des ${name.slice(4)}` : `${deBefore(name)}${name}`;
}
