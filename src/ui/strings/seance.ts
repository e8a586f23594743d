// Data table: sentences of the Séance screen and of the presentation. No-break spaces before : ; » ? and after «.
import { formatCount, formatDate, formatNumber, THIN_SPACE } from './format.ts';

/** Sentences of the list of sessions and of the session that is open. */
export const seance = {
  list: {
    intro: 'Préparez et présentez une séance : un point après l’autre, chacun avec sa carte.',
    title: 'Séances du territoire',
    loading: 'Lecture de la liste des séances…',
    none: 'Aucune séance n’est publiée sur ce site. Ouvrez-en une depuis son fichier.',
    openFile: 'Ouvrir un fichier de séance',
    drop: 'Déposez ici le fichier de la séance',
    items: (count: number) => formatCount(count, ['point', 'points']),
    facts: (assembly: string, date: string | null) =>
      `${assembly}, ${date === null ? 'date à fixer' : formatDate(date)}`,
    ready: 'prête hors ligne',
    retry: 'Réessayer',
    opening: 'Ouverture de la séance…',
  },
  open: {
    back: 'Toutes les séances',
    present: 'Présenter',
    presentFrom: (number: string) => `Présenter à partir du point ${number}`,
    agenda: 'Ordre du jour',
    foreign: (siren: string) =>
      `Cette séance a été faite pour un autre territoire (SIREN ${siren}) : ses vues et ses couches peuvent ne rien montrer ici.`,
    faults: (count: number) =>
      count === 1
        ? 'Une partie d’une scène ne peut pas être montrée'
        : `${formatNumber(count, 0)} parties de scènes ne peuvent pas être montrées`,
    faultAt: (item: string) => `Point ${item}`,
    noWebGl:
      'Ce navigateur ne dessine pas la carte : les points se présentent avec leurs textes et leurs chiffres.',
  },
};

/** Sentences of the presentation, which the whole room reads. */
export const show = {
  label: 'Présentation de la séance',
  progress: (place: number, count: number) => `${place}/${count}`,
  announce: (number: string, title: string, place: number, count: number) =>
    `Point ${number} : ${title}. ${place} sur ${count}.`,
  point: (number: string) => `Point ${number}`,
  rapporteur: (who: string) => `Rapporteur : ${who}`,
  decision: 'Décision proposée',
  amount: 'Montant',
  funding: 'Financement',
  unfunded: 'Reste, financeur non précisé',
  euros: (eur: number) => `${formatNumber(eur, 0)}${THIN_SPACE}€`,
  millions: (eur: number) => `${formatNumber(eur / 1_000_000, 2)}${THIN_SPACE}M€`,
  /** With the minus sign, which is as wide as a digit. */
  figure: (value: number) => formatNumber(value).replace('-', '−'),
  share: (share: number) => `${formatNumber(share * 100, 0)}${THIN_SPACE}%`,
  sources: (sources: string[]) =>
    `${sources.length > 1 ? 'Sources' : 'Source'} : ${sources.join(' ; ')}`,
  asking: 'Réponse en cours de calcul…',
  answerFailed: 'La question de cette scène n’a pas de réponse',
  answer: (count: number, noun: readonly [string, string], outOf: number) => ({
    count: formatNumber(count, 0),
    noun: `${count < 2 ? noun[0] : noun[1]} sur ${formatNumber(outOf, 0)}`,
  }),
  figureFailed: 'Le chiffre des communes n’est pas disponible',
  figureUnknown: 'Ce chiffre des communes n’est plus publié',
  figureReading: 'Calcul du chiffre des communes…',
  legend: 'Légende de la scène',
  answerEntry: 'Réponse à la question',
  more: 'Suite',
  sides: 'Avant ou après',
  layers: {
    title: 'Couches',
    filter: 'Filtrer les couches',
  },
  back: 'Revenir à la scène',
  close: 'Fermer',
  typed: (text: string) => `Point ${text}…`,
  unknown: (text: string) => `Pas de point ${text}`,
  layerFailed: (title: string) => `Couche indisponible : ${title}`,
  layerLoading: (title: string) => `Chargement : ${title}`,
  blank: 'Écran masqué. B pour le rétablir.',
  controls: {
    label: 'Commandes de la présentation',
    previous: 'Point précédent (←)',
    next: 'Point suivant (→)',
    layers: 'Couches (C)',
    back: 'Revenir à la scène (R)',
    pointer: 'Pointeur (P)',
    notes: 'Fenêtre de l’orateur (N)',
    timer: 'Chronomètre (T)',
    blank: 'Masquer l’écran (B)',
    fullScreen: 'Plein écran (F)',
    help: 'Touches (?)',
    leave: 'Quitter la présentation (Échap)',
  },
  noFullScreen: 'Plein écran refusé par le navigateur : essayez la touche F11.',
  noNotes:
    'La fenêtre de l’orateur a été bloquée : autorisez les fenêtres de ce site, puis appuyez sur N.',
  noWakeLock: 'Ce navigateur peut mettre l’écran en veille : réglez-le avant la séance.',
  timer: {
    item: 'Ce point',
    total: 'Séance',
    restart: 'Remettre à zéro',
  },
  notes: {
    title: 'Notes de l’orateur',
    none: 'Pas de notes pour ce point.',
    next: 'Ensuite',
    last: 'Dernier point',
    clock: 'Heure',
    blank: 'Écran masqué',
  },
};

/** The keys of the presentation, as its help lists them. */
export const SHOW_KEYS: [keys: string[], does: string][] = [
  [['→', '↓', 'Page suiv.', 'Espace'], 'Suite du texte, puis point suivant'],
  [['←', '↑', 'Page préc.'], 'Haut du texte, puis point précédent'],
  [['Début', 'Fin'], 'Premier ou dernier point'],
  [['3', 'Entrée'], 'Aller au point 3 (3 . 1 pour le point 3.1)'],
  [['A'], 'Avant ou après'],
  [['C'], 'Couches : en afficher une de plus'],
  [['R', '⌫'], 'Revenir à la scène'],
  [['P'], 'Pointeur'],
  [['B', '.'], 'Masquer l’écran, le rétablir'],
  [['T'], 'Chronomètre'],
  [['N'], 'Fenêtre de l’orateur'],
  [['F', 'F5'], 'Plein écran'],
  [['?'], 'Ces touches'],
  [['Échap'], 'Fermer ce qui est ouvert, puis quitter'],
];
