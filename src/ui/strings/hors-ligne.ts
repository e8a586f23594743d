import type { PackAge } from '../../offline/pack-age.ts';
import { formatBytes, formatCount, formatDate, formatMoment } from './format.ts';

/** What is said of sessions that are prepared to be shown without network. */
export const horsLigne = {
  prepare: 'Préparer hors ligne',
  prepareAgain: 'Préparer de nouveau',
  title: 'Préparer la séance hors ligne',
  about:
    'La séance pourra être présentée sans réseau, sur cet appareil et dans ce navigateur, même après l’avoir fermé.',
  measuring: 'Calcul de la place nécessaire…',
  atMost: (bytes: number) => `Au plus ${formatBytes(bytes)} à garder sur cet appareil.`,
  contents: (cut: number, whole: number, asks: boolean) =>
    [
      cut > 0 && formatCount(cut, ['couche découpée aux scènes', 'couches découpées aux scènes']),
      whole > 0 && formatCount(whole, ['couche entière', 'couches entières']),
      asks && 'le moteur de calcul, car une scène pose une question ou colore les communes',
    ]
      .filter(Boolean)
      .join(', '),
  leftOut: (titles: string[]) =>
    `Ne sont pas gardées, car réservées à certains lecteurs ou propres à cette page : ${titles.join(', ')}. Les scènes se montreront sans elles.`,
  start: 'Préparer',
  cancel: 'Annuler la préparation',
  close: 'Fermer',
  layer: (title: string) => `Préparation de « ${title} »…`,
  finishing: 'Moteur de calcul et dernières écritures…',
  done: (bytes: number) => `La séance est prête : ${formatBytes(bytes)} gardés.`,
  unpromised:
    'Ce navigateur n’a pas promis de garder ces fichiers s’il vient à manquer de place : rouvrez la séance une fois avant de partir.',
  open: 'Ouvrir hors ligne',
  openTitle: (title: string) => `Ouvrir « ${title} » hors ligne`,
  prepared: 'Séances prêtes hors ligne',
  preparedAt: (moment: string, dates: [string, string] | null, bytes: number) =>
    `Préparée le ${formatMoment(moment)}${dates ? `, ${ofDates(dates)}` : ''}, ${formatBytes(bytes)}.`,
  age: ({ layers, isEdited }: PackAge) =>
    [
      isEdited && 'La séance a été modifiée depuis.',
      layers.length === 1 && `Une couche a changé depuis : ${layers[0]}.`,
      layers.length > 1 &&
        `${formatCount(layers.length, ['couche a changé', 'couches ont changé'])} depuis : ${layers.join(', ')}.`,
    ]
      .filter(Boolean)
      .join(' '),
  remove: 'Retirer',
  removeTitle: (title: string) => `Retirer « ${title} » de cet appareil`,
  removed: (title: string) => `« ${title} » n’est plus gardée sur cet appareil.`,
};

/** What is said of the app where it is opened without network, or in another version. */
export const horsConnexion = {
  label: 'Version et connexion',
  newVersion: 'Une nouvelle version est prête : l’utiliser maintenant ?',
  take: 'Utiliser la nouvelle version',
  later: 'Plus tard',
  offline: (keptAt: string | null) =>
    keptAt
      ? `Hors connexion : données du catalogue lu le ${formatMoment(keptAt)}. Les couches qui n’ont pas encore été vues demandent le réseau.`
      : 'Hors connexion : les couches qui n’ont pas encore été vues demandent le réseau.',
  offlineSessions: 'Ouvrir une séance préparée',
  inPack: (title: string, moment: string, dates: [string, string] | null) =>
    `Séance hors ligne « ${title} », préparée le ${formatMoment(moment)}${dates ? `, ${ofDates(dates)}` : ''}.`,
  toSite: 'Revenir à l’atlas',
};

function ofDates([oldest, newest]: [string, string]): string {
  return oldest === newest
    ? `données du ${formatDate(oldest)}`
    : `données du ${formatDate(oldest)} au ${formatDate(newest)}`;
}
