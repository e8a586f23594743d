import { formatNumber } from './format.ts';

/** Sentences of the list of vertices, which changes an outline without a pointer. */
export const vertices = {
  title: 'Modifier au clavier, sommet par sommet',
  choose: 'Sommet',
  vertex: (index: number) => `Sommet ${index + 1}`,
  at: (index: number, [x, y]: readonly [number, number]) =>
    `${index + 1} : X ${formatNumber(x, 0)}, Y ${formatNumber(y, 0)}`,
  move: 'Déplacer le sommet',
  directions: [
    { key: 'ArrowLeft', label: 'Vers l’ouest', sign: '←', by: [-1, 0] },
    { key: 'ArrowUp', label: 'Vers le nord', sign: '↑', by: [0, 1] },
    { key: 'ArrowDown', label: 'Vers le sud', sign: '↓', by: [0, -1] },
    { key: 'ArrowRight', label: 'Vers l’est', sign: '→', by: [1, 0] },
  ],
  step: 'de',
  metres: (metres: number) => `${metres} m`,
  keys: 'Sur ces boutons, les flèches du clavier déplacent aussi le sommet ; avec Maj, dix fois plus loin.',
  place: 'Placer le sommet aux coordonnées',
  placeButton: 'Placer',
  add: 'Ajouter un sommet après',
  added: 'Sommet ajouté au milieu du côté suivant',
  remove: 'Retirer ce sommet',
  removed: 'Sommet retiré',
  tooFew: 'Il reste trop peu de sommets pour en retirer un.',
  undo: 'Annuler',
  undone: 'Modification annulée',
} as const;
