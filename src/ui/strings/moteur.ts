/** The words of an engine that is not started on a small phone. */
export const moteur = {
  title: 'Moteur de calcul',
  spared:
    'Pour ne pas saturer la mémoire de ce téléphone, le moteur qui répond aux questions n’est pas lancé. La carte, la recherche, les pages des communes et les indicateurs marchent sans lui.',
  communes: 'Pages des communes',
  figures: 'Indicateurs',
  start: 'Lancer le moteur quand même (environ 500 Mo)',
};
