/** The words of the atlas in a frame of another page. */
export const embed = {
  open: 'Ouvrir dans Arpent',
  openHint: 'Ouvrir cette carte dans Arpent (nouvel onglet)',
  card: 'Objet choisi',
  close: 'Fermer la fiche',
  reading: 'Lecture de l’objet…',
  several: (place: number, count: number) => `${place} sur ${count}`,
  next: 'Objet suivant',
  simulated: 'Données simulées',
  partlySimulated: 'Certaines couches sont simulées',
};
