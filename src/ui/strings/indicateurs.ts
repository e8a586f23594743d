import type { Role, Show } from '../../domain/library.ts';
import { formatCount, formatDate, formatNumber } from './format.ts';

/** What the pages of themes say. */
export const indicateurs = {
  intro:
    'Une page par compétence : les chiffres publiés et leurs objectifs, les couches, les questions que l’on pose, les outils et plans concernés.',
  retry: 'Réessayer',
  unknownTheme: (id: string) => `Aucun thème « ${id} ». Choisissez-en un dans la liste.`,
  back: 'Tous les thèmes',
  open: (title: string) => `Ouvrir la page ${title}`,
  layers: (count: number) => formatCount(count, ['couche', 'couches']),
  questions: (count: number) => formatCount(count, ['question', 'questions']),
  figures: (count: number) => formatCount(count, ['chiffre publié', 'chiffres publiés']),
  onPage: 'Sur cette page',
  sections: {
    figures: 'Chiffres clés',
    questions: 'Questions',
    layers: 'Couches',
    others: 'Chiffres publiés',
    systems: 'Plans, registres et outils',
  },
  print: 'Imprimer la page',
};

/** What is said of a published figure. */
export const figureWords = {
  objective: (value: string, year: number | null) =>
    `Objectif : ${value}${year === null ? '' : ` (${year})`}`,
  reached: 'objectif atteint',
  missing: (share: string, gap: string) => `${share} de l’objectif, il manque ${gap}`,
  above: (gap: string) => `${gap} au-dessus de l’objectif`,
  compared: (share: string) => `${share} de l’objectif`,
  trend: (direction: 'up' | 'down' | 'same', gap: string, year: number, former: string) =>
    direction === 'same'
      ? `inchangé depuis ${year}`
      : `${direction === 'up' ? '+' : '−'}\u202f${gap} depuis ${year} (${former})`,
  favourable: 'favorable',
  unfavourable: 'défavorable',
  unclear: 'À vérifier : les documents se contredisent',
  unclearToo: (label: string) => `À vérifier : voir « ${label} »`,
  seeOnMap: 'Voir sur la carte',
  seeOnMapOf: (label: string) => `Voir sur la carte : ${label}`,
  all: (count: number) => `Tous les chiffres publiés (${formatNumber(count, 0)})`,
  columns: {
    label: 'Chiffre',
    value: 'Valeur',
    year: 'Année',
    scope: 'Périmètre',
    source: 'Source',
  },
  sortBy: (label: string) => `Trier par ${label.toLocaleLowerCase('fr')}`,
  agglo: 'Agglomération',
  line: (document: string, first: string) => `${document}, ligne ${first}`,
  lines: (document: string, first: string, last: string) =>
    `${document}, lignes ${first} à ${last}`,
};

/** What is said of a saved question and of its reply. */
export const savedWords = {
  answer: 'Répondre',
  answerAgain: 'Répondre de nouveau',
  asked: 'Question envoyée',
  stop: 'Arrêter',
  parameters: 'Ce que vous choisissez',
  takeChosen: (key: string) => `Prendre l’objet choisi sur la carte : ${key}`,
  communes: 'Lecture des communes…',
  reply: 'Réponse',
  noRow: 'La réponse ne compte aucune ligne.',
  openQuestion: 'Ouvrir dans Question',
  openSql: 'Ouvrir dans SQL',
  zoom: 'Cadrer sur la réponse',
  onMap: 'La réponse est surlignée en jaune sur la carte.',
  rows: (count: number) => formatCount(count, ['ligne', 'lignes']),
  shownRows: (shown: number, count: number) =>
    `${formatNumber(shown, 0)} lignes affichées sur ${formatNumber(count, 0)}`,
  shownBars: (shown: number, count: number) =>
    `${formatNumber(shown, 0)} premières barres sur ${formatNumber(count, 0)}`,
  allBars: 'Les afficher toutes',
  moreRows: (count: number) =>
    `Afficher ${formatCount(count, ['ligne de plus', 'lignes de plus'])}`,
  measure: 'Longueur des barres',
  sameRows: 'Toutes les colonnes, ligne par ligne',
  reading: 'Lecture de la réponse…',
  method: 'Méthode et données',
  needs: 'Pour un déploiement réel',
  source: 'Source',
  deduced: 'Question déduite du travail du service, non citée par les documents.',
  read: 'Couches lues',
  layerRead: (title: string, date: string) => `${title} (au ${formatDate(date)})`,
  crs: (crs: string) => `Surfaces, longueurs et distances mesurées en ${crs}`,
  elapsed: (duration: string) => `Calculée en ${duration}`,
  focus: (title: string) => `Montrer ${title} sur la carte`,
  keepOnly: (label: string) => `Ne garder que ${label} sur la carte`,
  keepAll: 'Revenir à la réponse entière',
  range: (min: string, max: string) => `entre ${min} et ${max}`,
  roles: {
    sig: 'Service SIG',
    commune: 'Agent communal',
    elu: 'Élu',
    urbanisme: 'Urbanisme',
    gemapi: 'GEMAPI et risques',
    eau: 'Eau et assainissement',
    mobilite: 'Mobilité',
    habitat: 'Habitat',
    economie: 'Développement économique',
    services: 'Services à la population',
    public: 'Habitant, association, presse',
  } satisfies Record<Role, string>,
  shows: {
    map: 'carte',
    number: 'chiffre',
    table: 'tableau',
    chart: 'graphique',
  } satisfies Record<Show, string>,
};

/** What is said of the plans, registers and tools of a theme. */
export const systemWords = {
  question: (id: string) => `Question ${Number(id.slice(1))}`,
  screen: (name: string) => `Écran ${name}`,
};
