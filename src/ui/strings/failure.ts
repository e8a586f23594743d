/** What is said where a part of the page failed: what happened, what still works, what to do. */
export const failure = {
  stopped: 'Cette partie de l’atlas s’est arrêtée.',
  missing: 'Cette partie de l’atlas n’a pas pu être chargée.',
  still:
    'Le reste fonctionne ; la question, le scénario et la requête en cours sont conservés, même après un rechargement.',
  todo: {
    asking: 'Réessayez ; si cela dure, rechargez la page.',
    same: 'Réessayez ; si cela dure, rechargez la page et envoyez le détail au service SIG.',
    other: 'Une nouvelle version de l’atlas est en ligne : rechargez la page pour la prendre.',
    silent: 'Le site ne répond pas : vérifiez la connexion, puis réessayez.',
  },
  again: 'Réessayer',
  reload: 'Recharger la page',
  details: 'Détail technique',
  copy: 'Copier le détail',
  copied: 'Détail copié.',
  refused: 'La copie a été refusée : sélectionnez le texte.',
  back: 'Partie relancée',
} as const;
