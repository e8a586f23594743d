/** Sentences of the layers that are opened without being published. */
export const temporaires = {
  title: 'Couches temporaires',
  mark: 'Temporaire, non publiée',
  style: (title: string) => `Changer le style de ${title}`,
  remove: (title: string) => `Retirer ${title} de la carte`,
  loading: 'Lecture…',
  opening: 'Ouverture du fichier…',
  stop: 'Arrêter',
  drop: 'Déposez le fichier pour l’ouvrir sans le publier',
  failed: (reason: string) => `Ce fichier n’a pas pu être ouvert. ${reason}`,
  close: 'Fermer ce message',
};
