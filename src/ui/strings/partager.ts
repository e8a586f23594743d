import { formatNumber } from './format.ts';

/** Sentences of the dialogue that shares what is shown. */
export const partager = {
  open: 'QR code, message, intégration…',
  title: 'Partager cette vue',
  close: 'Fermer',
  link: 'Le lien',
  copy: 'Copier',
  copied: 'Copié',
  refused: 'Refusé : sélectionnez et copiez',
  pageTitle: (territory: string, subject: string) =>
    [subject, territory].filter(Boolean).join(', '),
  nameLabel: 'Titre, sous le code et dans le message',
  qr: 'QR code',
  qrLabel: (title: string) => `QR code du lien : ${title}`,
  qrHelp: 'À coller sur un plan, une affiche ou un avis : un téléphone y ouvre cette vue.',
  qrLong: (length: number, max: number) =>
    `Le lien fait ${formatNumber(length, 0)} caractères ; au-delà de ${formatNumber(max, 0)}, le code serait trop fin pour être lu sur papier. Retirez des dessins ou des conditions, ou donnez le lien.`,
  svg: 'Télécharger en SVG',
  png: 'Télécharger en PNG',
  file: 'qr-code-arpent',
  mail: 'Par courriel',
  mailOpen: 'Écrire un message avec ce lien',
  mailBody: 'Voici la vue dont nous parlions :',
  mailLong:
    'Ce lien est long : certaines messageries le coupent. Vérifiez qu’il s’ouvre depuis votre message.',
  embed: 'Dans une autre page',
  embedHelp:
    'Collez ce code dans la page de votre site : la carte s’y affiche, avec un lien vers cette vue entière.',
  embedLabel: 'Code d’intégration',
};
