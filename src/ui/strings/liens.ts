import { formatCount, formatDate, formatNumber } from './format.ts';

/** What is said of links. */
export const liens = {
  copy: 'Copier le lien',
  copied: 'Lien copié',
  refused: 'Le navigateur refuse la copie : sélectionnez le lien et copiez-le.',
  address: 'Le lien',
  close: 'Fermer',
  holds: 'Ce lien rouvre la carte, la question et la réponse telles que vous les voyez.',
  holdsMap: 'Ce lien rouvre cette page telle que vous la voyez.',
  pins: 'Données retenues par le lien',
  pin: (date: string, version: string) => `données au ${formatDate(date)}, version ${version}`,
  kept: 'Si elles changent, le lien redonnera quand même cette réponse.',
  unkept: (titles: string[]) =>
    `Sans historique : ${titles.join(', ')}. Si ces couches changent, le lien le dira et répondra sur les données du jour.`,
  left: (count: number) =>
    `${formatCount(count, ['couche temporaire reste', 'couches temporaires restent'])} hors du lien : elles ne quittent pas cette page.`,
  leftQuestion:
    'La question porte sur une couche temporaire, qui ne quitte pas cette page : le lien ne la contient pas.',
  tooLong: (length: number, max: number) =>
    `Ce lien ferait ${formatNumber(length, 0)} caractères, à cause des formes dessinées ou du nombre de conditions. Au-delà de ${formatNumber(max, 0)}, messageries et bureautique le coupent : partagez plutôt la question en fichier.`,
  file: 'Partager la question en fichier',
};

/** What is said of data that were published while the page is open. */
export const renouveau = {
  label: 'Nouvelles données',
  published: (titles: string[]) =>
    titles.length <= 3
      ? `De nouvelles données ont été publiées : ${titles.join(', ')}.`
      : `De nouvelles données ont été publiées : ${titles.slice(0, 3).join(', ')} et ${formatCount(titles.length - 3, ['autre couche', 'autres couches'])}.`,
  take: 'Prendre les nouvelles données',
  later: 'Continuer avec celles-ci',
};

/** What is said where a question can be asked again. */
export const encore = {
  askAgain: 'Poser de nouveau la question',
};
